"""Open data: a table for each kind of what is published, and the package that describes them.

They are made if there is the page that explains them. A row is made from what its thing says, and from which of the
things that it names are published; it is kept, so that an edit makes only the rows anew that it changes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar, cast

import msgspec

from sitegen.files import Output
from sitegen.fingerprint import fingerprint
from sitegen.kinds import PAGE_KINDS
from sitegen.kinds.references import Reference, references
from sitegen.kinds.source import SourceFacts
from sitegen.kinds.task import TaskFacts, status_of
from sitegen.kinds.telling import marked
from sitegen.model import AnyItem, Record
from sitegen.plan.indexing import is_indexed
from sitegen.plan.standpoint import Standpoint
from sitegen.tables import (
    TABLES,
    Column,
    Row,
    Table,
    Things,
    View,
    as_csv,
    as_json,
    cell,
    columns_of,
    write_rows,
)
from sitegen.urls import address, table_path

WITHIN: Mapping[str, str] = {"update": "task", "passage": "source"}
"""Tables of parts of things, and the kind of these."""
T = TypeVar("T", AnyItem, Record)
Making = tuple[bytes, Callable[[], Things]]
"""What stands for the rows of a thing, and what makes them."""


def tables(counts: Callable[[str], int]) -> tuple[Table, ...]:
    """Return the tables there are, from how many published things of each kind there are."""
    return tuple(table for kind, table in TABLES.items() if counts(WITHIN.get(kind, kind)))


def table(kind: str, root: Standpoint) -> Iterator[Output]:
    """Yield the files of a table."""
    columns, named = columns_of(kind, root.languages), TABLES[kind].name
    asked = dict(_things(kind, columns, root))
    root.site.recollection.heads(write_rows, asked)
    written = [root.site.recollection.rest(write_rows, key, make) for key, make in asked.items()]
    yield Output(table_path(named, "csv"), as_csv(columns, written))
    yield Output(table_path(named, "json"), as_json(written))


def _things(kind: str, columns: tuple[Column, ...], root: Standpoint) -> Iterator[Making]:
    """Yield what makes the rows of each thing of a table."""
    of, ways = WITHIN.get(kind, kind), _ways(root)
    if of in PAGE_KINDS:
        for item in filter(is_indexed, root.site.items(of).values()):
            yield _item(kind, item, columns, ways, root)
    else:
        for record in root.site.records(of).values():
            yield _record(record, columns, ways, root)


def _item(kind: str, item: AnyItem, columns: tuple[Column, ...], ways: bytes, root: Standpoint) -> Making:
    updates = root.updates(item.id) if item.kind == "task" else ()
    named = [each for document in item.documents.values() for each in document.references]
    named += (each for update in updates for each in (*references(update), *marked(update)))
    told = (msgspec.msgpack.encode(updates),) if updates else ()
    key = fingerprint(kind, item.id, item.fingerprint, ways, *_named(named, root), *told)
    rows = {"update": _updates, "passage": _passages}.get(kind, _whole)
    return key, partial(_made, rows, item, columns, root)


def _record(record: Record, columns: tuple[Column, ...], ways: bytes, root: Standpoint) -> Making:
    key = fingerprint(record.kind, record.id, record.fingerprint, ways, *_named(record.references, root))
    return key, partial(_made, _of_record, record, columns, root)


def _made(
    rows: Callable[[T, tuple[Column, ...], Standpoint], Iterable[Row]],
    thing: T,
    columns: tuple[Column, ...],
    root: Standpoint,
) -> Things:
    return Things(tuple(column.name for column in columns), tuple(rows(thing, columns, root)))


def _ways(root: Standpoint) -> bytes:
    """Return what stands for how anything is told, and where: the words and numbers of figures are of a language."""
    strings = (msgspec.msgpack.encode(dict(root.site.strings(language))) for language in root.languages)
    locales = (language.locale for language in root.settings.languages)
    return fingerprint(root.linker.base_url, *root.languages, *locales, *strings)


def _named(named: Iterable[Reference], root: Standpoint) -> Iterator[str | bytes]:
    """Yield what of the things that a thing names makes a difference to its rows."""
    for kind, identifier in sorted({(each.kind, each.id) for each in named if each.kind != "image"}):
        if kind == "figure":
            figure = root.site.record("figure", identifier)
            yield figure.fingerprint if figure else "-"
        elif kind == "source":
            yield _licence(identifier, root) or "-"
        elif identifier not in root.site.ids(kind):
            yield f"{kind}:{identifier}"


def _whole(item: AnyItem, columns: tuple[Column, ...], root: Standpoint) -> Iterator[Row]:
    """Yield the row of an item."""
    named = (each for document in item.documents.values() for each in document.references)
    found = dict(_cells(item.facts, columns, root))
    for language, words in item.words.items():
        found |= _cells(words, [column for column in columns if column.language == language], root)
    if isinstance(item.facts, TaskFacts):
        found["status"] = status_of(item.facts, root.updates(item.id))
    pages = {f"page_{code}": _page(item.kind, item.id, code, root) for code in item.documents}
    yield {"id": item.id, **found, **pages, "source_licences": _licences(named, root)}


def _of_record(record: Record, columns: tuple[Column, ...], root: Standpoint) -> Iterator[Row]:
    pages = {f"page_{code}": _page(record.kind, record.id, code, root) for code in root.languages}
    found = dict(_cells(record.value, columns, root))
    yield {**found, **pages, "source_licences": _licences(record.references, root)}


def _updates(task: AnyItem, columns: tuple[Column, ...], root: Standpoint) -> Iterator[Row]:
    for update in root.updates(task.id):
        licences = _licences((*references(update), *marked(update)), root)
        yield {"task": task.id, **dict(_cells(update, columns, root)), "source_licences": licences}


def _passages(source: AnyItem, columns: tuple[Column, ...], root: Standpoint) -> Iterator[Row]:
    known = cast("SourceFacts", source.facts)
    for passage in known.passages:
        yield {"source": source.id, **dict(_cells(passage, columns, root)), "licence": known.licence}


def _cells(value: msgspec.Struct, columns: Iterable[Column], root: Standpoint) -> Iterator[tuple[str, object]]:
    view = View(root.plain, lambda kind, identifier: identifier in root.site.ids(kind))
    for column in columns:
        if (said := cell(value, column, view)) is not None:
            yield column.name, said


def _page(kind: str, identifier: str, language: str, root: Standpoint) -> str:
    there = root.prefix(language) + address(kind, identifier)
    return root.linker.full(there) or there


def _licences(named: Iterable[Reference], root: Standpoint) -> dict[str, str] | None:
    sources = sorted({each.id for each in named if each.kind == "source"})
    return {source: licence for source in sources if (licence := _licence(source, root))} or None


def _licence(source: str, root: Standpoint) -> str:
    """Return the terms of use of a source, as far as they are known; nothing for one that is not published."""
    found = root.item("source", source)
    return cast("SourceFacts", found.facts).licence if found else ""
