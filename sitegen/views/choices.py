"""Filters of a list: what can be chosen, where that stands on a page of its own; and what the words mean."""

from msgspec import Struct

from sitegen.views.parts import Anchor, Phrase, Status


class Option(Struct, frozen=True):
    """What can be chosen: its id, its name, how many things that leaves, in words, and the page of them.

    `share` is how many those are of all, in per cent; the status is there if it is one.
    """

    id: str
    label: Phrase
    status: Status | None
    count: str
    share: float
    href: str
    is_current: bool = False


class Filter(Struct, frozen=True):
    """A filter with its options; `name` stands in addresses, `count` is how each option says what it leaves.

    The options of an open one are few and short, and stand there for all to see.
    """

    name: str
    heading: str
    count: str
    is_open: bool
    options: tuple[Option, ...]


class Choices(Struct, frozen=True):
    """The filters of a list, and what is said of what they leave; a script puts numbers in the places of `{count}`.

    `whole` is the address of the whole list, `chosen` what is chosen on a page of a choice, as in `status=completed`.
    `rows` is a file of all rows, empty where they are all on the page. `is_combined` says whether a script may combine
    the filters: of more rows than it can hold it may not.
    """

    heading: str
    filters: tuple[Filter, ...]
    whole: str
    chosen: str
    rows: str
    found: str
    none: str
    all: str
    failed: str
    is_combined: bool


class Meaning(Struct, frozen=True):
    """A word for how a thing stands, and what it means; `id` is its anchor."""

    id: str
    label: str
    meaning: str


class Standings(Struct, frozen=True):
    """A status, and the way to the tasks that stand so; None where there is no page of them."""

    status: Status
    tasks: Anchor | None
