"""Rules of events: one date, or one day each year; things to do while it is ahead; a change that is told."""

from collections.abc import Iterator

from sitegen.check.subjects import of_kind, shown_on
from sitegen.diagnostics import Diagnostic, error, warning
from sitegen.kinds.event import EventFacts, EventWords, is_over
from sitegen.model import Item, Site
from sitegen.values import CalendarError, Period, parse_day

EventItem = Item[EventFacts, EventWords]
LEAP_YEAR = 2024
ACTIONS = 3


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with events."""
    for event in of_kind(site, "event", EventFacts, EventWords):
        yield from _dates(event)
        yield from _yearly(event)
        yield from _actions(event, site)
        yield from _told(event)
        yield from _order(event, event.facts.start, event.facts.end, "end")
        for number, occurrence in enumerate(event.facts.occurrences):
            yield from _order(event, occurrence.start, occurrence.end, f"occurrences.{number}.end")


def _dates(event: EventItem) -> Iterator[Diagnostic]:
    has_start, has_yearly = event.facts.start is not None, event.facts.yearly is not None
    if not has_start and not has_yearly:
        yield error(
            "event-dates", event.facts_origin.place("start"), "nothing says when this event is",
            "add start: and the day, or yearly: with month and day, as in 04-22",
        )  # fmt: skip
    if has_start and has_yearly:
        yield error(
            "event-dates", event.facts_origin.place("yearly"), "an event has either start: or yearly:, and not both",
            "keep one of the two",
        )  # fmt: skip
    if event.facts.end is not None and not has_start:
        yield error(
            "event-dates", event.facts_origin.place("end"), "there is an end, but no start", "add start: and the day"
        )


def _yearly(event: EventItem) -> Iterator[Diagnostic]:
    if event.facts.yearly is None:
        return
    try:
        parse_day(f"{LEAP_YEAR}-{event.facts.yearly}")
    except CalendarError as problem:
        yield error(
            "no-such-date",
            event.facts_origin.place("yearly"),
            "there is no {text}: {month} has {days} days"
            if problem.days
            else "there is no {text}: months go from 01 to 12",
            "check the calendar",
            text=event.facts.yearly,
            month=f"{problem.month:02}",
            days=problem.days,
        )


def _actions(event: EventItem, site: Site) -> Iterator[Diagnostic]:
    """Whoever comes to the page of an event that is ahead finds three things to do, if the site has as many.

    A draft is not finished, and may still be without.
    """
    known = event.facts
    is_ahead = not (event.is_draft or known.status == "cancelled" or is_over(known, shown_on(event, site)))
    if is_ahead and len(known.actions) < ACTIONS <= len(site.items["action"]):
        yield warning(
            "event-actions", event.facts_origin.place("actions"),
            "an event that is ahead names {wanted} things that readers can do, and this one names {count}",
            "name more of them in actions:, each by the name of its file in content/actions/",
            wanted=ACTIONS, count=len(known.actions),
        )  # fmt: skip


def _told(event: EventItem) -> Iterator[Diagnostic]:
    """By each change that readers are told of, calendars know that a file is newer than what they have."""
    if event.facts.status != "scheduled" and not event.facts.changes:
        yield warning(
            "event-untold", event.facts_origin.place("status"),
            "nothing says what has changed, and calendars that have this event already do not learn of it",
            "add a line to changes: with the day and what has changed, and one more whenever something changes again",
        )  # fmt: skip


def _order(event: EventItem, start: Period | None, end: Period | None, field: str) -> Iterator[Diagnostic]:
    if start is not None and end is not None and end.last < start.first:
        yield error(
            "event-dates", event.facts_origin.place(field), "the end, {end}, is before the start, {start}",
            "correct one of the two", end=end.text, start=start.text,
        )  # fmt: skip
