"""When things are: the next time an event takes place, the day a meeting was held, the order that follows."""

from collections.abc import Iterable
from datetime import date
from typing import cast

from msgspec import structs

from sitegen.kinds import event as event_kind
from sitegen.kinds.event import EventFacts, EventWords
from sitegen.kinds.meeting import MeetingFacts, MeetingWords
from sitegen.kinds.news import NewsFacts, NewsWords
from sitegen.model import Item
from sitegen.plan.standpoint import Standpoint
from sitegen.values import Period
from sitegen.views.parts import When

EventItem = Item[EventFacts, EventWords]
MeetingItem = Item[MeetingFacts, MeetingWords]
NewsItem = Item[NewsFacts, NewsWords]
YEARS_TO_LEAP_DAY = 8  # from 1896 to 1904, the longest there is between two 29 Februaries


def next_day(event: EventItem, today: date) -> date | None:
    """Return the first day of the next time it takes place, today included; None if it is over or cancelled."""
    if event.facts.status == "cancelled":
        return None
    if event.facts.yearly:
        return _next_day(event.facts.yearly, today)
    return event.facts.start.first if event.facts.start and last_day(event) >= today else None


def last_day(event: EventItem) -> date:
    """Return the last day of a single event."""
    return event_kind.last_day(event.facts)


def is_over(event: EventItem, today: date) -> bool:
    """Whether it does not take place any more; one that is cancelled is over when it would have been."""
    return event_kind.is_over(event.facts, today)


def ahead(event: EventItem, today: date) -> tuple[date, date]:
    """Return the first and the last day of the next time of an event that is not over."""
    day = next_day(event, today) if event.facts.yearly else None
    if day is not None:
        return day, day
    return (event.facts.start.first, last_day(event)) if event.facts.start else (date.max, date.max)


def has_day(event: EventItem) -> bool:
    """Whether the very days are known on which it takes place."""
    known = event.facts
    return bool(known.yearly) or all(period.precision == "day" for period in (known.start, known.end) if period)


def first_known_day(event: EventItem, at: Standpoint) -> date:
    """Return the day on which an event whose days are known begins; one that returns each year, the first time.

    That is the earliest time that we know it took place on its day, or the next one if we know of none.
    """
    known = event.facts
    if known.start or not known.yearly:
        return known.start.first if known.start else date.min
    return _first_of(event) or _next_day(known.yearly, at.today)


def turns_on(event: EventItem, today: date) -> date | None:
    """Return the last day on which pages and files say of an event what they say today; None if that is for good.

    One that goes on for months stands in each of them in turn.
    """
    known = event.facts
    if known.yearly:
        is_settled = known.status == "cancelled" and _first_of(event)
        return None if is_settled else _next_day(known.yearly, today)
    if is_over(event, today):
        return None
    begins, ends = ahead(event, today)
    return min(ends, Period(f"{max(begins, today):%Y-%m}").last)


def event_time(event: EventItem, at: Standpoint) -> When:
    """Return the time of its next occurrence, or of the one it had; of one that takes place, its days if known."""
    if event.facts.start:
        when = at.wording.span(event.facts.start, event.facts.end)
    else:
        day = next_day(event, at.today)
        when = at.wording.day(day) if day else When(at.say("event_cancelled"))
    if next_day(event, at.today) is None or not has_day(event):
        return when
    first, last = ahead(event, at.today)
    return structs.replace(when, day=first.isoformat(), last="" if last == first else last.isoformat())


def events_in_order(at: Standpoint) -> tuple[EventItem, ...]:
    """Return the published events, the next one first, those that are over last and the latest of them first."""
    return _in_order(at.items("event", EventFacts, EventWords), at.today)


def events_naming(kind: str, identifier: str, field: str, at: Standpoint) -> tuple[EventItem, ...]:
    """Return the events that name a thing in a field, in that order too."""
    found = cast("tuple[EventItem, ...]", at.naming(kind, identifier, "event", field))
    return _in_order(found, at.today)


def _in_order(events: Iterable[EventItem], today: date) -> tuple[EventItem, ...]:
    events = tuple(events)
    upcoming = sorted((e for e in events if not is_over(e, today)), key=lambda e: (*ahead(e, today), e.id))
    over = sorted((e for e in events if is_over(e, today)), key=lambda e: (last_day(e), e.id), reverse=True)
    return (*upcoming, *over)


def meeting_time(meeting: MeetingItem, at: Standpoint) -> When:
    """Return when it was held; what bounds an unknown date."""
    known = meeting.facts
    if isinstance(known.held_on, Period) or not (known.not_before and known.not_after):
        return at.wording.period(known.held_on)
    after, before = at.wording.period(known.not_before), at.wording.period(known.not_after)
    return When(at.say("date_between", after=after.text, before=before.text))


def meetings_in_order(at: Standpoint) -> tuple[MeetingItem, ...]:
    """Return the published meetings, oldest first; one of unknown date stands where its bounds put it."""
    return tuple(sorted(at.items("meeting", MeetingFacts, MeetingWords), key=_meeting_order))


def news_time(news: NewsItem, at: Standpoint) -> When:
    """Return when it was issued; where that is unknown, the day it reports on, said to be that."""
    if isinstance(news.facts.issued_on, Period) or news.facts.reports_on is None:
        return at.wording.period(news.facts.issued_on)
    day = at.wording.period(news.facts.reports_on)
    return When(at.say("on_events_of", day=day.text), day.machine)


def news_in_order(at: Standpoint) -> tuple[NewsItem, ...]:
    """Return the published news, newest first."""
    return tuple(sorted(at.items("news", NewsFacts, NewsWords), key=_news_order, reverse=True))


def _first_of(event: EventItem) -> date | None:
    """Return the earliest time that we know an event took place on the day on which it returns each year."""
    days = (each.start for each in event.facts.occurrences if each.start.text.endswith(f"-{event.facts.yearly}"))
    return min((day.first for day in days), default=None)


def _next_day(month_and_day: str, today: date) -> date:
    """Return the first such day that is not over."""
    years = range(today.year, today.year + YEARS_TO_LEAP_DAY + 1)
    days = (_day_in(year, month_and_day) for year in years)
    return next(day for day in days if day and day >= today)


def _day_in(year: int, month_and_day: str) -> date | None:
    """Return the day in that year; 29 February only exists in leap years."""
    month, day = map(int, month_and_day.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _meeting_order(meeting: MeetingItem) -> tuple[date, int, str]:
    held_on = meeting.facts.held_on
    known = held_on if isinstance(held_on, Period) else meeting.facts.not_before or meeting.facts.not_after
    return (known.first if known else date.min, meeting.facts.number or 0, meeting.id)


def _news_order(news: NewsItem) -> tuple[date, str]:
    issued = news.facts.issued_on if isinstance(news.facts.issued_on, Period) else news.facts.reports_on
    return (issued.last if issued else date.min, news.id)
