"""What the list of tasks can be asked: their status, who leads them, their field, their strategy."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import get_args

from sitegen.kinds.task import Field, Status
from sitegen.plan.catalogue import Choice, Filter, in_order
from sitegen.plan.standings import TaskItem, status_code
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.strategies import all_strategies
from sitegen.views.parts import Phrase

STATUSES = (
    "completed", "in_progress", "planned", "delayed", "modified", "stopped", "unknown",
)  # fmt: skip
"""The order in which readers are shown statuses."""
assert {*STATUSES} == {*get_args(Status)}  # noqa: S101  # whoever adds a status says where readers are shown it


def filters(at: Standpoint) -> tuple[Filter[TaskItem], ...]:
    """Return the filters of the list of tasks."""
    words = partial(_words, at=at)
    thing = partial(_thing, at=at)
    title, answer = partial(headline, at=at), partial(extent, at=at)
    return (
        Filter("status", lambda task: (status_code(task, at),), partial(words, "status"), in_order(STATUSES),
               partial(title, "status"), answer, has_statuses=True),
        Filter("agency", lambda task: (task.facts.lead_agency,), partial(thing, "agency"), _by_name,
               partial(title, "agency"), answer),
        Filter("field", lambda task: _of(task.facts.field), partial(words, "field"), in_order(get_args(Field)),
               partial(title, "field"), answer),
        Filter("strategy", lambda task: _of(task.facts.strategy), partial(thing, "strategy"),
               partial(_in_the_tree, at=at), partial(title, "strategy"), answer),
    )  # fmt: skip


def headline(name: str, choice: Choice[TaskItem], at: Standpoint) -> str:
    """Return the sentence that says what a choice leaves, and how many tasks that is."""
    said = f"tasks_status_{choice.id}" if name == "status" else f"tasks_{name}"
    return at.wording.count(said, len(choice.things), option=choice.label.text)


def extent(choice: Choice[TaskItem], of: int, at: Standpoint) -> str:
    """Return of how many tasks those are that a choice leaves, and how many of them are completed."""
    completed = sum(status_code(task, at) == "completed" for task in choice.things)
    count = at.wording.count("tasks_of", len(choice.things), all=at.wording.number(of))
    if choice.id in STATUSES:
        return count
    said = at.wording.count("tasks_completed", completed) if completed else at.say("tasks_completed_none")
    return f"{count} {said}"


def _of(key: str | None) -> tuple[str, ...]:
    return (key,) if key else ()


def _words(name: str, key: str, at: Standpoint) -> Phrase:
    return Phrase(at.say(f"{name}_{key}"))


def _thing(kind: str, key: str, at: Standpoint) -> Phrase | None:
    """Return what a thing is called; None for one that is not published."""
    anchor = at.anchor(kind, key)
    return anchor.label if anchor else None


def _by_name(labels: Mapping[str, Phrase]) -> Sequence[str]:
    return sorted(labels, key=lambda key: (labels[key].text.casefold(), key))


def _in_the_tree(labels: Mapping[str, Phrase], at: Standpoint) -> Sequence[str]:
    return [item.id for item in all_strategies(at) if item.id in labels] if labels else []
