"""The dates ahead month by month, the way to put them into one's own calendar, and what a script says of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from msgspec import structs

from sitegen.files import Output
from sitegen.plan.calendar_files import event_file
from sitegen.plan.rows import event_state
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import EventItem, ahead, event_time, has_day, is_over, turns_on
from sitegen.values import Period
from sitegen.views import pages as views

KILOBYTE = 1000
MONTHS = 12


def calendar(events: tuple[EventItem, ...], file: Output | None, at: Standpoint) -> views.Calendar | None:
    """Return the calendar of events ahead, in their order, with the file of all events; None if nothing is ahead."""
    if not events:
        return None
    return views.Calendar(
        note=holds(events, at),
        months=tuple(_months(events, at)),
        file=_link("calendar_all", file, at) if file else None,
        subscription=_subscription(file, at),
        address=at.linker.full(file.path) if file else "",
        countdown=countdown(at),
    )


def event_link(event: EventItem, at: Standpoint) -> views.CalendarFile | None:
    """Return the link to the file of an event that is not over; None if its days are not known."""
    file = None if is_over(event, at.today) else event_file(event, at)
    name = "calendar_withdraw" if event.facts.status == "cancelled" else "calendar_add"
    return _link(name, file, at) if file else None


def countdown(at: Standpoint) -> views.Countdown:
    """Return the words for days ahead; a script puts their number where `{days}` stands."""
    return views.Countdown(
        zone=at.settings.timezone,
        today=at.say("days_today"),
        tomorrow=at.say("days_tomorrow"),
        ahead=at.say("days_ahead", days="{days}"),
        under_way=at.say("days_under_way"),
        past=at.say("days_past"),
    )


def holds(events: Iterable[EventItem], at: Standpoint) -> str:
    """Return until when the list is right: the first day after which it says something else; empty if for good."""
    days = [day for event in events if (day := turns_on(event, at.today))]
    return at.say("list_holds", day=at.wording.day(min(days)).text) if days else ""


def _months(events: tuple[EventItem, ...], at: Standpoint) -> Iterator[views.Month]:
    """Yield twelve months, from that of the first event on, or from this one if it has begun already."""
    first = _month(max(ahead(events[0], at.today)[0], at.today))
    for number in range(first, first + MONTHS):
        month = date(number // MONTHS, number % MONTHS + 1, 1)
        when = at.wording.period(Period(f"{month:%Y-%m}"))
        found = (_dates(event, number, first, at) for event in events)
        yield views.Month(when, tuple(chain.from_iterable(found)))


def _dates(event: EventItem, month: int, first: int, at: Standpoint) -> Iterator[views.Dated]:
    """Yield an event in the month in which it begins, in the first one if it has begun before."""
    begins, ends = ahead(event, at.today)
    if max(_month(begins), first) == month and (anchor := at.anchor("event", event.id)):
        when, is_known = event_time(event, at), has_day(event)
        note = event_state(event, at) or ("" if is_known else at.say("day_unknown"))
        yield views.Dated(structs.replace(when, text=_short(begins, ends, at)) if is_known else when, anchor, note)


def _short(begins: date, ends: date, at: Standpoint) -> str:
    """Return days without their year, which is that of the month they stand under."""
    first, last = at.wording.short(begins), at.wording.short(ends)
    return first if begins == ends else at.say("from_to", first=first, last=last)


def _month(day: date) -> int:
    """Return the number of a month among all there are."""
    return day.year * MONTHS + day.month - 1


def _link(name: str, file: Output, at: Standpoint) -> views.CalendarFile:
    """Return the link to a file; its size is given in round kilobytes, at least one."""
    size = max(1, round(len(file.data) / KILOBYTE))
    return views.CalendarFile(at.linker.href(at.here, file.path), at.say(name, size=at.wording.number(size)))


def _subscription(file: Output | None, at: Standpoint) -> str:
    """Return what opens a calendar program; empty if the address is not known."""
    address = at.linker.full(file.path) if file else ""
    return f"webcal:{address.partition(':')[2]}" if address else ""
