"""The list of each kind: rows in pages of fifty, or everything on one page where it is linked to by anchor."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, structs

from sitegen.files import Output
from sitegen.model import AnyItem, Card, Job
from sitegen.plan import (
    actions,
    agencies,
    cards,
    chosen,
    events,
    glossary,
    indicators,
    kind_feeds,
    meetings,
    news,
    records,
    sources,
    strategies,
    task_lists,
    tasks,
)
from sitegen.plan.catalogue import Catalogue, Part
from sitegen.plan.filters import Question, Whole, marks, needs_file, questions, shown
from sitegen.plan.frame import item_page, page_of_list
from sitegen.plan.jobs import job
from sitegen.plan.pagination import Sheet, paged, pages_for, pagination
from sitegen.plan.references import noting_list
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import ON_THEIR_LIST, SECTIONS, legend_page, list_page
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

BELOW: Mapping[str, Callable[[Whole], Iterator[Job]]] = {"task": task_lists.below}
"""What stands below a list besides its pages, and those of what its filters leave."""

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
        whole = Whole(kind, head, catalogue, questions(catalogue), first)
        yield from _paged(whole)
        yield from chosen.pages(whole)
        yield from catalogue.files
        yield from BELOW[kind](whole) if kind in BELOW else ()
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


def _paged(whole: Whole) -> Iterator[Job]:
    """Yield the pages of a whole list."""
    catalogue, first, head, rows = whole.catalogue, whole.first, whole.head, len(whole.catalogue.things)
    is_marked = not needs_file(rows)
    for number, parts in enumerate(paged(catalogue.parts), start=1):
        sheet, at = Sheet(number, rows), first.moved(list_page(first.here, number))
        is_first = number == 1
        view = Listing(
            answer=catalogue.answer if is_first else "",
            choices=shown(whole, at) if is_first else None,
            legend=catalogue.legend if is_first else None,
            groups=tuple(_groups(catalogue, parts, whole.asked if is_marked else (), at)),
            pagination=pagination(sheet, first.here, at),
            calendar=catalogue.calendar if is_first else None,
            note=catalogue.note if is_first else "",
            feeds=kind_feeds.links(whole.kind, at) if is_first else (),
        )
        page = item_page(head, (), at) if is_first else _further_page(whole.kind, head, sheet, at)
        yield job("list", view, page, at, tuple(head.words))


def _groups(
    catalogue: Catalogue[Any], parts: Iterable[Part[Any]], asked: Sequence[Question[Any]], at: Standpoint
) -> Iterator[Group]:
    for part in parts:
        if group := at.group(part.id, (_row(thing, catalogue, asked, at) for thing in part.things)):
            yield group


def _row(thing: object, catalogue: Catalogue[Any], asked: Sequence[Question[Any]], at: Standpoint) -> Row:
    row = catalogue.row(thing, at)
    return structs.replace(row, marks=marks(thing, asked)) if asked else row


def _further_page(kind: str, head: AnyItem, sheet: Sheet, at: Standpoint) -> Page:
    """Return what a page after the first says of itself: which one it is, and which rows it has."""
    words = at.say("list_page_title", title=at.title(head).text, page=sheet.number, pages=sheet.pages)
    return page_of_list(kind, head, words, _extent(sheet, at), at)


def _extent(sheet: Sheet, at: Standpoint) -> str:
    first, last, total = map(at.wording.number, (sheet.first_row, sheet.last_row, sheet.rows))
    shown = sheet.last_row - sheet.first_row + 1
    return at.wording.count("list_page_rows", shown, first=first, last=last, total=total)
