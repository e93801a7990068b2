"""A kind's whole list before any row of it is made: what stands on it, in which order, under which headings."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from sitegen.files import Output
from sitegen.plan.standpoint import Standpoint
from sitegen.views.choices import Choices
from sitegen.views.pages import Calendar
from sitegen.views.parts import Anchor, Row

T = TypeVar("T")


class Filter(Struct, Generic[T], frozen=True):
    """A question that divides a list: its name in addresses, its options in order, and which of them a thing has.

    `option` returns what an option is called, and `title` the heading of its page.
    """

    name: str
    options: tuple[str, ...]
    of: Callable[[T], Sequence[str]]
    option: Callable[[str, Standpoint], str]
    title: Callable[[str, Standpoint], str]


class Part(Struct, Generic[T], frozen=True):
    """Things under one heading, which `id` names as `Standpoint.group` does."""

    id: str
    things: tuple[T, ...]


class Catalogue(Struct, Generic[T], frozen=True):
    """What a list says and holds; `row` makes a thing's row on the page where it is shown.

    `note` is what to know beside the answer.
    `counting` names the string that says how many things are left, where there are filters.
    A list of dates has a `calendar`, for its first page; so have choices, and the way to what the words of a list mean.
    `files` are those that stand beside the list.
    """

    answer: str
    parts: tuple[Part[T], ...]
    row: Callable[[T, Standpoint], Row]
    filters: tuple[Filter[T], ...] = ()
    counting: str = ""
    calendar: Calendar | None = None
    files: tuple[Output, ...] = ()
    choices: Choices | None = None
    legend: Anchor | None = None
    note: str = ""

    @property
    def things(self) -> tuple[T, ...]:
        """Everything on the list, in order."""
        return tuple(thing for part in self.parts for thing in part.things)


def parted(things: Iterable[T], prefix: str, names: Iterable[str], name_of: Callable[[T], str]) -> tuple[Part[T], ...]:
    """Return things by their name, in the order of `names`, those of one name in the order they came."""
    found: dict[str, list[T]] = {name: [] for name in names}
    for thing in things:
        found[name_of(thing)].append(thing)
    return tuple(Part(f"{prefix}-{name}", tuple(named)) for name, named in found.items())
