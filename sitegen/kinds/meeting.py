"""Meetings, what was on their agenda and which tasks they dealt with."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.kinds.common import Facts, Words
from sitegen.values import AgencyRef, Count, NewsRef, NonEmpty, Period, TaskRef, Time, Unknown

Mode = Literal["in_person", "video", "mixed", "unknown"]


class Claim(Struct, frozen=True, kw_only=True):
    """How many tasks a source says there are, which may be more than it names."""

    tasks: Annotated[Count, Meta(description="tasks, as the source counts them")]
    agencies: Annotated[Count | None, Meta(description="agencies they come from, as the source counts them")] = None


class MeetingFacts(Facts, frozen=True, kw_only=True):
    """Facts of a meeting."""

    series: Annotated[Literal["task_force", "commission"], Meta(description="which body met")]
    held_on: Annotated[Period | Unknown, Meta(description="when it was held, or unknown")]
    number: Annotated[Count | None, Meta(description="its number in the series")] = None
    not_before: Annotated[Period | None, Meta(description="where the date is unknown: it was held after this")] = None
    not_after: Annotated[Period | None, Meta(description="where the date is unknown: it was held before this")] = None
    time: Annotated[Time | None, Meta(description="when it began, as in 16:00")] = None
    mode: Annotated[Mode, Meta(description="how it was held")] = "unknown"
    attendee_count: Annotated[Count | None, Meta(description="agencies that attended, as the source counts")] = None
    attendees: Annotated[tuple[AgencyRef, ...], Meta(description="agencies the source names as attending")] = ()
    attendees_complete: Annotated[bool, Meta(description="true if those are all that attended")] = False
    scope_before: Annotated[Count | None, Meta(description="members before the scope was widened here")] = None
    completed_tasks: Annotated[tuple[TaskRef, ...], Meta(description="tasks reviewed here as completed")] = ()
    claimed: Annotated[Claim | None, Meta(description="how many new tasks the source speaks of")] = None
    press_release: Annotated[NewsRef | None, Meta(description="what was published about it")] = None


class MeetingWords(Words, frozen=True, kw_only=True):
    """Words of a meeting."""

    chair: Annotated[NonEmpty, Meta(description="who presided, with office")]
    place: Annotated[str, Meta(description="where it was held")] = ""
    agenda: Annotated[tuple[NonEmpty, ...], Meta(description="the agenda items, in order")] = ()
    decisions: Annotated[tuple[NonEmpty, ...], Meta(description="what was decided or asked for")] = ()
