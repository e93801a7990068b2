"""References: the ids that facts name, found by the types of the fields they stand in."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec import Struct, inspect


class Reference(NamedTuple):
    """An id written in a field: the field's path, the kind it must be of, the id."""

    field: str
    kind: str
    id: str


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
