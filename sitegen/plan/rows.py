"""Things as rows of lists."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import wraps
from typing import TypeVar, cast

from sitegen.kinds.source import SourceFacts, SourceWords
from sitegen.kinds.task import TaskFacts, TaskWords
from sitegen.model import AnyItem, Item
from sitegen.plan.standings import TaskItem, remarks_on, task_status
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import EventItem, MeetingItem, NewsItem, event_time, meeting_time, news_time
from sitegen.urls import SECTIONS
from sitegen.views.parts import Anchor, Group, Phrase, Row, Value

SourceItem = Item[SourceFacts, SourceWords]
LONGEST_GROUP = 50  # rows that a page carries of what names the thing it is about
AI = TypeVar("AI", bound=AnyItem)


def _shared(row: Callable[[AI, Standpoint], Row]) -> Callable[[AI, Standpoint], Row]:
    """Return the same function; a row that is on many pages is made once."""

    @wraps(row)
    def shared(item: AI, at: Standpoint) -> Row:
        return at.once((row.__name__, item.kind, item.id), lambda: row(item, at))

    return shared


@_shared
def simple_row(item: AnyItem, at: Standpoint) -> Row:
    """Return an item as a row with its title and summary."""
    return Row(href=at.href(item.kind, item.id), title=at.title(item), summary=at.summary(item), meta=at.only_in(item))


def tasks_in_order(at: Standpoint) -> tuple[TaskItem, ...]:
    """Return the published tasks by id."""
    return at.items("task", TaskFacts, TaskWords)


def tasks_naming(kind: str, identifier: str, field: str, at: Standpoint) -> tuple[TaskItem, ...]:
    """Return the tasks that name a thing in a field."""
    return cast("tuple[TaskItem, ...]", at.naming(kind, identifier, "task", field))


def chosen_tasks(identifiers: Iterable[str], at: Standpoint) -> tuple[TaskItem, ...]:
    """Return those of the tasks named that are published, in the order they are named."""
    return cast("tuple[TaskItem, ...]", at.chosen("task", identifiers))


def event_state(event: EventItem, at: Standpoint) -> str:
    """Return whether an event was changed or cancelled, in words; empty if it goes ahead."""
    return "" if event.facts.status == "scheduled" else at.say(f"event_{event.facts.status}")


@_shared
def task_row(task: TaskItem, at: Standpoint) -> Row:
    """Return a task as a row: the status, what is to be said of it today, and who leads."""
    return Row(
        href=at.href("task", task.id),
        title=at.title(task),
        summary=at.summary(task),
        status=task_status(task, at),
        meta=(
            *(Value(Phrase(remark.label)) for remark in remarks_on(task, at)),
            *_agency(task.facts.lead_agency, at),
            *at.only_in(task),
        ),
    )


def newest(items: Sequence[AI], at: Standpoint) -> tuple[Sequence[AI], str]:
    """Return as many items as a group holds, of more those updated last, with the sentence that says so."""
    if len(items) <= LONGEST_GROUP:
        return items, ""
    count, shown = at.wording.number(len(items)), at.wording.number(LONGEST_GROUP)
    return sorted(items, key=_newest_first)[:LONGEST_GROUP], at.say("newest", count=count, shown=shown)


def newest_tasks(identifier: str, tasks: Sequence[TaskItem], at: Standpoint, note: str = "") -> Group | None:
    """Return tasks as a group; of more than it holds the newest, how many there are, and the way to all of them."""
    shown, extent = newest(tasks, at)
    more = Anchor(at.href("page", SECTIONS["task"]), Phrase(at.say("all_tasks"))) if extent else None
    return at.group(identifier, task_rows(shown, at), " ".join(filter(None, (note, extent))), more)


def _newest_first(item: AnyItem) -> tuple[int, str]:
    return (-(item.facts.updated_on or date.min).toordinal(), item.id)


def task_rows(tasks: Iterable[TaskItem], at: Standpoint) -> tuple[Row, ...]:
    """Return tasks as rows."""
    return tuple(task_row(task, at) for task in tasks)


@_shared
def event_row(event: EventItem, at: Standpoint) -> Row:
    """Return an event as a row with the next date, or the one it had, and whether it was changed or cancelled."""
    state = event_state(event, at)
    return Row(
        href=at.href("event", event.id),
        title=at.title(event),
        summary=at.summary(event),
        when=event_time(event, at),
        meta=(*((Value(Phrase(state)),) if state else ()), *at.only_in(event)),
    )


def event_rows(events: Iterable[EventItem], at: Standpoint) -> tuple[Row, ...]:
    """Return events as rows."""
    return tuple(event_row(event, at) for event in events)


@_shared
def meeting_row(meeting: MeetingItem, at: Standpoint) -> Row:
    """Return a meeting as a row with its date."""
    return Row(
        href=at.href("meeting", meeting.id),
        title=at.title(meeting),
        summary=at.summary(meeting),
        when=meeting_time(meeting, at),
        meta=at.only_in(meeting),
    )


def meeting_rows(meetings: Iterable[MeetingItem], at: Standpoint) -> tuple[Row, ...]:
    """Return meetings as rows."""
    return tuple(meeting_row(meeting, at) for meeting in meetings)


@_shared
def news_row(news: NewsItem, at: Standpoint) -> Row:
    """Return a news item as a row with date and issuer."""
    return Row(
        href=at.href("news", news.id),
        title=at.title(news),
        summary=at.summary(news),
        when=news_time(news, at),
        meta=(*_agency(news.facts.agency, at), *at.only_in(news)),
    )


@_shared
def source_row(source: SourceItem, at: Standpoint) -> Row:
    """Return a source as a row: who published it, and when."""
    return Row(
        href=at.href("source", source.id),
        title=at.title(source),
        when=at.wording.period(source.facts.published_on),
        meta=(Value(Phrase(at.words(source).publisher, at.lang(at.spoken(source)))), *at.only_in(source)),
    )


def _agency(identifier: str, at: Standpoint) -> tuple[Value, ...]:
    agency = at.value("agency", identifier)
    return (agency,) if agency else ()
