"""What a site knows of itself that no reader sees: what is on its way, and where each page is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sitegen.cache import Growth
from sitegen.kinds.common import Facts, RecordFacts
from sitegen.model import AnyItem, Document, Origin, Record, Site
from sitegen.pipeline import Prepared
from sitegen.serve.showing import Census, Entry, Known, Writing
from sitegen.translations import OUTDATED, state_of

Thing = AnyItem | Record
T = TypeVar("T")
Locate = Callable[[str], str | None]
"""Returns where a source file is on this machine by its path, None if it is none."""


def known(prepared: Prepared, as_of: datetime, locate: Locate) -> Known:
    """Return what is known of a site that was made as of a moment."""
    if prepared.made is None:
        return Known()
    materials, growth = prepared.made.materials, prepared.made.growth
    timezone = ZoneInfo(prepared.timezone)
    local = as_of.astimezone(timezone) if as_of.tzinfo else as_of.replace(tzinfo=timezone)
    return Known(
        base=materials.linker.base_path,
        pages=pages(materials.site, growth, locate),
        census=census(materials.site, local, locate),
        as_of=local,
        until=prepared.until,
    )


def census(site: Site, as_of: datetime, locate: Locate) -> Census:
    """Return what is on its way, in the order of kinds and ids; what is next to be published first.

    `as_of` is in the site's time zone, and so are the moments in what is returned.
    """

    def entry(thing: Thing, when: datetime | None = None) -> Entry:
        local = when.astimezone(as_of.tzinfo) if when else None
        if isinstance(thing, Record):
            named = (thing.title[code] for code in site.languages if code in thing.title)
            return Entry(next(named, thing.id), local, written(thing.origin, locate, "id"))
        words = thing.words[next(iter(thing.words))]
        return Entry(words.title, local, written(thing.facts_origin, locate))

    published = list(_every(site.items))
    withheld: list[Thing] = [*_every(site.withheld), *_every(site.withheld_records)]
    ahead = [(thing, when) for thing in withheld if (when := _facts(thing).publish_at) and when > as_of]
    over = [(thing, when) for thing in withheld if (when := _facts(thing).expires_at) and when <= as_of]
    return Census(
        drafts=tuple(entry(thing) for thing in (*published, *_every(site.records), *withheld) if thing.is_draft),
        scheduled=tuple(entry(thing, when) for thing, when in sorted(ahead, key=lambda each: each[1])),
        expired=tuple(entry(thing, when) for thing, when in over),
        untranslated=tuple(entry(item) for item in published if len(item.documents) < len(site.languages)),
        stale=tuple(Entry(found.words.title, None, written(found.origin, locate)) for found in _stale(published)),
    )


def pages(site: Site, growth: Growth, locate: Locate) -> dict[str, Writing]:
    """Return where each page is written, by its path in the output folder."""
    found: dict[str, Writing] = {}
    for branch in growth.branches:
        name, _, language = branch.name.rpartition("/")
        origin = _origin(site, name, language)
        writing = written(origin, locate) if origin else None
        if writing:
            found |= {leaf.path: writing for leaf in branch.leaves if leaf.template}
    return found


def written(origin: Origin, locate: Locate, field: str = "") -> Writing | None:
    """Return where something is written, None if its file is not there any more."""
    file = locate(origin.path)
    place = origin.place(field)
    return Writing(file, place.line, place.column) if file else None


def _every(by_kind: Mapping[str, Mapping[str, T]]) -> Iterator[T]:
    for by_id in by_kind.values():
        yield from by_id.values()


def _facts(thing: Thing) -> Facts | RecordFacts:
    return thing.value if isinstance(thing, Record) else thing.facts


def _stale(items: Iterable[AnyItem]) -> Iterator[Document]:
    """Yield the translations whose originals have changed since."""
    for item in items:
        yield from (found for code, found in item.documents.items() if state_of(item, code) in OUTDATED)


def _origin(site: Site, name: str, language: str) -> Origin | None:
    """Return where the page is written that a unit of the plan makes: `task/x`, `agency/y`, or `list/task`."""
    kind, _, identifier = name.partition("/")
    if kind == "list":
        heads = (item for item in site.items["page"].values() if getattr(item.facts, "lists", None) == identifier)
        return next((item.documents[language].origin for item in heads if language in item.documents), None)
    if kind in site.records:
        record = site.records[kind].get(identifier)
        return record.origin if record else None
    item = site.items.get(kind, {}).get(identifier)
    return item.documents[language].origin if item and language in item.documents else None
