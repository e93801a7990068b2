"""The list of each kind: rows in pages of fifty, or everything on one page where it is linked to by anchor."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, structs

from sitegen.model import AnyItem, Job
from sitegen.plan import actions, agencies, events, indicators, meetings, news, records, sources, strategies, tasks
from sitegen.plan.catalogue import Catalogue, Part
from sitegen.plan.frame import alternates, is_indexed, item_page, record_page
from sitegen.plan.jobs import job
from sitegen.plan.pagination import Sheet, paged, pages_for, pagination
from sitegen.plan.references import noting_list
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import ON_THEIR_LIST, SECTIONS, list_page
from sitegen.views.frame import Page
from sitegen.views.pages import Listing
from sitegen.views.parts import Group, Phrase

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

ON_ONE_PAGE: Mapping[str, tuple[str, Callable[[Standpoint], Struct]]] = {
    "strategy": ("strategy-list", strategies.listing),
    "term": ("entries", records.terms),
    "figure": ("entries", records.figures),
    "question": ("entries", records.questions),
    "milestone": ("entries", records.milestones),
    "quiz": ("quiz", records.quiz),
}


def pages(kind: str, root: Standpoint) -> Iterator[Job]:
    """Yield every page of a kind's list in the language of `root`."""
    head = root.the("page", SECTIONS[kind])
    first = noting_list(head, _told_here(kind, root), root.on("page", SECTIONS[kind]))
    if kind in CATALOGUES:
        yield from _paged(kind, head, CATALOGUES[kind](first), first)
    else:
        template, listing = ON_ONE_PAGE[kind]
        yield job(template, listing(first), item_page(head, (), first), first, tuple(head.words))


def _told_here(kind: str, root: Standpoint) -> Iterable[Struct]:
    """Return the records that have no page but this one."""
    return root.records(kind, Struct) if kind in ON_THEIR_LIST else ()


def further_pages(kind: str, first: Standpoint) -> Iterator[Standpoint]:
    """Yield the standpoints of the pages of a kind's list after the first."""
    pages = pages_for(first.count(kind)) if kind in CATALOGUES else 1
    for number in range(2, pages + 1):
        yield first.moved(list_page(first.here, number))


def _paged(kind: str, head: AnyItem, catalogue: Catalogue[Any], first: Standpoint) -> Iterator[Job]:
    rows = sum(len(part.things) for part in catalogue.parts)
    for number, parts in enumerate(paged(catalogue.parts), start=1):
        sheet, at = Sheet(number, rows), first.moved(list_page(first.here, number))
        page = item_page(head, (), at) if number == 1 else _further_page(kind, head, sheet, at)
        view = Listing(
            answer=catalogue.answer if number == 1 else "",
            groups=tuple(_groups(catalogue, parts, at)),
            legend=catalogue.legend,
            pagination=pagination(sheet, first.here, at),
        )
        yield job("list", view, page, at, tuple(head.words))


def _groups(catalogue: Catalogue[Any], parts: Iterable[Part[Any]], at: Standpoint) -> Iterator[Group]:
    for part in parts:
        if group := at.group(part.id, (catalogue.row(thing, at) for thing in part.things)):
            yield group


def _further_page(kind: str, head: AnyItem, sheet: Sheet, at: Standpoint) -> Page:
    """Return what a page after the first says of itself: which one it is, and which rows it has."""
    title = at.say("list_page_title", title=at.title(head).text, page=sheet.number, pages=sheet.pages)
    page = record_page(kind, Phrase(title), _extent(sheet, at), (), at)
    return structs.replace(page, alternates=alternates(at, tuple(head.words)), is_indexed=is_indexed(head))


def _extent(sheet: Sheet, at: Standpoint) -> str:
    first, last, total = map(at.wording.number, (sheet.first_row, sheet.last_row, sheet.rows))
    shown = sheet.last_row - sheet.first_row + 1
    return at.wording.count("list_page_rows", shown, first=first, last=last, total=total)
