"""Searching: the page on which readers search, and the files in which a script looks for what they type."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, groupby
from types import MappingProxyType

import msgspec
from msgspec import Struct

from sitegen.files import Output
from sitegen.fingerprint import fingerprint
from sitegen.kinds.agency import Agency
from sitegen.kinds.records import Term
from sitegen.kinds.telling import marked
from sitegen.model import AnyItem, Record
from sitegen.plan.indexing import is_indexed
from sitegen.plan.said import SAYING, item_said, record_said
from sitegen.plan.standpoint import Standpoint
from sitegen.search import BUNDLE, Pile, Said, numbering, text_files, word_files
from sitegen.urls import SEARCH_INDEX
from sitegen.values import Text
from sitegen.views import pages as views

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "term": 1.3, "question": 1.2, "strategy": 1.1, "task": 1.1, "event": 1.1, "action": 1.1, "page": 1.1,
        "agency": 1.1, "indicator": 1.0, "meeting": 1.0, "news": 0.9, "milestone": 0.7, "figure": 0.6, "quiz": 0.6,
        "source": 0.7,
    }
)  # fmt: skip
"""Kinds in the order of their numbers, and how much a result of each counts: what explains before what it rests on."""


class Thing(Struct, frozen=True):
    """Something to be found: what stands for all that it says, and what makes that under a number."""

    key: bytes
    said: Callable[[int], Said]


def search_page(at: Standpoint) -> views.Search:
    """Return where the script of the search page finds what it needs, and what it calls each kind."""
    here, there = at.linker.href(at.here, ""), at.linker.href(at.here, f"{SEARCH_INDEX}/{at.language}/")
    return views.Search(here, there, tuple(views.SearchKind(kind, at.say(f"search_{kind}")) for kind in WEIGHTS))


def index(root: Standpoint) -> Iterator[Output]:
    """Yield the files in which readers of a language search, if there is a page on which they do."""
    if root.settings.search is None:
        return
    page = root.item("page", root.settings.search)
    if page is None or root.language not in page.words:
        return
    things = {kind: dict(_things(kind, root)) for kind in WEIGHTS}
    numbers = numbering({kind: tuple(found) for kind, found in things.items()})
    numbered = sorted((number, things[kind][identifier]) for (kind, identifier), number in numbers.numbers.items())
    piles = tuple(_piles(numbered, root))
    where = f"{SEARCH_INDEX}/{root.language}"
    for shard, data in word_files(piles, numbers.depth, root.site.recollection):
        yield Output(f"{where}/words-{shard:x}.json", data)
    for number, data in text_files(piles, root.site.recollection):
        yield Output(f"{where}/texts-{number:x}.json", data)
    found = {"width": numbers.width, "depth": numbers.depth, "kinds": list(WEIGHTS.items()),
             "terms": list(_terms(root)), "agencies": list(_agencies(root))}  # fmt: skip
    yield Output(f"{where}/names.json", json.dumps(found, ensure_ascii=False, separators=(",\n", ":")).encode())


def _piles(numbered: Iterable[tuple[int, Thing]], root: Standpoint) -> Iterator[Pile]:
    """Yield things by those that are indexed together; what they say depends on the words of the language as well."""
    wording = root.wording
    ways = fingerprint(*root.languages, wording.language, wording.locale, msgspec.msgpack.encode(dict(wording.strings)))
    for _, together in groupby(numbered, lambda one: one[0] >> BUNDLE):
        found = tuple(together)
        parts = (part for number, thing in found for part in (number.to_bytes(4, "big"), thing.key))
        yield Pile(fingerprint(ways, *parts), partial(_said, found))


def _said(numbered: Iterable[tuple[int, Thing]]) -> tuple[Said, ...]:
    return tuple(thing.said(number) for number, thing in numbered)


def _things(kind: str, root: Standpoint) -> Iterator[tuple[str, Thing]]:
    """Yield the things of a kind that have words in this language, and are no page that nobody looks for."""
    if kind in SAYING:
        for record in root.site.records(kind).values():
            yield record.id, _record(record, root)
    else:
        for item in root.site.items(kind).values():
            if root.language in item.documents and _is_sought(item, root):
                yield item.id, _item(item, root)


def _is_sought(item: AnyItem, root: Standpoint) -> bool:
    return item.kind != "page" or (item.id != root.settings.search and is_indexed(item))


def _item(item: AnyItem, root: Standpoint) -> Thing:
    updates = root.updates(item.id) if item.kind == "task" else ()
    references = chain(
        *(document.references for document in item.documents.values()), *(marked(update) for update in updates)
    )
    named = (each.id for each in references if each.kind == "figure")
    figures = sorted({*named, *item.outlines[root.language].figures})
    seen = (item.fingerprint, root.site.body(item, root.language), *_figures(figures, root))
    told = (msgspec.msgpack.encode(updates),) if updates else ()
    return Thing(fingerprint(item.id, *seen, *told), lambda number: item_said(number, item, root))


def _record(record: Record, root: Standpoint) -> Thing:
    named = sorted({each.id for each in record.references if each.kind == "figure"})
    key = fingerprint(record.id, record.fingerprint, *_figures(named, root))
    return Thing(key, lambda number: record_said(number, record, root))


def _figures(named: Iterable[str], root: Standpoint) -> Iterator[bytes]:
    for identifier in named:
        if figure := root.site.record("figure", identifier):
            yield figure.fingerprint


def _terms(root: Standpoint) -> Iterator[list[str]]:
    """Yield all that each term is called, in any language."""
    for term in root.records("term", Term):
        yield _names(term.term, chain.from_iterable(term.also[language] for language in sorted(term.also)), root)


def _agencies(root: Standpoint) -> Iterator[list[str]]:
    """Yield all that each agency is called, in any language."""
    for agency in root.records("agency", Agency):
        yield _names(agency.name, (), root)


def _names(name: Text, others: Iterable[str], root: Standpoint) -> list[str]:
    first, _ = name.best(root.language, root.languages[0])
    return list(dict.fromkeys((first, *(name.words[language] for language in sorted(name.words)), *others)))
