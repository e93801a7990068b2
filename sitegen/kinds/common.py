"""What every kind with a page of its own has: facts, written once, and words, written in each language."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.values import AgencyRef, FormerAddress, ImageRef, Line, NonEmpty, SourceRef, Stamp, Text


class Change(Struct, frozen=True, kw_only=True):
    """A change that readers are told about."""

    on: Annotated[date, Meta(description="the day of the change")]
    text: Annotated[Text, Meta(description="what was changed and why")]
    type: Annotated[
        Literal["correction", "update"],
        Meta(description="correction if an error was mended; all corrections are listed on one page"),
    ] = "update"


Draft = Annotated[bool, Meta(description="true: left out of every output, except with --drafts")]
PublishAt = Annotated[datetime | None, Meta(description="left out of every output before this moment")]
ExpiresAt = Annotated[datetime | None, Meta(description="left out of every output from this moment on")]


class RecordFacts(Struct, frozen=True, kw_only=True):
    """What every short record may say: whether and when it is published."""

    draft: Draft = False
    publish_at: PublishAt = None
    expires_at: ExpiresAt = None


class Facts(Struct, frozen=True, kw_only=True):
    """Facts of any kind: written only in the default language's file."""

    original: Annotated[str | None, Meta(description="language in which the words were first written")] = None
    draft: Draft = False
    publish_at: PublishAt = None
    expires_at: ExpiresAt = None
    review_by: Annotated[date | None, Meta(description="when a person should check it again")] = None
    updated_on: Annotated[date | None, Meta(description="the last change of its meaning")] = None
    owner: Annotated[AgencyRef | None, Meta(description="the agency that answers for it")] = None
    aliases: Annotated[tuple[FormerAddress, ...], Meta(description="former addresses, such as /old/address/")] = ()
    image: Annotated[ImageRef | None, Meta(description="the picture that its page begins with")] = None
    sources: Annotated[tuple[SourceRef, ...], Meta(description="the sources it rests on")] = ()
    changes: Annotated[tuple[Change, ...], Meta(description="its public history of changes")] = ()


STAMP_FIELD = "translated_from"
"""The field that a command writes, and nobody by hand."""


class Words(Struct, frozen=True, kw_only=True):
    """Words of any kind: written in each language's file."""

    title: Annotated[
        Line, Meta(extra={"told": False}, description="the page's heading: say the point, not the category")
    ]
    summary: Annotated[NonEmpty, Meta(description="two or three plain sentences: what it is and why it matters")]
    translated_from: Annotated[
        Stamp | None,
        Meta(
            extra={"told": False},
            description="in a translation: what it was made from; python build.py translated writes it",
        ),
    ] = None
