"""Filters of the list of tasks: by status, by who leads, by field and by strategy.

Every choice has a page of its own, so that nobody needs a script. A script combines them on the list itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import get_args

from msgspec import Struct

from sitegen.kinds.task import Field, Status
from sitegen.plan.pagination import ROWS_ON_A_PAGE
from sitegen.plan.standings import TaskItem, status_code, status_in_words
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.strategies import all_strategies
from sitegen.urls import FILTERS, filter_page
from sitegen.views import choices as views
from sitegen.views.parts import Phrase

FEWEST = 10  # tasks: fewer are read sooner than chosen from
MOST_COMBINED = 2000  # rows that a script is given: some 40 KB, compressed
STATUSES = (
    "completed", "in_progress", "planned", "delayed", "modified", "stopped", "unknown",
)  # fmt: skip
"""The order in which readers are shown statuses."""


class Choice(Struct, frozen=True):
    """An option of a filter, by its id, and the tasks that it leaves."""

    id: str
    label: Phrase
    tasks: tuple[TaskItem, ...]


class Filter(Struct, frozen=True):
    """A filter, by its name in addresses, with those of its options that leave anything, and their ids."""

    name: str
    choices: tuple[Choice, ...]
    ids: frozenset[str]


KEYS: Mapping[str, Callable[[TaskItem, Standpoint], str]] = {
    "status": status_code,
    "agency": lambda task, _: task.facts.lead_agency,
    "field": lambda task, _: task.facts.field or "",
    "strategy": lambda task, _: task.facts.strategy or "",
}
"""What each filter finds a task by; empty for one that it cannot find."""


def filters_of(tasks: Sequence[TaskItem], at: Standpoint) -> tuple[Filter, ...]:
    """Return the filters that help with so many tasks: none with few, and none that leaves all of them."""
    if len(tasks) < FEWEST:
        return ()
    found = (_filter(name, tasks, at) for name in FILTERS["task"])
    return tuple(each for each in found if any(len(choice.tasks) < len(tasks) for choice in each.choices))


def keys_of(task: TaskItem, filters: Iterable[Filter], at: Standpoint) -> tuple[str, ...]:
    """Return which option of each of the filters leaves a task; empty where none does."""
    keys = ((each, KEYS[each.name](task, at)) for each in filters)
    return tuple(key if key in each.ids else "" for each, key in keys)


def marks_of(task: TaskItem, filters: Sequence[Filter], at: Standpoint) -> tuple[str, ...]:
    """Return what a script goes by to tell whether a task is left, as in `status=completed`."""
    keys = zip(filters, keys_of(task, filters, at), strict=True)
    return tuple(f"{each.name}={key}" for each, key in keys if key)


def shown(each: Filter, of: int, first: str, at: Standpoint, current: str = "") -> views.Filter:
    """Return a filter of a list of so many tasks that begins at `first`, with the page of each option."""
    count = "choices_count_of" if each.name == "status" else "choices_count"
    return views.Filter(
        name=each.name,
        heading=at.say(f"choices_{each.name}"),
        count=at.say(count, all="{all}", count="{count}"),
        options=tuple(
            views.Option(
                id=choice.id,
                label=choice.label,
                status=status_in_words(choice.id, at) if each.name == "status" else None,
                count=at.say(count, all=at.wording.number(of), count=at.wording.number(len(choice.tasks))),
                share=round(100 * len(choice.tasks) / of, 2),
                href=at.linker.href(at.here, filter_page(first, each.name, choice.id)),
                is_current=choice.id == current,
            )
            for choice in each.choices
        ),
    )


def is_combined(tasks: int) -> bool:
    """Whether a script may combine the filters of so many tasks."""
    return tasks <= MOST_COMBINED


def needs_file(tasks: int) -> bool:
    """Whether the rows of so many tasks are not all on one page, and are few enough for a script."""
    return ROWS_ON_A_PAGE < tasks <= MOST_COMBINED


def _filter(name: str, tasks: Iterable[TaskItem], at: Standpoint) -> Filter:
    choices = tuple(_choices(name, tasks, at))
    return Filter(name, choices, frozenset(choice.id for choice in choices))


def _choices(name: str, tasks: Iterable[TaskItem], at: Standpoint) -> Iterator[Choice]:
    """Yield the options of a filter that leave something, in the order in which a reader looks for them."""
    found: defaultdict[str, list[TaskItem]] = defaultdict(list)
    for task in tasks:
        found[KEYS[name](task, at)].append(task)
    labels = {key: label for key in found if (label := _label(name, key, at))}
    for key in ORDERS[name](labels, at):
        yield Choice(key, labels[key], tuple(found[key]))


def _label(name: str, key: str, at: Standpoint) -> Phrase | None:
    """Return what an option is called; None for what is not published, and for none at all."""
    if not key:
        return None
    if name in {"agency", "strategy"}:
        anchor = at.anchor(name, key)
        return anchor.label if anchor else None
    return Phrase(at.say(f"{name}_{key}"))


def _by_name(labels: Mapping[str, Phrase], _: Standpoint) -> Sequence[str]:
    return sorted(labels, key=lambda key: (labels[key].text.casefold(), key))


def _in_the_tree(labels: Mapping[str, Phrase], at: Standpoint) -> Sequence[str]:
    return [item.id for item in all_strategies(at) if item.id in labels] if labels else []


ORDERS: Mapping[str, Callable[[Mapping[str, Phrase], Standpoint], Sequence[str]]] = {
    "status": lambda labels, _: [code for code in STATUSES if code in labels],
    "agency": _by_name,
    "field": lambda labels, _: [field for field in get_args(Field) if field in labels],
    "strategy": _in_the_tree,
}
assert {*STATUSES} == {*get_args(Status)}  # noqa: S101  # whoever adds a status says where readers are shown it
