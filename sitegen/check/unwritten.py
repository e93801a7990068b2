"""Texts that nobody has written yet: what only keeps their place is for drafts, and never published."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from sitegen.check.subjects import logs, records, subjects
from sitegen.diagnostics import Diagnostic, error
from sitegen.model import Document, Origin, Record, Site
from sitegen.values import STAND_IN, Text

MARK = STAND_IN.encode()


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for each text that begins with the mark; drafts may, and so may updates beside drafts."""
    for item in subjects(site):
        if not item.is_draft:
            for document in item.documents.values():
                yield from _in_document(document)
    for record in records(site):
        if not record.is_draft and has_stand_ins(record):
            yield from _found(record.value, record.origin)
    if not site.with_drafts:
        yield from _in_updates(site)


def has_stand_ins(written: Document | Record) -> bool:
    """Whether a text of a document or a record only keeps a place: few have one, so none is decoded to see that."""
    if isinstance(written, Record):
        return MARK in bytes(written.encoded)
    return MARK in bytes(written.encoded_words) or MARK in bytes(written.encoded_facts)


def _in_document(document: Document) -> Iterator[Diagnostic]:
    if has_stand_ins(document):
        yield from _found(document.words, document.origin)
        yield from _found(document.facts if document.has_facts else None, document.origin)


def _in_updates(site: Site) -> Iterator[Diagnostic]:
    for log in logs(site):
        for number, update in enumerate(log.updates):
            yield from _found(update, log.origin, f"{number}.")


def _found(value: Struct | None, origin: Origin, prefix: str = "") -> Iterator[Diagnostic]:
    for field in () if value is None else value.__struct_fields__:
        for key in _marked(getattr(value, field), prefix + field):
            yield _unwritten(origin, key)


def _marked(value: object, key: str) -> Iterator[str]:
    """Yield the path of each text within a value that begins with the mark."""
    if isinstance(value, str):
        yield from (key,) if value.startswith(STAND_IN) else ()
    else:
        for name, part in _parts(value):
            yield from _marked(part, f"{key}.{name}")


def _parts(value: object) -> Iterable[tuple[str, object]]:
    """Return the parts of a value by the names that they have in the paths of fields."""
    match value:
        case Text():
            return value.words.items()
        case Struct():
            return ((name, getattr(value, name)) for name in value.__struct_fields__)
        case Mapping():
            return value.items()
        case tuple():
            return ((str(number), part) for number, part in enumerate(value))
    return ()


def _unwritten(origin: Origin, key: str) -> Diagnostic:
    return error(
        "unwritten",
        origin.place(key),
        "nobody has written this text yet: what begins with {mark} only keeps its place",
        "write it, or remove the field if it is optional",
        mark=STAND_IN,
    )
