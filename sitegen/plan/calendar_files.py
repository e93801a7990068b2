"""Files that add dates to somebody's own calendar: one for each event whose days are known, and one of all of them.

Source of the form: iCalendar, https://www.rfc-editor.org/rfc/rfc5545, with what https://www.rfc-editor.org/rfc/rfc7986
adds to it for calendars that are subscribed to. There is no METHOD: with one, an organiser's mail address is required
(RFC 5546, section 3.2.1), and who holds an event need not have one.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from sitegen.files import Output
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import EventItem, events_in_order, first_known_day, has_day, last_day
from sitegen.urls import CALENDAR, calendar_path

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

DAY = timedelta(days=1)
NEVER = date(1970, 1, 1)
"""When an event was changed of which nothing says when: a time is required, and the moment of the build is none."""
ASKED_FOR = timedelta(days=1)
"""How often a calendar that is subscribed to should be asked for again."""


def event_file(event: EventItem, at: Standpoint) -> Output | None:
    """Return the file of an event in the language of `at`; None if its days are not known."""
    if not has_day(event):
        return None
    return at.once(("calendar", event.id), lambda: Output(calendar_path(at.root, event.id), _written([event], at)))


def all_events(at: Standpoint) -> Output | None:
    """Return the file of all events whose days are known, those that are over and cancelled too; None for none.

    It is the same whatever day it is, so that nothing changes in a calendar because of that.
    """
    events = sorted(filter(has_day, events_in_order(at)), key=lambda event: event.id)
    return Output(at.root + CALENDAR, _written(events, at, at.root + CALENDAR)) if events else None


def _written(events: Iterable[EventItem], at: Standpoint, feed: str = "") -> bytes:
    """Return a calendar as it is written; of one to subscribe to, `feed` is the address."""
    from icalendar import Calendar  # noqa: PLC0415  # takes a tenth of a second: only sites with events wait for it

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{at.phrase(at.settings.name).text}//sitegen//{at.language.upper()}")
    if feed:
        _name(calendar, feed, at)
    components = [_component(event, at) for event in events]
    if times := [component.decoded("dtstart") for component in components if "TZID" in component["DTSTART"].params]:
        calendar.add_component(_zone(min(times).date(), at))
    for component in components:
        calendar.add_component(component)
    data: bytes = calendar.to_ical()
    return data


def _name(calendar: "Calendar", feed: str, at: Standpoint) -> None:
    """Say what a calendar is called, and how often it should be asked for: as RFC 7986 has it, and before it."""
    name = at.say("calendar_name", site=at.phrase(at.settings.name).text)
    calendar.add("name", name, parameters={"LANGUAGE": at.language})
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASKED_FOR, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT24H")
    calendar.add("x-wr-timezone", at.settings.timezone)
    if address := at.linker.full(feed):
        calendar.add("source", address, parameters={"VALUE": "URI"})
        calendar.add("url", at.linker.full(at.location("page", "events")))


def _component(event: EventItem, at: Standpoint) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # as above

    words, spoken = at.words(event), {"LANGUAGE": at.spoken(event)}
    is_cancelled = event.facts.status == "cancelled"
    component = Event()
    component.add("uid", str(_uid(event, at)))
    component.add("dtstamp", _changed(event, at))
    component.add("sequence", len(event.facts.changes))
    for name, value in _days(event, at):
        component.add(name, value)
    title = at.say("calendar_cancelled", title=words.title) if is_cancelled else words.title
    component.add("summary", title, parameters=spoken)
    component.add("description", "\n\n".join(_description(event, at)), parameters=spoken)
    if words.place:
        component.add("location", at.plain(words.place, at.spoken(event)), parameters=spoken)
    component.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    component.add("transp", "TRANSPARENT")  # nobody's time is taken by what they may come to
    if address := _address(event, at):
        component.add("url", address)
    return component


def _uid(event: EventItem, at: Standpoint) -> UUID:
    """Return what an event is known by in every calendar: the same in every language, whatever is edited.

    It is made of the address of its page in the default language; where it is not known under which the site is
    published, of the site's name.
    """
    default = at.languages[0]
    site = at.linker.full("") or f"sitegen:{at.settings.name.best(default, default)[0]}/"
    return uuid5(NAMESPACE_URL, f"{site}events/{event.id}/")


def _changed(event: EventItem, at: Standpoint) -> datetime:
    """Return when what is told of an event was changed last."""
    known = event.facts
    day = max(known.updated_on or NEVER, *(change.on for change in known.changes), NEVER)
    if day == NEVER:
        return datetime.combine(NEVER, time(), UTC)
    return datetime.combine(day, time(), ZoneInfo(at.settings.timezone)).astimezone(UTC)


def _days(event: EventItem, at: Standpoint) -> Iterator[tuple[str, object]]:
    """Yield when an event is: the hour it begins at if it is over on that day, else its days, the end excluded.

    No source says when it ends on its last day, and so nothing is said of that.
    """
    known, first = event.facts, first_known_day(event, at)
    last = last_day(event) if known.start else first
    if known.time and first == last:
        yield "dtstart", datetime.combine(first, time.fromisoformat(known.time), ZoneInfo(at.settings.timezone))
    else:
        yield "dtstart", first
        yield "dtend", last + DAY
    if known.yearly:
        month, day = map(int, known.yearly.split("-"))
        yield "rrule", {"freq": "yearly", "bymonth": month, "bymonthday": day}


def _description(event: EventItem, at: Standpoint) -> Iterator[str]:
    known, words, spoken = event.facts, at.words(event), at.spoken(event)
    if known.status != "scheduled":
        yield at.say(f"event_{known.status}")
    yield " ".join(at.plain(words.summary, spoken).split())
    if known.time and known.start and last_day(event) != known.start.first:
        yield at.say("calendar_time", time=known.time)
    if address := _address(event, at):
        yield address


def _address(event: EventItem, at: Standpoint) -> str:
    return at.linker.full(at.location("event", event.id))


def _zone(first: date, at: Standpoint) -> "Timezone":
    """Return the rules of the site's time zone from a day on."""
    from icalendar import Timezone  # noqa: PLC0415  # as above

    name = at.settings.timezone
    zone = Timezone.from_tzinfo(ZoneInfo(name), name, first_date=first)
    zone.pop("COMMENT", None)  # that it holds until some year: by then the file is another one
    return zone
