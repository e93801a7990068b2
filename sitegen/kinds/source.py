"""Sources: the texts that what we say rests on."""

from datetime import date
from typing import Annotated, Literal
from unicodedata import normalize

from msgspec import Meta, Struct

from sitegen.kinds.common import Facts, Words
from sitegen.values import AgencyRef, Id, NonEmpty, Period, Unknown, WebAddress


class Passage(Struct, frozen=True, kw_only=True):
    """A part of the source that we rely on, word for word."""

    id: Annotated[Id, Meta(description="its id within the source")]
    text: Annotated[NonEmpty, Meta(description="the passage, word for word")]
    language: Annotated[str, Meta(description="the language of the passage")]


class SourceFacts(Facts, frozen=True, kw_only=True):
    """Facts of a source."""

    type: Annotated[
        Literal["press_release", "document", "law", "court_ruling", "news_report", "page", "dataset"],
        Meta(description="what sort of text it is"),
    ]
    grade: Annotated[
        Literal["official", "press", "compilation"],
        Meta(description="official record, press report, or third-party compilation"),
    ]
    published_on: Annotated[Period | Unknown, Meta(description="when it was published, or unknown")]
    accessed_on: Annotated[date, Meta(description="when we last read it")]
    language: Annotated[NonEmpty, Meta(description="the language it is in, as in ko")]
    address: Annotated[WebAddress | None, Meta(description="where it can be read")] = None
    archived_address: Annotated[WebAddress | None, Meta(description="where a kept copy can be read")] = None
    issuer: Annotated[AgencyRef | None, Meta(description="the agency that published it")] = None
    licence: Annotated[NonEmpty, Meta(description="terms of use, or unknown")] = "unknown"
    passages: Annotated[tuple[Passage, ...], Meta(description="the passages we rely on, word for word")] = ()


class SourceWords(Words, frozen=True, kw_only=True):
    """Words of a source."""

    publisher: Annotated[NonEmpty, Meta(extra={"told": False}, description="who published it")]


def passage_in(source: SourceFacts, identifier: str, words: str) -> Passage | None:
    """Return the passage of that id, or any if it is empty, in which words stand; None if there is none.

    Texts are compared in the same form of Unicode (NFC), and with any white space.
    """
    named = (passage for passage in source.passages if identifier in {"", passage.id})
    return next((passage for passage in named if _evened(words) in _evened(passage.text)), None)


def _evened(text: str) -> str:
    return " ".join(normalize("NFC", text).split())
