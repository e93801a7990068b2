"""Event pages and their list."""

from collections.abc import Iterator

from sitegen.files import Output
from sitegen.kinds.event import Occurrence
from sitegen.plan.calendar import calendar, countdown, event_link
from sitegen.plan.calendar_files import all_events, event_file
from sitegen.plan.catalogue import Catalogue, Part
from sitegen.plan.linked_data import event_data
from sitegen.plan.rows import chosen_tasks, event_row, event_state, simple_row, task_rows
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.plan.times import EventItem, ahead, event_time, events_in_order, has_day, is_over, next_day
from sitegen.views import pages as views
from sitegen.views.parts import Fact, Group, Phrase, Value

LEAP_DAY = "02-29"


def catalogue(at: Standpoint) -> Catalogue[EventItem]:
    """Return what comes next, then what is over."""
    events = events_in_order(at)
    upcoming = tuple(event for event in events if not is_over(event, at.today))
    parts = (Part("upcoming", upcoming), Part("over", events[len(upcoming) :]))
    file = all_events(at)
    return Catalogue(
        answer=_answer(upcoming, at),
        parts=parts,
        row=event_row,
        calendar=calendar(upcoming, file, at),
        files=(file,) if file else (),
    )


def detail(event: EventItem, at: Standpoint) -> views.Event:
    """Return an event's page."""
    words, over = at.words(event), is_over(event, at.today)
    is_cancelled = event.facts.status == "cancelled"
    return views.Event(
        when=event_time(event, at),
        weekday=_weekday(event, at) if has_day(event) and not over else "",
        state=_state(event, at, is_over=over),
        is_over=over,
        is_cancelled=is_cancelled,
        file=event_link(event, at),
        file_note="" if over or has_day(event) else at.say("calendar_missing"),
        meaning=at.told(words.meaning, "meaning"),
        outcome=at.told(words.outcome, "outcome"),
        outcome_note=at.say("event_outcome_unknown") if over and not (is_cancelled or words.outcome) else "",
        countdown=None if over else countdown(at),
        linked_data=event_data(event, at),
        occurrences=tuple(
            _occurrence(f"occurrences.{number}", found, at) for number, found in enumerate(event.facts.occurrences)
        ),
        actions=_actions(event, at),
        tasks=at.group("event-tasks", task_rows(chosen_tasks(event.facts.tasks, at), at)),
    )


def files(event: EventItem, at: Standpoint) -> Iterator[Output]:
    """Yield the file that adds an event to a calendar, if its days are known."""
    if file := event_file(event, at):
        yield file


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


def _weekday(event: EventItem, at: Standpoint) -> str:
    first, last = map(at.wording.weekday, ahead(event, at.today))
    return first if len({*ahead(event, at.today)}) == 1 else at.say("from_to", first=first, last=last)


def _yearly_day(event: EventItem, at: Standpoint) -> str:
    month, day = (event.facts.yearly or LEAP_DAY).split("-")
    return at.say("month_and_day", month=int(month), day=int(day), month_name=at.say(f"month_{int(month)}"))


def _answer(upcoming: tuple[EventItem, ...], at: Standpoint) -> str:
    following = next((event for event in upcoming if next_day(event, at.today)), None)
    if following is None:
        return at.say("answer_events_none")
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
