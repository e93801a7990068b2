"""Things as rows of lists."""

from collections.abc import Iterable
from typing import cast

from sitegen.kinds.source import SourceFacts, SourceWords
from sitegen.kinds.task import TaskFacts, TaskWords
from sitegen.model import AnyItem, Item
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import EventItem, MeetingItem, NewsItem, event_time, meeting_time, news_time
from sitegen.views.parts import Phrase, Row, Status, Value

TaskItem = Item[TaskFacts, TaskWords]
SourceItem = Item[SourceFacts, SourceWords]


def simple_row(item: AnyItem, at: Standpoint) -> Row:
    """Return an item as a row with its title and summary."""
    return Row(href=at.href(item.kind, item.id), title=at.title(item), summary=at.summary(item))


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


def task_status(task: TaskItem, at: Standpoint) -> Status:
    """Return the task's status in words: the latest update's, else the one stated."""
    updates = at.updates(task.id)
    return status_in_words((updates[-1].status if updates else task.facts.status) or "unknown", at)


def status_in_words(code: str, at: Standpoint) -> Status:
    """Return a status with its label and meaning."""
    return Status(code, at.say(f"status_{code}"), at.say(f"status_{code}_meaning"))


def task_rows(tasks: Iterable[TaskItem], at: Standpoint) -> tuple[Row, ...]:
    """Return tasks as rows: the status, and who leads."""
    return tuple(
        Row(
            href=at.href("task", task.id),
            title=at.title(task),
            summary=at.summary(task),
            status=task_status(task, at),
            meta=_agency(task.facts.lead_agency, at),
        )
        for task in tasks
    )


def event_rows(events: Iterable[EventItem], at: Standpoint) -> tuple[Row, ...]:
    """Return events as rows with the next date, or the one they had, and whether it was changed or cancelled."""
    return tuple(
        Row(
            href=at.href("event", event.id),
            title=at.title(event),
            summary=at.summary(event),
            when=event_time(event, at),
            meta=(Value(Phrase(state)),) if (state := event_state(event, at)) else (),
        )
        for event in events
    )


def meeting_rows(meetings: Iterable[MeetingItem], at: Standpoint) -> tuple[Row, ...]:
    """Return meetings as rows with their dates."""
    return tuple(
        Row(href=at.href("meeting", found.id), title=at.title(found), summary=at.summary(found),
            when=meeting_time(found, at))
        for found in meetings
    )  # fmt: skip


def news_rows(news: Iterable[NewsItem], at: Standpoint) -> tuple[Row, ...]:
    """Return news as rows with date and issuer."""
    return tuple(
        Row(
            href=at.href("news", item.id),
            title=at.title(item),
            summary=at.summary(item),
            when=news_time(item, at),
            meta=_agency(item.facts.agency, at),
        )
        for item in news
    )


def source_rows(sources: Iterable[SourceItem], at: Standpoint) -> tuple[Row, ...]:
    """Return sources as rows: who published them, and when."""
    return tuple(
        Row(
            href=at.href("source", source.id),
            title=at.title(source),
            when=at.wording.period(source.facts.published_on),
            meta=(Value(Phrase(at.words(source).publisher, at.lang(at.spoken(source)))),),
        )
        for source in sources
    )


def _agency(identifier: str, at: Standpoint) -> tuple[Value, ...]:
    agency = at.value("agency", identifier)
    return (agency,) if agency else ()
