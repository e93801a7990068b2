"""How tasks stand on a day: overdue, without an update for too long, new. Nobody writes any of these."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from sitegen.desk import words
from sitegen.desk.findings import Finding, about
from sitegen.kinds.meeting import MeetingFacts
from sitegen.kinds.standing import OVER, due_on, is_new, last_heard, turning_days
from sitegen.kinds.task import TaskFacts, TaskWords, Update, status_of
from sitegen.model import AnyItem, Item, Site
from sitegen.parse.whereabouts import log_of
from sitegen.values import Period

TaskItem = Item[TaskFacts, TaskWords]


def of_task(item: AnyItem, site: Site, limit: int) -> Iterator[Finding]:
    """Yield what a task needs; it should be reported on every `limit` days."""
    task = cast("TaskItem", item)
    updates = _updates(task, site)
    status = status_of(task.facts, updates)
    if status not in OVER:
        yield from _overdue(task, site.today)
        if updates or task.facts.basis == "current":
            yield from _silent(task, updates, site, limit)
    yield from _new(task, site)


def days_of_task(item: AnyItem, site: Site) -> Iterator[date]:
    """Yield the days from which on something else is said of a task than on the day before."""
    task = cast("TaskItem", item)
    return turning_days(task.facts, _updates(task, site), _identified(task, site), site.settings.update_days)


def _updates(task: TaskItem, site: Site) -> tuple[Update, ...]:
    return site.updates[task.id].updates if task.id in site.updates else ()


def _overdue(task: TaskItem, today: date) -> Iterator[Finding]:
    due = due_on(task.facts)
    if due and due.last < today:
        days = (today - due.last).days
        log = log_of(task.id)
        yield about(task, "overdue", words.OVERDUE, on=due.last.isoformat(), due=due.text, days=days, log=log)


def _silent(task: TaskItem, updates: tuple[Update, ...], site: Site, limit: int) -> Iterator[Finding]:
    log = log_of(task.id)
    last = last_heard(task.facts, updates, _identified(task, site))
    if last is None:
        yield about(task, "silent", words.SILENT_EVER, log=log)
    elif (days := (site.today - last).days) > limit:
        note = words.SILENT if updates else words.SILENT_SINCE
        yield about(task, "silent", note, on=last.isoformat(), last=last, days=days, limit=limit, log=log)


def _new(task: TaskItem, site: Site) -> Iterator[Finding]:
    identified = _identified(task, site)
    if identified and is_new(identified, site.today):
        yield about(task, "new", words.NEW_TASK, on=identified.last.isoformat())


def _identified(task: TaskItem, site: Site) -> Period | None:
    meeting = site.items["meeting"].get(task.facts.identified_at or "")
    held_on = cast("MeetingFacts", meeting.facts).held_on if meeting else None
    return held_on if isinstance(held_on, Period) else None
