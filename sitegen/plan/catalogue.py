"""A kind's whole list before any row of it is made: what stands on it, in which order, under which headings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from sitegen.files import Output
from sitegen.plan.standpoint import Standpoint
from sitegen.views.pages import Calendar
from sitegen.views.parts import Anchor, Phrase, Row

T = TypeVar("T")


class Choice(Struct, Generic[T], frozen=True):
    """An option of a filter, by its id, and the things that it leaves."""

    id: str
    label: Phrase
    things: tuple[T, ...]


class Filter(Struct, Generic[T], frozen=True):
    """A question that divides a list: its name in addresses, and which of its options a thing has, by their ids.

    `label` returns what an option is called, None for one that is not to be named; `order` returns options as readers
    look for them. `title` and `answer` return what the page of a choice says of itself, and of how many things it is
    one. Options may be statuses; those of an open filter are few and short, and stand there for all to see.
    """

    name: str
    of: Callable[[T], Sequence[str]]
    label: Callable[[str], Phrase | None]
    order: Callable[[Mapping[str, Phrase]], Sequence[str]]
    title: Callable[[Choice[T]], str]
    answer: Callable[[Choice[T], int], str]
    has_statuses: bool = False
    is_open: bool = False


class Part(Struct, Generic[T], frozen=True):
    """Things under one heading, which `id` names as `Standpoint.group` does."""

    id: str
    things: tuple[T, ...]


class Catalogue(Struct, Generic[T], frozen=True):
    """What a list says and holds; `row` makes a thing's row on the page where it is shown.

    `note` is what to know beside the answer.
    A list of dates has a `calendar`, for its first page; one of tasks the way to what the words for their status mean.
    `files` are those that stand beside the list.
    """

    answer: str
    parts: tuple[Part[T], ...]
    row: Callable[[T, Standpoint], Row]
    filters: tuple[Filter[T], ...] = ()
    calendar: Calendar | None = None
    files: tuple[Output, ...] = ()
    legend: Anchor | None = None
    note: str = ""

    @property
    def things(self) -> tuple[T, ...]:
        """Everything on the list, in order."""
        return tuple(thing for part in self.parts for thing in part.things)


def in_order(options: Sequence[str]) -> Callable[[Mapping[str, Phrase]], Sequence[str]]:
    """Return what puts options in this order."""
    return lambda labels: [option for option in options if option in labels]


def parted(things: Iterable[T], prefix: str, names: Iterable[str], name_of: Callable[[T], str]) -> tuple[Part[T], ...]:
    """Return things by their name, in the order of `names`, those of one name in the order they came."""
    found: dict[str, list[T]] = {name: [] for name in names}
    for thing in things:
        found[name_of(thing)].append(thing)
    return tuple(Part(f"{prefix}-{name}", tuple(named)) for name, named in found.items())
