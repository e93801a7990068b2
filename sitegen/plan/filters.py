"""Filters of a list: every choice has a page of its own, so that nobody needs a script; one combines them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Generic

from msgspec import Struct

from sitegen.model import AnyItem
from sitegen.plan.catalogue import Catalogue, Choice, Filter, T
from sitegen.plan.pagination import ROWS_ON_A_PAGE
from sitegen.plan.standings import status_in_words
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import filter_page, rows_file
from sitegen.views import choices as views

FEWEST = 10  # things: fewer are read sooner than chosen from
MOST_COMBINED = 2000  # rows that a script is given: some 40 KB, compressed


class Question(Struct, Generic[T], frozen=True):
    """A filter, with those of its options that leave anything, and their ids."""

    filter: Filter[T]
    choices: tuple[Choice[T], ...]
    ids: frozenset[str]


class Whole(Struct, frozen=True):
    """A whole list: its kind, its page, what is on it, what can be asked of it, and where it begins."""

    kind: str
    head: AnyItem
    catalogue: Catalogue[Any]
    asked: tuple[Question[Any], ...]
    first: Standpoint


def questions(catalogue: Catalogue[T]) -> tuple[Question[T], ...]:
    """Return the filters that help with a list: none with a short one, and none that leaves everything."""
    things = catalogue.things
    if len(things) < FEWEST:
        return ()
    found = (_question(each, things) for each in catalogue.filters)
    return tuple(each for each in found if any(len(choice.things) < len(things) for choice in each.choices))


def marks(thing: T, asked: Iterable[Question[T]]) -> tuple[str, ...]:
    """Return what a script goes by to tell whether a thing is left, as in `status=completed`."""
    return tuple(f"{each.filter.name}={key}" for each in asked for key in _keys(thing, each))


def keys(thing: T, asked: Iterable[Question[T]]) -> tuple[str, ...]:
    """Return the same for a file of rows: for each filter the options that leave a thing, with spaces between them."""
    return tuple(" ".join(_keys(thing, each)) for each in asked)


def shown(whole: Whole, at: Standpoint, chosen: str = "") -> views.Choices | None:
    """Return the filters of a list as they are shown on one of its pages; None if there is nothing to choose from.

    `chosen` is what is chosen there, as in `status=completed`.
    """
    kind, of, first = whole.kind, len(whole.catalogue.things), whole.first.here
    if not whole.asked:
        return None
    return views.Choices(
        heading=at.say(f"choices_of_{kind}"),
        filters=tuple(_shown(each, whole, at, chosen) for each in whole.asked),
        whole=at.linker.href(at.here, first),
        chosen=chosen,
        rows=at.linker.href(at.here, rows_file(first)) if needs_file(of) and not chosen else "",
        found=at.say(f"choices_found_{kind}", all="{all}", count="{count}"),
        none=at.say(f"choices_none_{kind}"),
        all=at.say(f"choices_all_{kind}", all="{all}"),
        failed=at.say("choices_failed"),
        is_combined=of <= MOST_COMBINED,
    )


def needs_file(of: int) -> bool:
    """Whether the rows of so many things are not all on one page, and are few enough for a script."""
    return ROWS_ON_A_PAGE < of <= MOST_COMBINED


def _keys(thing: T, question: Question[T]) -> Iterator[str]:
    return (key for key in question.filter.of(thing) if key in question.ids)


def _question(each: Filter[T], things: Iterable[T]) -> Question[T]:
    choices = tuple(_choices(each, things))
    return Question(each, choices, frozenset(choice.id for choice in choices))


def _choices(each: Filter[T], things: Iterable[T]) -> Iterator[Choice[T]]:
    """Yield the options of a filter that leave something, in the order in which readers look for them."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for thing in things:
        for key in each.of(thing):
            found[key].append(thing)
    labels = {key: label for key in found if (label := each.label(key))}
    for key in each.order(labels):
        yield Choice(key, labels[key], tuple(found[key]))


def _shown(question: Question[Any], whole: Whole, at: Standpoint, chosen: str) -> views.Filter:
    """Return a filter with the page of each of its options."""
    each, of = question.filter, len(whole.catalogue.things)
    count = "choices_count_of" if each.has_statuses else "choices_count"
    return views.Filter(
        name=each.name,
        heading=at.say(f"choices_{whole.kind}_{each.name}"),
        count=at.say(count, all="{all}", count="{count}"),
        is_open=each.is_open,
        options=tuple(
            views.Option(
                id=choice.id,
                label=choice.label,
                status=status_in_words(choice.id, at) if each.has_statuses else None,
                count=at.say(count, all=at.wording.number(of), count=at.wording.number(len(choice.things))),
                share=round(100 * len(choice.things) / of, 2),
                href=at.linker.href(at.here, filter_page(whole.first.here, each.name, choice.id)),
                is_current=f"{each.name}={choice.id}" == chosen,
            )
            for choice in question.choices
        ),
    )
