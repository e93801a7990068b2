"""What is planned at once: a page in one language, a list with all its pages, a file about the whole site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from msgspec import Struct

from sitegen.files import Output
from sitegen.kinds.indicator import IndicatorFacts
from sitegen.kinds.page import PageFacts
from sitegen.model import AnyItem, Card, Job, Site
from sitegen.plan import (
    cards,
    changes,
    data_package,
    embeds,
    items,
    kind_feeds,
    lists,
    open_data,
    opensearch,
    well_known,
)
from sitegen.plan.assets import Assets
from sitegen.plan.feed import feed
from sitegen.plan.indicators import data_file
from sitegen.plan.redirects import redirects
from sitegen.plan.search import index
from sitegen.plan.sitemap import robots, sitemap
from sitegen.plan.standpoint import Standpoint, standpoint
from sitegen.plan.witness import Witness
from sitegen.urls import DATA, Linker, picture_path

Product = Job | Card | Output
Planner = Callable[[Standpoint], Iterable[Product]]

IN_EACH_LANGUAGE: Mapping[str, Planner] = MappingProxyType(
    {
        "feed": feed,
        "corrections": changes.feed,
        **{f"{kind}-feed": partial(kind_feeds.feed, kind) for kind in kind_feeds.TOLD},
        "redirects": redirects,
        "card": cards.of_site,
        "embeds": embeds.pages,
        "search": index,
        "opensearch": opensearch.description,
    }
)
"""Files about the whole site in one language."""

ONCE: Mapping[str, Planner] = MappingProxyType(
    {"sitemap": sitemap, "robots": robots, "security": well_known.security, "carbon": well_known.carbon}
)
"""Files about the whole site."""


class Unit(Struct, frozen=True):
    """Pages and files that are planned at once; the name is unique, and the same in every build.

    What `make` returns depends on what the witness sees, the linker and the assets, and on nothing else.
    """

    name: str
    make: Callable[[Witness], tuple[Product, ...]]


def units(site: Site, linker: Linker, assets: Assets) -> Iterator[Unit]:
    """Yield everything there is to plan for a site."""
    for language in site.languages:
        for name, planner in _language(site, language):
            yield Unit(f"{name}/{language}", partial(_make, planner, linker, assets, language))
    for file in sorted(_data_files(site)):
        yield Unit(f"data/{file}", partial(_make, partial(data_file, file), linker, assets, site.default_language))
    for name, planner in _open_data(site):
        yield Unit(name, partial(_make, planner, linker, assets, site.default_language))
    for identifier in site.pictures:
        yield Unit(f"picture/{identifier}", partial(_picture_files, identifier))
    for name, planner in ONCE.items():
        yield Unit(name, partial(_make, planner, linker, assets, site.default_language))
    yield Unit("assets", lambda _: assets.outputs)


def _make(planner: Planner, linker: Linker, assets: Assets, language: str, site: Witness) -> tuple[Product, ...]:
    return tuple(planner(standpoint(site, linker, assets, language)))


def _picture_files(identifier: str, site: Witness) -> tuple[Product, ...]:
    """Return the files of a picture."""
    picture = site.picture(identifier)
    renditions = picture.renditions if picture else ()
    paths = (picture_path(identifier, each.width, each.name, each.form) for each in renditions)
    return tuple(map(Output, paths, site.filed(identifier)))


def _language(site: Site, language: str) -> Iterator[tuple[str, Planner]]:
    """Yield the units of one language."""
    for by_id in site.items.values():
        for item in by_id.values():
            if language in item.words:
                yield _item(item)
    for identifier in site.records["agency"]:
        yield f"agency/{identifier}", partial(items.agency, identifier)
    yield from IN_EACH_LANGUAGE.items()


def _data_files(site: Site) -> set[str]:
    """Return the data files of published indicators."""
    facts = (item.facts for item in site.items["indicator"].values())
    return {known.file for known in facts if isinstance(known, IndicatorFacts) and known.file in site.datasets}


def _open_data(site: Site) -> Iterator[tuple[str, Planner]]:
    """Yield the units of open data, if there is the page that explains it."""
    if DATA in site.items["page"]:
        for table in open_data.tables(lambda kind: len(site.items[kind] if kind in site.items else site.records[kind])):
            yield f"table/{table.name}", partial(open_data.table, table.kind)
        yield "data-package", data_package.package


def _item(item: AnyItem) -> tuple[str, Planner]:
    if item.kind == "page" and isinstance(item.facts, PageFacts) and item.facts.lists:
        return f"list/{item.facts.lists}", partial(lists.pages, item.facts.lists)
    return f"{item.kind}/{item.id}", partial(items.item, item.kind, item.id)
