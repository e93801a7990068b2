"""Long lists in pages: which rows stand on which, and the way from each to the others."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from sitegen.plan.catalogue import Part, T
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import list_page
from sitegen.views.pages import PageNumber, Pagination
from sitegen.views.parts import Anchor, Phrase

ROWS_ON_A_PAGE = 50


def pages_for(rows: int) -> int:
    """Return how many pages a list of so many rows has; one if it is empty."""
    return max(1, -(-rows // ROWS_ON_A_PAGE))


def paged(parts: Iterable[Part[T]]) -> Iterator[tuple[Part[T], ...]]:
    """Yield the parts of each page in turn; one that goes on on the next page is on both, each with its own rows."""
    rows = [(part.id, thing) for part in parts for thing in part.things]
    for page in range(pages_for(len(rows))):
        here = rows[page * ROWS_ON_A_PAGE : (page + 1) * ROWS_ON_A_PAGE]
        yield tuple(Part(name, tuple(thing for _, thing in found)) for name, found in groupby(here, itemgetter(0)))


def pagination(first: str, number: int, pages: int, at: Standpoint) -> Pagination | None:
    """Return the way from page `number` to the others; None if it is the only one. `first` is where the list begins."""
    if pages == 1:
        return None
    return Pagination(
        previous=_step("page_before", first, number - 1, at) if number > 1 else None,
        following=_step("page_after", first, number + 1, at) if number < pages else None,
        numbers=tuple(_number(first, found, number, at) if found else None for found in shown(number, pages)),
    )


def shown(number: int, pages: int) -> Iterator[int | None]:
    """Yield the numbers to show: the first, those around `number`, the last; None where more than one is left out."""
    last = 0
    for found in sorted({1, number - 1, number, number + 1, pages} & {*range(1, pages + 1)}):
        if found == last + 2:
            yield last + 1
        elif found > last + 1:
            yield None
        yield found
        last = found


def _step(name: str, first: str, number: int, at: Standpoint) -> Anchor:
    words = at.say(name, page=at.wording.number(number))
    return Anchor(at.linker.href(at.here, list_page(first, number)), Phrase(words))


def _number(first: str, number: int, current: int, at: Standpoint) -> PageNumber:
    text = at.wording.number(number)
    href = at.linker.href(at.here, list_page(first, number))
    return PageNumber(text, at.say("page_number", page=text), href, number == current)
