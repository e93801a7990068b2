"""Long lists in pages: which rows stand on which, and the way from each to the others."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from sitegen.plan.catalogue import Part, T
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import list_page
from sitegen.views.pages import PageNumber, Pagination
from sitegen.views.parts import Anchor, Phrase

ROWS_ON_A_PAGE = 50


class Sheet(Struct, frozen=True):
    """One page of a list: which one it is, counted from 1, and how many rows the whole list has."""

    number: int
    rows: int

    @property
    def pages(self) -> int:
        """How many pages the list has."""
        return pages_for(self.rows)

    @property
    def first_row(self) -> int:
        """The number of its first row in the whole list, counted from 1."""
        return (self.number - 1) * ROWS_ON_A_PAGE + 1

    @property
    def last_row(self) -> int:
        """The number of its last row in the whole list."""
        return min(self.number * ROWS_ON_A_PAGE, self.rows)


def pages_for(rows: int) -> int:
    """Return how many pages a list of so many rows has; one if it is empty."""
    return max(1, -(-rows // ROWS_ON_A_PAGE))


def paged(parts: Iterable[Part[T]]) -> Iterator[tuple[Part[T], ...]]:
    """Yield the parts of each page in turn; a part that goes on is on the next page too, with the rows that follow."""
    rows = [(part.id, thing) for part in parts for thing in part.things]
    for page in range(pages_for(len(rows))):
        here = rows[page * ROWS_ON_A_PAGE : (page + 1) * ROWS_ON_A_PAGE]
        yield tuple(Part(name, tuple(thing for _, thing in found)) for name, found in groupby(here, itemgetter(0)))


def pagination(sheet: Sheet, first: str, at: Standpoint) -> Pagination | None:
    """Return the way to the other pages of the list that begins at `first`; None if there are none."""
    if sheet.pages == 1:
        return None
    number = sheet.number
    return Pagination(
        previous=_step("page_before", number - 1, first, at) if number > 1 else None,
        following=_step("page_after", number + 1, first, at) if number < sheet.pages else None,
        numbers=tuple(
            _number(found, first, at, is_current=found == number) if found else None
            for found in shown(number, sheet.pages)
        ),
    )


def shown(number: int, pages: int) -> Iterator[int | None]:
    """Yield the numbers to show: the first, those around `number`, the last; None where more than one is left out."""
    last = 0
    for found in sorted({1, max(number - 1, 1), number, min(number + 1, pages), pages}):
        if found == last + 2:
            yield last + 1
        elif found > last + 1:
            yield None
        yield found
        last = found


def _step(name: str, number: int, first: str, at: Standpoint) -> Anchor:
    words = at.say(name, page=at.wording.number(number))
    return Anchor(at.linker.href(at.here, list_page(first, number)), Phrase(words))


def _number(number: int, first: str, at: Standpoint, *, is_current: bool) -> PageNumber:
    text = at.wording.number(number)
    href = at.linker.href(at.here, list_page(first, number))
    return PageNumber(text, at.say("page_number", page=text), href, is_current)
