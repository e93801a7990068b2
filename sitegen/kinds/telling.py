"""What readers are told: the texts of a value that may say something, found by the types of the fields they stand in.

Names and titles, and words of others that are kept as they stand, are not among them: their types say so.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec import Struct, inspect

from sitegen.claims import Citation, Cited, Shown, claims_in
from sitegen.kinds.common import Words
from sitegen.kinds.references import Reference
from sitegen.values import Text


class Telling(NamedTuple):
    """A text: the path of its field, and the language where it is told in several, else an empty string."""

    field: str
    text: str
    language: str = ""


def tellings(value: Struct, prefix: str = "") -> Iterator[Telling]:
    """Yield every text in a value that readers are told, at any depth, in the order of the fields.

    Of facts these are the texts in several languages, as a text in one stands for a thing there; of words, all.
    """
    return _texts(value, prefix, told=True)


def names(value: Struct, prefix: str = "") -> Iterator[Telling]:
    """Yield every other text in a value that readers see: titles, labels, and words of others."""
    return _texts(value, prefix, told=False)


def marked(value: Struct, prefix: str = "") -> Iterator[Reference]:
    """Yield the figure or source that each mark in the texts of a value names."""
    for telling in tellings(value, prefix):
        for claim in claims_in(telling.text):
            kind, identifier = ("figure", claim.figure) if isinstance(claim, Shown) else ("source", claim.source)
            yield Reference(telling.field, kind, identifier)


def cited_in(value: Struct) -> Iterator[Cited]:
    """Yield what the texts of a value cite."""
    for telling in tellings(value):
        yield from (claim.cited for claim in claims_in(telling.text) if isinstance(claim, Citation))


def _texts(value: Struct, prefix: str, *, told: bool) -> Iterator[Telling]:
    for field in _fields(type(value), told=told):
        yield from _in(getattr(value, field.name), field.type, prefix + field.name, told=told)


def _in(value: object, type_: inspect.Type, key: str, *, told: bool) -> Iterator[Telling]:
    if isinstance(value, str):
        yield from (Telling(key, value),) if value else ()
    elif isinstance(value, Text):
        yield from (Telling(f"{key}.{language}", words, language) for language, words in value.words.items())
    elif isinstance(value, tuple):
        item = _plain(type_)
        inner = item.item_type if isinstance(item, inspect.VarTupleType) else item
        for number, each in enumerate(value):
            yield from _in(each, inner, f"{key}.{number}", told=told)
    elif isinstance(value, Struct):
        yield from _texts(value, f"{key}.", told=told)


@cache
def _fields(kind: type[Struct], *, told: bool) -> tuple[inspect.Field, ...]:
    """Return the fields of a type that hold texts of one of the two sorts, or groups or lists of such fields."""
    type_ = inspect.type_info(kind)
    assert isinstance(type_, inspect.StructType)  # noqa: S101  # narrows the type: a Struct class has no other info
    is_of_words = issubclass(kind, Words)
    return tuple(field for field in type_.fields if _holds(field.type, is_of_words=is_of_words, told=told))


def _holds(type_: inspect.Type, *, is_of_words: bool, told: bool) -> bool:
    if isinstance(type_, inspect.Metadata):
        is_told = (type_.extra or {}).get("told", True)
        return _holds(type_.type, is_of_words=is_of_words, told=told) if is_told else not told and _is_text(type_.type)
    if isinstance(type_, inspect.UnionType):
        return any(_holds(member, is_of_words=is_of_words, told=told) for member in type_.types)
    if isinstance(type_, inspect.VarTupleType):
        return _holds(type_.item_type, is_of_words=is_of_words, told=told)
    if isinstance(type_, inspect.StructType):
        return told if type_.cls is Text else bool(_fields(type_.cls, told=told))
    return told and is_of_words and isinstance(type_, inspect.StrType) and not type_.pattern


def _is_text(type_: inspect.Type) -> bool:
    if isinstance(type_, inspect.UnionType):
        return any(map(_is_text, type_.types))
    return (isinstance(type_, inspect.StructType) and type_.cls is Text) or (
        isinstance(type_, inspect.StrType) and not type_.pattern
    )


def _plain(type_: inspect.Type) -> inspect.Type:
    return _plain(type_.type) if isinstance(type_, inspect.Metadata) else type_
