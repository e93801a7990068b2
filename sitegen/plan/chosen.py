"""The pages of what each choice leaves of a list, and the rows from which a script chooses."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import structs

from sitegen.files import Output
from sitegen.model import Job
from sitegen.plan.catalogue import Catalogue, Choice, Part
from sitegen.plan.filters import Question, Whole, keys, needs_file, shown
from sitegen.plan.frame import page_of_list
from sitegen.plan.jobs import job
from sitegen.plan.pagination import Sheet, paged, pages_for, pagination
from sitegen.plan.rows import newest
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import filter_page, list_page, rows_file
from sitegen.views.pages import Chosen
from sitegen.views.parts import Anchor, Group, Phrase

MOST_PAGES = 4  # of what a choice leaves: of more than that the newest are shown, as of everything that much names


def pages(whole: Whole) -> Iterator[Job | Output]:
    """Yield the pages of every choice, and the file of all rows where these are not on one page."""
    things = whole.catalogue.things
    below = structs.replace(whole, first=whole.first.bare())
    headings = {thing.id: part.id for part in whole.catalogue.parts for thing in part.things}
    for question in whole.asked:
        for choice in question.choices:
            yield from _left(question, choice, headings, below)
    if whole.asked and needs_file(len(things)):
        yield Output(rows_file(whole.first.here), _rows(below))


def _left(question: Question[Any], choice: Choice[Any], headings: dict[str, str], whole: Whole) -> Iterator[Job]:
    """Yield the pages of what a choice leaves."""
    each, first, of = question.filter, whole.first, len(whole.catalogue.things)
    begin, chosen = filter_page(first.here, each.name, choice.id), f"{each.name}={choice.id}"
    things, note = _as_many_as_fit(choice.things, first)
    title, answer = each.title(choice), each.answer(choice, of)
    for number, parts in enumerate(paged(_parted(things, headings, whole)), start=1):
        sheet, at = Sheet(number, len(things)), first.moved(list_page(begin, number))
        view = Chosen(
            answer=answer if number == 1 else "",
            note=note,
            choices=shown(whole, at, chosen),
            groups=tuple(_groups(parts, whole.catalogue, at)),
            whole=Anchor(at.linker.href(at.here, first.here), Phrase(at.say(f"choices_whole_{whole.kind}"))),
            pagination=pagination(sheet, begin, at),
        )
        heading = title if number == 1 else at.say("list_page_title", title=title, page=number, pages=sheet.pages)
        page = structs.replace(page_of_list(whole.kind, whole.head, heading, answer, at), summary=Phrase(""))
        yield job("chosen", view, page, at, tuple(whole.head.words))


def _as_many_as_fit(things: Sequence[Any], at: Standpoint) -> tuple[Sequence[Any], str]:
    return (things, "") if pages_for(len(things)) <= MOST_PAGES else newest(things, at)


def _parted(things: Sequence[Any], headings: dict[str, str], whole: Whole) -> tuple[Part[Any], ...]:
    """Return things under the headings under which they stand on the whole list."""
    found: dict[str, list[Any]] = {part.id: [] for part in whole.catalogue.parts}
    for thing in things:
        found[headings[thing.id]].append(thing)
    return tuple(Part(heading, tuple(under)) for heading, under in found.items())


def _groups(parts: Sequence[Part[Any]], catalogue: Catalogue[Any], at: Standpoint) -> Iterator[Group]:
    for part in parts:
        if group := at.group(part.id, (catalogue.row(thing, at) for thing in part.things)):
            yield group


def _rows(whole: Whole) -> bytes:
    """Return all rows in the order of the list: address, title, its language if it is another, keys."""
    row, at = whole.catalogue.row, whole.first
    made = ((row(thing, at), thing) for thing in whole.catalogue.things)
    found = ((each.href, each.title.text, each.title.lang, *keys(thing, whole.asked)) for each, thing in made)
    return msgspec.json.encode(tuple(found)) + b"\n"
