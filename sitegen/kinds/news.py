"""Press releases, notices, explanations and corrections."""

from typing import Annotated, Literal

from msgspec import Meta

from sitegen.kinds.common import Facts, Words
from sitegen.kinds.errata import Erratum
from sitegen.values import AgencyRef, MeetingRef, Period, SourceRef, Unknown, Verbatim


class NewsFacts(Facts, frozen=True, kw_only=True):
    """Facts of a news item."""

    type: Annotated[
        Literal["press_release", "notice", "explanation", "correction"], Meta(description="what sort of text it is")
    ]
    issued_on: Annotated[Period | Unknown, Meta(description="when it was issued, or unknown")]
    reports_on: Annotated[Period | None, Meta(description="the day it reports on")] = None
    agency: Annotated[AgencyRef, Meta(description="who issued it")]
    reproduces: Annotated[SourceRef | None, Meta(description="the source whose text the body gives in full")] = None
    meeting: Annotated[MeetingRef | None, Meta(description="the meeting it reports on")] = None
    errata: Annotated[tuple[Erratum, ...], Meta(description="errors in the text, shown beside it")] = ()


class NewsWords(Words, frozen=True, kw_only=True):
    """Words of a news item."""

    subtitles: Annotated[
        tuple[Annotated[Verbatim, Meta(min_length=1)], ...], Meta(description="lines under the heading")
    ] = ()
    translation_note: Annotated[Verbatim, Meta(description="who translated it, on a page that is a translation")] = ""
