"""How a task stands on a day: overdue, without a report for too long, new. Nobody writes any of these."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from sitegen.kinds.task import TaskFacts, Update, status_of
from sitegen.values import Period

Remark = Literal["overdue", "silent", "new"]
OVER = frozenset({"completed", "stopped"})
DAY = timedelta(days=1)
NEW_DAYS = 90  # days for which a task or a text is called new


def due_on(facts: TaskFacts) -> Period | None:
    """Return when a task is due: the latest date it was moved to, else the first one."""
    return facts.revised_due_on[-1].date if facts.revised_due_on else facts.due_on


def remarks(
    facts: TaskFacts, updates: Sequence[Update], identified: Period | None, today: date, limit: int
) -> Iterator[Remark]:
    """Yield what is to be said of a task on a day; it should be reported on every `limit` days.

    `identified` is when it was named as new, if that is known.
    """
    if status_of(facts, updates) not in OVER:
        due = due_on(facts)
        if due and due.last < today:
            yield "overdue"
        last = last_heard(facts, updates, identified)
        if last is None or (today - last).days > limit:
            yield "silent"
    if is_new(identified, today):
        yield "new"


def turning_days(facts: TaskFacts, updates: Sequence[Update], identified: Period | None, limit: int) -> Iterator[date]:
    """Yield the days from which on something else is to be said of a task than on the day before."""
    announced = facts.next_update_on
    if announced and not any(update.as_of >= announced.first for update in updates):
        yield announced.last + DAY
    if facts.basis == "archival":
        return
    if status_of(facts, updates) not in OVER:
        due, last = due_on(facts), last_heard(facts, updates, identified)
        if due:
            yield due.last + DAY
        if last:
            yield last + (limit + 1) * DAY
    if identified:
        yield identified.last
        yield identified.last + (NEW_DAYS + 1) * DAY


def last_heard(facts: TaskFacts, updates: Sequence[Update], identified: Period | None) -> date | None:
    """Return the day of the latest report; where there is none, that of the last change, or of what is known first."""
    if updates:
        return updates[-1].as_of
    begun = min((period.first for period in (facts.started_on, identified) if period), default=None)
    return facts.updated_on or begun


def is_new(identified: Period | None, today: date) -> bool:
    """Whether a task was named as new only lately."""
    return identified is not None and timedelta() <= today - identified.last <= timedelta(days=NEW_DAYS)
