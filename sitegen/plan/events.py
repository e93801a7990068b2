"""Event pages and their list."""

from sitegen.kinds.event import Occurrence
from sitegen.plan.catalogue import Catalogue, Part
from sitegen.plan.rows import chosen_tasks, event_row, event_state, simple_row, task_rows
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.plan.times import EventItem, event_time, events_in_order, next_day
from sitegen.views import pages as views
from sitegen.views.parts import Fact, Group, Phrase, Value

LEAP_DAY = "02-29"


def catalogue(at: Standpoint) -> Catalogue[EventItem]:
    """Return what comes next, then what is over."""
    events = events_in_order(at)
    upcoming = tuple(event for event in events if next_day(event, at.today))
    parts = (Part("upcoming", upcoming), Part("over", events[len(upcoming) :]))
    return Catalogue(_answer(upcoming, at), parts, event_row)


def detail(event: EventItem, at: Standpoint) -> views.Event:
    """Return an event's page."""
    words = at.words(event)
    is_over = next_day(event, at.today) is None
    return views.Event(
        when=event_time(event, at),
        state=_state(event, at, is_over=is_over),
        is_over=is_over,
        is_cancelled=event.facts.status == "cancelled",
        meaning=at.told(words.meaning, "meaning"),
        outcome=at.told(words.outcome, "outcome"),
        occurrences=tuple(
            _occurrence(f"occurrences.{number}", found, at) for number, found in enumerate(event.facts.occurrences)
        ),
        actions=_actions(event, at),
        tasks=at.group("event-tasks", task_rows(chosen_tasks(event.facts.tasks, at), at)),
    )


def event_facts(event: EventItem, at: Standpoint) -> tuple[Fact, ...]:
    """Return when, where and by whom."""
    known, words = event.facts, at.words(event)
    return facts(
        at.fact("when", Value(Phrase(""), when=event_time(event, at))),
        at.fact("time", known.time),
        at.fact("returns", at.say("every_year", day=_yearly_day(event, at)) if known.yearly else None),
        at.fact("place", Value(at.told(words.place, "place")) if words.place else None),
        at.fact("organiser", at.value("agency", known.organiser)),
        at.fact("type", at.say(f"event_type_{known.type}")),
    )


def _yearly_day(event: EventItem, at: Standpoint) -> str:
    month, day = (event.facts.yearly or LEAP_DAY).split("-")
    return at.say("month_and_day", month=int(month), day=int(day), month_name=at.say(f"month_{int(month)}"))


def _answer(upcoming: tuple[EventItem, ...], at: Standpoint) -> str:
    if not upcoming:
        return at.say("answer_events_none")
    following = upcoming[0]
    return at.say("answer_events", title=at.title(following).text, day=event_time(following, at).text)


def _state(event: EventItem, at: Standpoint, *, is_over: bool) -> str:
    return event_state(event, at) or (at.say("event_over") if is_over else "")


def _occurrence(field: str, found: Occurrence, at: Standpoint) -> views.OccurrenceView:
    return views.OccurrenceView(
        when=at.wording.span(found.start, found.end),
        theme=at.maybe(found.theme),
        note=at.told_best(found.note, f"{field}.note") if found.note else None,
        sources=at.anchors("source", found.sources),
    )


def _actions(event: EventItem, at: Standpoint) -> Group | None:
    return at.group("actions", (simple_row(action, at) for action in at.chosen("action", event.facts.actions)))
