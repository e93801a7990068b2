"""References between things: every id that a fact names must be the id of something."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec import Struct, inspect

from sitegen.check.subjects import exists, known_ids, subjects
from sitegen.diagnostics import Diagnostic, error, nearest
from sitegen.model import Origin, Site


class Reference(NamedTuple):
    """An id written in a field: the field's path, the kind it must be of, the id."""

    field: str
    kind: str
    id: str


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for every reference to something that does not exist."""
    for item in subjects(site):
        yield from _unresolved(site, item.facts, item.facts_origin)
    for records in site.records.values():
        for record in records.values():
            yield from _unresolved(site, record.value, record.origin)
    for log in site.updates.values():
        for number, update in enumerate(log.updates):
            yield from _unresolved(site, update, log.origin, f"{number}.")
    yield from _unresolved(site, site.settings, site.settings_origin)


def references(value: Struct, prefix: str = "") -> Iterator[Reference]:
    """Yield every reference in a value, at any depth."""
    for field in _fields(type(value)):
        yield from _in(getattr(value, field.name), field.type, prefix + field.name)


def _in(value: object, type_: inspect.Type, key: str) -> Iterator[Reference]:
    if isinstance(type_, inspect.Metadata):
        kind = (type_.extra or {}).get("ref")
        if kind and isinstance(value, str):
            yield Reference(key, kind, value)
            return
        yield from _in(value, type_.type, key)
    elif isinstance(type_, inspect.UnionType) and value is not None:
        yield from _in(value, type_.types[0], key)
    elif isinstance(value, tuple) and isinstance(type_, inspect.VarTupleType):
        for number, item in enumerate(value):
            yield from _in(item, type_.item_type, f"{key}.{number}")
    elif isinstance(value, Struct):
        yield from references(value, f"{key}.")


@cache
def _fields(kind: type[Struct]) -> tuple[inspect.Field, ...]:
    type_ = inspect.type_info(kind)
    return type_.fields if isinstance(type_, inspect.StructType) else ()


def _unresolved(site: Site, value: Struct, origin: Origin, prefix: str = "") -> Iterator[Diagnostic]:
    for reference in references(value, prefix):
        if not exists(site, reference.kind, reference.id):
            yield _unknown(site, reference, origin)


def _unknown(site: Site, reference: Reference, origin: Origin) -> Diagnostic:
    guess = nearest(reference.id, known_ids(site, reference.kind))
    return error(
        "unknown-id",
        origin.place(reference.field),
        'there is no {kind} with the id "{id}"' + ('; did you mean "{guess}"?' if guess else ""),
        "write {guess}" if guess else "write the id of a {kind} that exists, or add it",
        kind=reference.kind,
        id=reference.id,
        guess=guess,
    )
