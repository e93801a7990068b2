"""The list of each kind: rows in pages of fifty, or everything on one page where it is linked to by anchor."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from msgspec import Struct, structs

from sitegen.files import Output
from sitegen.model import AnyItem, Card, Job
from sitegen.plan import (
    actions,
    agencies,
    cards,
    events,
    glossary,
    indicators,
    meetings,
    news,
    records,
    sources,
    strategies,
    task_lists,
    tasks,
)
from sitegen.plan.catalogue import Catalogue, Part
from sitegen.plan.filters import Way, filter_views, filtered, marks, options_in
from sitegen.plan.frame import item_page, page_of_list
from sitegen.plan.jobs import job
from sitegen.plan.notes import NONE
from sitegen.plan.pagination import Sheet, paged, pages_for, pagination
from sitegen.plan.references import noting_list
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import ON_THEIR_LIST, SECTIONS, filter_page, legend_page, list_page
from sitegen.views.frame import Page
from sitegen.views.pages import Listing
from sitegen.views.parts import Group, Row

CATALOGUES: Mapping[str, Callable[[Standpoint], Catalogue[Any]]] = {
    "task": tasks.catalogue,
    "meeting": meetings.catalogue,
    "news": news.catalogue,
    "event": events.catalogue,
    "action": actions.catalogue,
    "indicator": indicators.catalogue,
    "source": sources.catalogue,
    "agency": agencies.catalogue,
}

BELOW: Mapping[str, Callable[[AnyItem, Standpoint], Iterator[Job | Output]]] = {"task": task_lists.pages}
"""What stands below a list besides its pages."""

ON_ONE_PAGE: Mapping[str, tuple[str, Callable[[Standpoint], Struct]]] = {
    "strategy": ("strategy-list", strategies.listing),
    "term": ("glossary", glossary.glossary),
    "figure": ("entries", records.figures),
    "question": ("entries", records.questions),
    "milestone": ("entries", records.milestones),
    "quiz": ("quiz", records.quiz),
}


def pages(kind: str, root: Standpoint) -> Iterator[Job | Output | Card]:
    """Yield every page of a kind's list in the language of `root`, what stands beside and below it, and its card."""
    head = root.the("page", SECTIONS[kind])
    first = noting_list(head, _told_here(kind, root), root.on("page", SECTIONS[kind]))
    if kind in CATALOGUES:
        catalogue = CATALOGUES[kind](first)
        yield from _paged(kind, head, catalogue, first)
        yield from catalogue.files
        yield from BELOW[kind](head, first) if kind in BELOW else ()
    else:
        template, listing = ON_ONE_PAGE[kind]
        yield job(template, listing(first), item_page(head, (), first), first, tuple(head.words))
    yield from cards.of_item(head, first)


def _told_here(kind: str, root: Standpoint) -> Iterable[Struct]:
    """Return the records that have no page but this one, as they are read there."""
    if kind == "term":
        return glossary.in_order(root)
    return root.records(kind, Struct) if kind in ON_THEIR_LIST else ()


def further_pages(kind: str, first: Standpoint) -> Iterator[Standpoint]:
    """Yield the standpoints of the pages of a kind's list after the first, and of what explains the words of it.

    What its filters leave is left out: every row of those pages is on the list.
    """
    pages = pages_for(first.count(kind)) if kind in CATALOGUES else 1
    for number in range(2, pages + 1):
        yield first.moved(list_page(first.here, number))
    if kind in BELOW:
        yield first.moved(legend_page(first.here))


def _paged(kind: str, head: AnyItem, catalogue: Catalogue[Any], first: Standpoint) -> Iterator[Job]:
    """Yield the pages of a whole list, and of what each option of its filters leaves."""

    def opening(sheet: Sheet, at: Standpoint) -> Page:
        is_first = sheet.number == 1
        return item_page(head, (), at) if is_first else _further_page(kind, head, at.title(head).text, sheet, at)

    yield from _sheets(opening, head, catalogue, Way(catalogue, first.here), first)
    for known, options in options_in(catalogue.things, catalogue.filters):
        for option in options:
            at = structs.replace(first.moved(filter_page(first.here, known.name, option)), notes=NONE)
            left, way = filtered(catalogue, known, option, at), Way(catalogue, first.here, {known.name: option})
            yield from _sheets(partial(_filter_page, kind, head, known.title(option, at)), head, left, way, at)


def _sheets(
    opening: Callable[[Sheet, Standpoint], Page], head: AnyItem, listed: Catalogue[Any], way: Way, first: Standpoint
) -> Iterator[Job]:
    """Yield the pages of a list; `opening` returns what each says of itself."""
    rows = len(listed.things)
    for number, parts in enumerate(paged(listed.parts), start=1):
        sheet, at = Sheet(number, rows), first.moved(list_page(first.here, number))
        view = Listing(
            answer=listed.answer if number == 1 else "",
            choices=listed.choices if number == 1 else None,
            legend=listed.legend if number == 1 else None,
            groups=tuple(_groups(listed, parts, at)),
            pagination=pagination(sheet, first.here, at),
            filters=filter_views(way, at),
            calendar=listed.calendar if number == 1 else None,
            note=listed.note if number == 1 else "",
        )
        yield job("list", view, opening(sheet, at), at, tuple(head.words))


def _groups(catalogue: Catalogue[Any], parts: Iterable[Part[Any]], at: Standpoint) -> Iterator[Group]:
    for part in parts:
        if group := at.group(part.id, (_row(thing, catalogue, at) for thing in part.things)):
            yield group


def _row(thing: object, catalogue: Catalogue[Any], at: Standpoint) -> Row:
    row = catalogue.row(thing, at)
    return structs.replace(row, marks=marks(thing, catalogue.filters)) if catalogue.filters else row


def _filter_page(kind: str, head: AnyItem, title: str, sheet: Sheet, at: Standpoint) -> Page:
    """Return what a page of what an option leaves says of itself; search engines are led to the whole list."""
    if sheet.number > 1:
        return _further_page(kind, head, title, sheet, at)
    return structs.replace(page_of_list(kind, head, title, "", at), is_indexed=False)


def _further_page(kind: str, head: AnyItem, title: str, sheet: Sheet, at: Standpoint) -> Page:
    """Return what a page after the first says of itself: which one it is, and which rows it has."""
    words = at.say("list_page_title", title=title, page=sheet.number, pages=sheet.pages)
    return page_of_list(kind, head, words, _extent(sheet, at), at)


def _extent(sheet: Sheet, at: Standpoint) -> str:
    first, last, total = map(at.wording.number, (sheet.first_row, sheet.last_row, sheet.rows))
    shown = sheet.last_row - sheet.first_row + 1
    return at.wording.count("list_page_rows", shown, first=first, last=last, total=total)
