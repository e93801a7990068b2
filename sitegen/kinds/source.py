"""Sources: the texts that what we say rests on."""

import re
from datetime import date
from functools import cached_property
from typing import Annotated, Literal
from unicodedata import normalize

from msgspec import Meta, Struct

from sitegen.kinds.common import Facts, Words
from sitegen.kinds.errata import Erratum
from sitegen.values import AgencyRef, Id, Label, NonEmpty, Period, Unknown, WebAddress

CUT_BEFORE = re.compile(r"(?:[0-9][.,]?|[0-9][조억만천백] ?|[△▲−])$")  # noqa: RUF001  # a minus
CUT_AFTER = re.compile(r"[.,]?[0-9]| ?[억만]|[천백]| (?:trillion|billion|million|thousand)\b", re.IGNORECASE)
CUT_AFTER_MYRIADS = re.compile(r" ?[0-9]| ?[조억만]|[천백]")
"""What stands around words that begin or end in the middle of a number: 2,760만 is not what 4억 2,760만 says."""


class Passage(Struct, frozen=True, kw_only=True, dict=True):
    """A part of the source that we rely on, word for word."""

    id: Annotated[Id, Meta(description="its id within the source")]
    text: Annotated[NonEmpty, Meta(description="the passage, word for word")]
    language: Annotated[str, Meta(description="the language of the passage")]
    translation: Annotated[Label | None, Meta(description="what it says in other languages, in words of ours")] = None

    @cached_property
    def words(self) -> str:
        """Its text as texts are compared: many may ask for it."""
        return evened(self.text)


class SourceFacts(Facts, frozen=True, kw_only=True):
    """Facts of a source."""

    type: Annotated[
        Literal["press_release", "document", "law", "court_ruling", "news_report", "page", "dataset"],
        Meta(description="what sort of text it is"),
    ]
    grade: Annotated[
        Literal["official", "press", "open_data", "compilation"],
        Meta(description="official record, press report, published research data, or third-party compilation"),
    ]
    published_on: Annotated[Period | Unknown, Meta(description="when it was published, or unknown")]
    accessed_on: Annotated[date, Meta(description="when we last read it")]
    language: Annotated[NonEmpty, Meta(description="the language it is in, as in ko")]
    address: Annotated[WebAddress | None, Meta(description="where it can be read")] = None
    archived_address: Annotated[WebAddress | None, Meta(description="where a kept copy can be read")] = None
    issuer: Annotated[AgencyRef | None, Meta(description="the agency that published it")] = None
    licence: Annotated[NonEmpty, Meta(description="terms of use, or unknown")] = "unknown"
    passages: Annotated[tuple[Passage, ...], Meta(description="the passages we rely on, word for word")] = ()
    errata: Annotated[tuple[Erratum, ...], Meta(description="errors in its passages, shown beside them")] = ()


class SourceWords(Words, frozen=True, kw_only=True):
    """Words of a source."""

    publisher: Annotated[NonEmpty, Meta(extra={"told": False}, description="who published it")]


def passage_in(source: SourceFacts, identifier: str, words: str) -> Passage | None:
    """Return the passage of that id, or any if it is empty, in which words stand; None if there is none.

    Texts are compared in the form in which they are evened.
    """
    named = (passage for passage in source.passages if identifier in {"", passage.id})
    sought = evened(words)
    return next((passage for passage in named if stand_in(sought, passage.words)), None)


def says(source: SourceFacts, words: str) -> bool:
    """Whether words stand in a passage of a source, or in what we say that it says in another language."""
    translations = (text for each in source.passages if each.translation for text in each.translation.words.values())
    return passage_in(source, "", words) is not None or any(stand_in(words, text) for text in translations)


def stand_in(words: str, text: str) -> bool:
    """Whether words stand in a text, evened, and begin and end in the middle of no number."""
    words, text = evened(words), evened(text)
    start = text.find(words)
    while start >= 0 and _cuts(words, text[max(0, start - 3) : start], text[start + len(words) :]):
        start = text.find(words, start + 1)
    return start >= 0


def _cuts(words: str, before: str, after: str) -> bool:
    """Whether words with something before and after them begin or end in the middle of a number."""
    if words[:1].isdecimal() and CUT_BEFORE.search(before):
        return True
    if words[-1:].isdecimal():
        return CUT_AFTER.match(after) is not None
    return words[-2:-1].isdecimal() and words[-1:] in "조억만천백" and CUT_AFTER_MYRIADS.match(after) is not None


def errata_in(source: SourceFacts, passage: Passage) -> tuple[Erratum, ...]:
    """Return the errors of a source that stand in one of its passages."""
    return tuple(found for found in source.errata if evened(found.original) in passage.words)


def evened(text: str) -> str:
    """Return a text in one form of Unicode (NFC), with one space for any white space, and none at its ends."""
    return " ".join(normalize("NFC", text).split())
