"""Filters of a list: each of their options is a page of its own, which holds what is left; a script combines them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, structs

from sitegen.plan.catalogue import Catalogue, Filter, Part, T
from sitegen.plan.pagination import pages_for
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import filter_page
from sitegen.views.pages import FilterOption, FilterView, FilterViews

FEWEST = 2  # options, without which there is nothing to choose from


class Way(Struct, frozen=True):
    """Where a page of a list stands among its filters: the whole list, where that begins, and what is chosen here."""

    whole: Catalogue[Any]
    first: str
    chosen: Mapping[str, str] = {}


def marks(thing: T, filters: Iterable[Filter[T]]) -> tuple[str, ...]:
    """Return what a script goes by to tell whether a thing is left."""
    return tuple(f"{known.name}={option}" for known in filters for option in known.of(thing))


def filtered(catalogue: Catalogue[T], known: Filter[T], option: str, at: Standpoint) -> Catalogue[T]:
    """Return what is left of a list, under the same headings."""
    parts = tuple(Part(part.id, tuple(thing for thing in part.things if option in known.of(thing)))
                  for part in catalogue.parts)  # fmt: skip
    answer = at.wording.count(catalogue.counting, sum(len(part.things) for part in parts))
    return structs.replace(catalogue, parts=parts, answer=answer)


def options_in(things: Sequence[T], filters: Iterable[Filter[T]]) -> Iterator[tuple[Filter[T], tuple[str, ...]]]:
    """Yield each filter with those of its options that hold something, if there are enough of them to choose from."""
    for known in filters:
        held = {option for thing in things for option in known.of(thing)}
        options = tuple(option for option in known.options if option in held)
        if len(options) >= FEWEST:
            yield known, options


def filter_views(way: Way, at: Standpoint) -> FilterViews | None:
    """Return the filters of a list, as they are shown on one of its pages; None if there is nothing to choose from."""
    things = way.whole.things
    views = tuple(
        FilterView(known.name, at.say(f"filter_{known.name}"), tuple(_options(known, options, way, at)))
        for known, options in options_in(things, way.whole.filters)
    )
    if not views:
        return None
    chosen = tuple(f"{name}={option}" for name, option in way.chosen.items())
    return FilterViews(
        views,
        whole=at.linker.href(at.here, way.first),
        chosen=chosen,
        one=at.wording.count(way.whole.counting, 1),
        many=at.say(way.whole.counting, count="{count}"),
        combines=pages_for(len(things)) == 1,
    )


def _options(known: Filter[Any], options: Iterable[str], way: Way, at: Standpoint) -> Iterator[FilterOption]:
    now = way.chosen.get(known.name, "")
    yield FilterOption("", at.say("filter_all"), "", at.linker.href(at.here, way.first), is_current=not now)
    for option in options:
        count = sum(option in known.of(thing) for thing in way.whole.things)
        there = at.linker.href(at.here, filter_page(way.first, known.name, option))
        yield FilterOption(option, known.option(option, at), at.wording.number(count), there, is_current=option == now)
