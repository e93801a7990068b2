"""How many of some tasks are completed: never a share without what it is a share of."""

from collections.abc import Iterable

from msgspec import Struct

from sitegen.kinds.task import status_of
from sitegen.plan.rows import tasks_naming
from sitegen.plan.standpoint import Standpoint


class Progress(Struct, frozen=True):
    """How many tasks there are, and how many of them are completed."""

    tasks: int
    completed: int


def progress(kind: str, identifier: str, field: str, at: Standpoint) -> Progress:
    """Return how far the tasks are that name a thing in a field."""
    return at.site.once(("progress", kind, identifier, field), lambda: _progress(kind, identifier, field, at))


def total(parts: Iterable[Progress]) -> Progress:
    """Return what parts that have no task in common come to."""
    found = tuple(parts)
    return Progress(sum(part.tasks for part in found), sum(part.completed for part in found))


def in_words(name: str, part: Progress, at: Standpoint) -> str:
    """Return the sentence `name` for a part, or `name_none` where nothing of it is completed; empty without a task."""
    if not part.tasks:
        return ""
    said = name if part.completed else f"{name}_none"
    return at.wording.count(said, part.tasks, completed=at.wording.number(part.completed))


def _progress(kind: str, identifier: str, field: str, at: Standpoint) -> Progress:
    tasks = tasks_naming(kind, identifier, field, at)
    reports = at.reports(kind, identifier, field)
    completed = sum(status_of(task.facts, reports.get(task.id, ())) == "completed" for task in tasks)
    return Progress(len(tasks), completed)
