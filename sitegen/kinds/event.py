"""Key events: on a date, or on the same day each year."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.kinds.common import Facts, Words
from sitegen.values import ActionRef, AgencyRef, Label, NonEmpty, Period, SourceRef, TaskRef, Text, Time, YearlyDay


class Occurrence(Struct, frozen=True, kw_only=True):
    """One time that a recurring event took place."""

    start: Annotated[Period, Meta(description="its first day that time")]
    end: Annotated[Period | None, Meta(description="its last day that time, if there were several")] = None
    theme: Annotated[Label | None, Meta(description="its theme that year")] = None
    note: Annotated[Text | None, Meta(description="what is known of it")] = None
    sources: Annotated[tuple[SourceRef, ...], Meta(description="where that is known from")] = ()


class EventFacts(Facts, frozen=True, kw_only=True):
    """Facts of an event: either `start`, or `yearly`."""

    type: Annotated[
        Literal["memorial_day", "summit", "campaign", "meeting"], Meta(description="what sort of event it is")
    ]
    start: Annotated[Period | None, Meta(description="its first day")] = None
    end: Annotated[Period | None, Meta(description="its last day, if there are several")] = None
    time: Annotated[Time | None, Meta(description="when it begins, as in 20:00")] = None
    yearly: Annotated[YearlyDay | None, Meta(description="the day it returns on each year, as in 04-05")] = None
    status: Annotated[Literal["scheduled", "changed", "cancelled"], Meta(description="is it going ahead")] = "scheduled"
    organiser: Annotated[AgencyRef | None, Meta(description="the agency that holds it")] = None
    occurrences: Annotated[tuple[Occurrence, ...], Meta(description="times it took place that we know of")] = ()
    tasks: Annotated[tuple[TaskRef, ...], Meta(description="the tasks behind it")] = ()
    actions: Annotated[tuple[ActionRef, ...], Meta(description="what readers can do for it")] = ()


class EventWords(Words, frozen=True, kw_only=True):
    """Words of an event."""

    place: Annotated[str, Meta(description="where it takes place")] = ""
    meaning: Annotated[NonEmpty, Meta(description="what it has to do with carbon neutrality")]
    outcome: Annotated[str, Meta(description="what came of it, once it is over")] = ""


def last_day(known: EventFacts) -> date:
    """Return the last day of a single event."""
    period = known.end or known.start
    return period.last if period else date.min


def is_over(known: EventFacts, today: date) -> bool:
    """Whether it does not take place any more; one that is cancelled is over when it would have been."""
    return known.status == "cancelled" if known.yearly else last_day(known) < today
