"""The types of structs that a type is made of, what their fields refer to, and which words these may hold."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct, inspect

from sitegen.kinds.common import RecordFacts
from sitegen.values import Period, Text

__all__ = ["field_of", "fields_of", "kind_named", "structs_in", "words_of"]


def structs_in(owner: type[Struct]) -> tuple[type[Struct], ...]:
    """Return a type and every type of a group of fields within it; values that are written as one are none."""
    found: dict[type[Struct], None] = {}
    waiting = [owner]
    while waiting:
        struct = waiting.pop()
        if struct not in found and struct not in {Period, Text}:
            found[struct] = None
            waiting += [each for field in fields_of(struct) for each in _structs(field.type)]
    return tuple(found)


@cache
def fields_of(owner: type[Struct]) -> tuple[inspect.Field, ...]:
    """Return the fields of a type; those that every record has come last."""
    type_ = inspect.type_info(owner)
    common = RecordFacts.__struct_fields__ if issubclass(owner, RecordFacts) else ()
    fields = type_.fields if isinstance(type_, inspect.StructType) else ()
    return tuple(sorted(fields, key=lambda field: field.name in common))


def field_of(owner: type[Struct], name: str) -> inspect.Field:
    """Return one field of a type."""
    return next(field for field in fields_of(owner) if field.name == name)


def kind_named(type_: inspect.Type) -> str:
    """Return the kind whose ids a field holds, alone or in a list, or an empty string."""
    if isinstance(type_, inspect.Metadata) and (kind := (type_.extra or {}).get("ref")):
        return str(kind)
    return next(filter(None, map(kind_named, _parts(type_))), "")


def words_of(type_: inspect.Type) -> tuple[object, ...]:
    """Return the fixed words that a field may hold, alone or by language."""
    if isinstance(type_, inspect.LiteralType):
        return tuple(type_.values)
    return tuple(word for part in _parts(type_) for word in words_of(part))


def _structs(type_: inspect.Type) -> Iterator[type[Struct]]:
    if isinstance(type_, inspect.StructType):
        yield type_.cls
    for part in _parts(type_):
        yield from _structs(part)


def _parts(type_: inspect.Type) -> tuple[inspect.Type, ...]:
    """Return the types that a type is made of, without the fields of a struct."""
    match type_:
        case inspect.Metadata():
            return (type_.type,)
        case inspect.UnionType():
            return type_.types
        case inspect.VarTupleType():
            return (type_.item_type,)
        case inspect.DictType():
            return (type_.value_type,)
    return ()
