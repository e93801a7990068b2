"""A unit of the plan depends on nothing but the cells that it is noted to have looked at."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import Struct, structs

from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.common import Facts, Words
from sitegen.kinds.records import Term
from sitegen.kinds.site import Settings
from sitegen.kinds.task import Update
from sitegen.model import AnyItem, Document, Html, Item, Origin, Outline, Picture, Record, Rendition, Site, UpdateLog
from sitegen.parse.names import Name
from sitegen.parse.parsed import document, encode, record
from sitegen.plan import Assets, Cells, Memory, Unit, Witness, units
from sitegen.plan.witness import REMEMBERED, SORTS
from sitegen.urls import Linker
from sitegen.values import Text
from tests.in_memory import Assembled, assembled
from tests.sites import CAMPAIGN, CHARTED, MINIMAL, SHARED

LINKER = Linker("https://example.org/a/b/")
ASSETS = Assets("assets/site.css", "assets/icon.svg", (), {"share": "assets/share.js"}, face="a font")
NOWHERE = Origin("content/nowhere.md")
NAME = Name("content/tasks/a.ko.md", PAGE_KINDS["task"], "a", "ko")
TEXT = CHARTED.replace(CAMPAIGN, SHARED)
PICTURED = """
-- content/images.yaml --
- id: forest
  file: forest.jpg
  alt: {ko: 숲, en: A forest}
  credit: {ko: 홍길동, en: Hong Gildong}
  licence: CC0
-- content/pages/pictured.ko.md --
---
title: 그림이 있는 글
summary: 그림이 있습니다.
image: forest
---

![](image:forest)
"""
PICTURE = Picture(48, 30, (Rendition("avif", 48, "0123456789", 9), Rendition("jpeg", 48, "9876543210", 99)))


def whole() -> Assembled:
    """Return a site with something in every sort of cell."""
    shared = assembled(TEXT + PICTURED, MINIMAL)
    return shared._replace(site=structs.replace(shared.site, pictures={"forest": PICTURE}))


WHOLE = whole()
UNITS = {unit.name: unit for unit in units(WHOLE.site, LINKER, ASSETS)}
WRITTEN: tuple[type[Struct], ...] = (
    *(kind.facts for kind in PAGE_KINDS.values()),
    *(kind.words for kind in PAGE_KINDS.values()),
    *(kind.record for kind in RECORD_KINDS.values()),
    Settings,
    Update,
)
EMPTY = Site(
    settings=Settings(name=None, description=None, languages=()),
    settings_origin=NOWHERE,
    strings={},
    today=date(1, 1, 1),
    items={kind: {} for kind in PAGE_KINDS},
    withheld={},
    records={kind: {} for kind in RECORD_KINDS},
    withheld_records={},
    updates={},
    seals={},
    datasets={},
    drawings={},
    mentions={},
    broken=frozenset(),
)
anything = (
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3) | st.lists(st.text(max_size=2)).map(tuple)
)


def _made(
    unit: Unit, site: Site, html: Mapping[bytes, Html], memory: Memory | None = None
) -> tuple[bytes, tuple[str, ...]]:
    witness = Witness(site, html.__getitem__, memory)
    return msgspec.msgpack.encode(unit.make(witness), order="deterministic"), witness.seen


@pytest.mark.parametrize("name", UNITS)
def test_what_a_unit_has_not_looked_at_may_be_anything(name: str) -> None:
    """It makes the same of a site from which all else is taken away, and looks at the same cells."""
    unit = UNITS[name]
    made, seen = _made(unit, WHOLE.site, WHOLE.html)
    assert (made, seen) == _made(unit, *_reduced(frozenset(seen)))


@pytest.mark.parametrize("name", UNITS)
def test_taking_away_what_was_not_looked_at_leaves_the_fingerprints(name: str) -> None:
    """So the reduced site of the test above is the same to whoever compares fingerprints."""
    _, seen = _made(UNITS[name], WHOLE.site, WHOLE.html)
    site, _ = _reduced(frozenset(seen))
    assert list(map(Cells(WHOLE.site).fingerprint, seen)) == list(map(Cells(site).fingerprint, seen))


@pytest.mark.parametrize("names", [tuple(UNITS), tuple(reversed(UNITS))], ids=["forwards", "backwards"])
def test_what_units_share_is_what_each_would_have_made_and_looked_into(names: Sequence[str]) -> None:
    """Whichever of them made it first."""
    memory: Memory = {}
    for name in names:
        alone = _made(UNITS[name], WHOLE.site, WHOLE.html)
        assert alone == _made(UNITS[name], WHOLE.site, WHOLE.html, memory), name
    assert memory


def test_too_much_to_share_is_forgotten() -> None:
    """And made again, as it was."""
    memory: Memory = dict.fromkeys(range(REMEMBERED), (0, {}))
    unit = UNITS["list/task/ko"]
    assert _made(unit, WHOLE.site, WHOLE.html) == _made(unit, WHOLE.site, WHOLE.html, memory)
    assert 0 < len(memory) < REMEMBERED


def _reduced(seen: frozenset[str]) -> tuple[Site, Mapping[bytes, Html]]:
    """Return a site in which only what was looked at is as it was."""
    site = WHOLE.site
    kinds = {kind: _kept_items(kind, seen) for kind in site.items}
    reported = {
        task for cell in seen if cell.startswith("reports/") for task in WHOLE.witness().reports(*cell.split("/")[1:])
    }
    changed = {
        "settings": site.settings if "settings" in seen else None,
        "settings_origin": NOWHERE,
        "strings": {code: words for code, words in site.strings.items() if f"strings/{code}" in seen},
        "today": site.today if "today" in seen else site.today + timedelta(days=500),
        "items": kinds,
        "withheld": {kind: {} for kind in site.withheld},
        "records": {kind: _kept_records(kind, seen) for kind in site.records},
        "withheld_records": {kind: {} for kind in site.withheld_records},
        "updates": {task: log for task, log in site.updates.items() if f"updates/{task}" in seen or task in reported},
        "seals": {},
        "datasets": {file: rows for file, rows in site.datasets.items() if f"dataset/{file}" in seen},
        "drawings": {name: drawing for name, drawing in site.drawings.items() if f"drawing/{name}" in seen},
        "mentions": {
            thing: _bare_mentions(kept, seen) for thing in site.mentions if (kept := _kept_mentions(*thing, seen))
        },
        "broken": frozenset(),
        "with_drafts": not site.with_drafts,
        "pictures": {name: picture for name, picture in site.pictures.items() if f"picture/{name}" in seen},
    }
    assert set(changed) == set(Site.__struct_fields__), "a new field of a site must be taken away here as well"
    items = [item for by_id in site.items.values() for item in by_id.values()]
    bodies = {each.body: WHOLE.html[each.body] for item in items for language, each in item.documents.items()
              if f"body/{item.kind}/{item.id}/{language}" in seen}  # fmt: skip
    return Site(**changed), bodies


def _kept_items(kind: str, seen: frozenset[str]) -> dict[str, AnyItem | None]:
    """Return the items of a kind that were looked at, and nothing in the place of those that were only counted."""
    site = WHOLE.site
    named = {(item.kind, item.id) for thing in site.mentions for item, _ in _kept_mentions(*thing, seen)}
    everything = site.items[kind]
    kept: dict[str, AnyItem | None] = {
        identifier: _bare(item, seen) for identifier, item in everything.items()
        if f"items/{kind}" in seen or f"item/{kind}/{identifier}" in seen or (kind, identifier) in named
    }  # fmt: skip
    return kept | _unseen(kind, seen, [identifier for identifier in everything if identifier not in kept])


def _kept_records(kind: str, seen: frozenset[str]) -> dict[str, Record | None]:
    """Return the records of a kind that were looked at; of terms, all that is called something, and nothing else."""
    everything = _nameless(WHOLE.site.records[kind], seen) if kind == "term" else WHOLE.site.records[kind]
    kept: dict[str, Record | None] = {
        identifier: structs.replace(found, origin=NOWHERE)
        for identifier, found in everything.items()
        if {f"records/{kind}", f"record/{kind}/{identifier}"} & seen or (kind == "term" and _named(seen))
    }
    return kept | _unseen(kind, seen, [identifier for identifier in everything if identifier not in kept])


def _named(seen: frozenset[str]) -> frozenset[str]:
    """Return the languages in which it was asked what terms are called."""
    return frozenset(cell.partition("/")[2] for cell in seen if cell.startswith("called/"))


def _nameless(terms: Mapping[str, Record], seen: frozenset[str]) -> Mapping[str, Record]:
    """Return terms, of those that were not looked at themselves only their names in those languages."""
    if "records/term" in seen:
        return terms
    return {
        identifier: found if f"record/term/{identifier}" in seen else _bare_term(found, _named(seen))
        for identifier, found in terms.items()
    }


def _bare_term(found: Record, languages: frozenset[str]) -> Record:
    term = found.value
    assert isinstance(term, Term)
    words = {language: word for language, word in term.term.words.items() if language in languages}
    also = {language: names for language, names in term.also.items() if language in languages}
    return record("term", term.id, Term(id=term.id, term=Text(words), also=also, short=Text({})), NOWHERE)


def _unseen(kind: str, seen: frozenset[str], others: Sequence[str]) -> dict[str, None]:
    """Return nothing under the ids of things if only these were looked at, under others if they were counted."""
    if f"ids/{kind}" in seen:
        return dict.fromkeys(others)
    return dict.fromkeys(f"#{number}" for number in range(len(others))) if f"count/{kind}" in seen else {}


def _kept_mentions(kind: str, identifier: str, seen: frozenset[str]) -> list[tuple[AnyItem, str]]:
    return [
        (item, path) for item, path in WHOLE.site.mentions[kind, identifier]
        if f"users/{kind}/{identifier}" in seen
        or f"naming/{kind}/{identifier}/{item.kind}/{path.partition('.')[0]}" in seen
    ]  # fmt: skip


def _bare_mentions(kept: list[tuple[AnyItem, str]], seen: frozenset[str]) -> list[tuple[AnyItem, str]]:
    return [(_bare(item, seen), path) for item, path in kept]


def _bare(item: AnyItem, seen: frozenset[str]) -> AnyItem:
    """Return an item without all that its fingerprint does not stand for."""
    thing = f"{item.kind}/{item.id}"
    is_compared = any(cell.startswith(f"translation/{thing}/") for cell in seen)
    documents = {
        language: _bare_document(found, is_read=f"body/{thing}/{language}" in seen, is_compared=is_compared)
        for language, found in item.documents.items()
    }
    bearer = next(found for found in documents.values() if found.has_facts)
    changed = {"documents": documents, "bearer": bearer, "outlines": _bare_outlines(item), "cited": item.cited,
               "fingerprint": item.fingerprint}  # fmt: skip
    assert {*changed} == {*Item.__struct_fields__}, "does the fingerprint of an item stand for a new field of it?"
    return Item(**changed)


def _bare_outlines(item: AnyItem) -> dict[str, Outline]:
    """Return of each outline what the fingerprint of the item stands for: the sources and figures that it names."""
    nothing = msgspec.Raw(b"\x90")
    return {
        language: Outline((), outline.sources, (), outline.figures, nothing, nothing, nothing)
        for language, outline in item.outlines.items()
    }


def _bare_document(found: Document, *, is_read: bool, is_compared: bool) -> Document:
    kept = (
        "kind", "id", "language", "fingerprint", "publication", "references", "stamp", "original", "encoded_facts",
        "encoded_words",
    )  # fmt: skip
    lost = {
        "cited": (),
        "origin": NOWHERE,
        "body": found.body if is_read else b"?",
        "meaning": found.meaning if is_compared else "?",
    }
    assert {*kept, *lost} == {*Document.__struct_fields__}, "does the fingerprint stand for a new field?"
    return structs.replace(found, **lost)


CELLS = sorted({cell for unit in UNITS.values() for cell in _made(unit, WHOLE.site, WHOLE.html)[1]})


def test_every_sort_of_cell_is_looked_at() -> None:
    """By some unit of the campaign, or the tests here would prove nothing of it."""
    assert {*SORTS} == {cell.partition("/")[0] for cell in CELLS}


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind in WRITTEN for field in kind.__struct_fields__])
@settings(max_examples=4)
@given(one=anything, other=anything)
def test_every_field_counts_in_the_fingerprint_of_what_is_written(
    kind: type[Struct], field: str, one: object, other: object
) -> None:
    """Two things that differ in one field, in whatever, have different fingerprints."""
    assume(encode(one) != encode(other))
    blank = kind(**dict.fromkeys(kind.__struct_fields__))
    found = {_fingerprint(structs.replace(blank, **{field: value})) for value in (one, other)}
    assert 2 == len(found)


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_with_something_in_it_has_another_fingerprint_than_an_empty_one(cell: str) -> None:
    """And the same one whenever the same is in it."""
    fingerprint = Cells(WHOLE.site).fingerprint(cell)
    assert fingerprint == Cells(whole().site).fingerprint(cell)
    assert _is_filled(cell) == (fingerprint != Cells(EMPTY).fingerprint(cell))


def _is_filled(cell: str) -> bool:
    """Whether a witness who looks into a cell sees anything."""
    sort, *rest = cell.split("/")
    look = getattr(WHOLE.witness(), "html" if sort == "body" else sort)
    if sort in {"body", "translation"}:
        return look(WHOLE.site.items[rest[0]][rest[1]], rest[2]) is not None
    return bool(look(*rest) if rest else look)


def _fingerprint(value: Struct) -> bytes:
    match value:
        case Facts():
            return document(NAME, value, Words(title="", summary=""), "", NOWHERE).fingerprint
        case Words():
            return document(NAME, None, value, "", NOWHERE).fingerprint
        case Settings():
            return Cells(structs.replace(WHOLE.site, settings=value)).fingerprint("settings")
        case Update():
            log = UpdateLog("a", (value,), NOWHERE)
            return Cells(structs.replace(WHOLE.site, updates={"a": log})).fingerprint("updates/a")
    return record("", "", value, NOWHERE).fingerprint
