"""When things are: the next time an event takes place, the day a meeting was held, the order that follows."""

from collections.abc import Iterable
from datetime import date
from typing import cast

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
        years = range(today.year, today.year + YEARS_TO_LEAP_DAY + 1)
        days = (_day_in(year, event.facts.yearly) for year in years)
        return next(day for day in days if day and day >= today)
    return event.facts.start.first if event.facts.start and last_day(event) >= today else None


def last_day(event: EventItem) -> date:
    """Return the last day of a single event."""
    period = event.facts.end or event.facts.start
    return period.last if period else date.min


def event_time(event: EventItem, at: Standpoint) -> When:
    """Return the time of its next occurrence, or of the one it had."""
    if event.facts.start:
        return at.wording.span(event.facts.start, event.facts.end)
    day = next_day(event, at.today)
    return at.wording.day(day) if day else When(at.say("event_cancelled"))


def events_in_order(at: Standpoint) -> tuple[EventItem, ...]:
    """Return the published events, the next one first, those that are over last and the latest of them first."""
    return _in_order(at.items("event", EventFacts, EventWords), at.today)


def events_naming(kind: str, identifier: str, field: str, at: Standpoint) -> tuple[EventItem, ...]:
    """Return the events that name a thing in a field, in that order too."""
    found = cast("tuple[EventItem, ...]", at.naming(kind, identifier, "event", field))
    return _in_order(found, at.today)


def _in_order(events: Iterable[EventItem], today: date) -> tuple[EventItem, ...]:
    events = tuple(events)
    upcoming = sorted((e for e in events if next_day(e, today)), key=lambda e: (next_day(e, today) or today, e.id))
    over = sorted((e for e in events if not next_day(e, today)), key=lambda e: (last_day(e), e.id), reverse=True)
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
