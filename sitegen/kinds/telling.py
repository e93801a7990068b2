"""What readers are told: the texts of a value that may say something, found by the types of the fields they stand in.

Names and titles, and words of others that are kept as they stand, are not among them: their types say so.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec import Struct, inspect

from sitegen.claims import Shown, claims_in
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
    for field in _fields(type(value)):
        yield from _in(getattr(value, field.name), field.type, prefix + field.name)


def marked(value: Struct, prefix: str = "") -> Iterator[Reference]:
    """Yield the figure or source that each mark in the texts of a value names."""
    for telling in tellings(value, prefix):
        for claim in claims_in(telling.text):
            kind, identifier = ("figure", claim.figure) if isinstance(claim, Shown) else ("source", claim.source)
            yield Reference(telling.field, kind, identifier)


def _in(value: object, type_: inspect.Type, key: str) -> Iterator[Telling]:
    if isinstance(value, str):
        yield from (Telling(key, value),) if value else ()
    elif isinstance(value, Text):
        yield from (Telling(f"{key}.{language}", words, language) for language, words in value.words.items())
    elif isinstance(value, tuple):
        item = _plain(type_)
        for number, each in enumerate(value):
            yield from _in(each, item.item_type if isinstance(item, inspect.VarTupleType) else item, f"{key}.{number}")
    elif isinstance(value, Struct):
        yield from tellings(value, f"{key}.")


@cache
def _fields(kind: type[Struct]) -> tuple[inspect.Field, ...]:
    """Return the fields of a type that hold texts, or groups or lists of such fields."""
    type_ = inspect.type_info(kind)
    assert isinstance(type_, inspect.StructType)  # noqa: S101  # narrows the type: a Struct class has no other info
    return tuple(field for field in type_.fields if _tells(field.type, is_of_words=issubclass(kind, Words)))


def _tells(type_: inspect.Type, *, is_of_words: bool) -> bool:
    if isinstance(type_, inspect.Metadata):
        return (type_.extra or {}).get("told", True) and _tells(type_.type, is_of_words=is_of_words)
    if isinstance(type_, inspect.UnionType):
        return any(_tells(member, is_of_words=is_of_words) for member in type_.types)
    if isinstance(type_, inspect.VarTupleType):
        return _tells(type_.item_type, is_of_words=is_of_words)
    if isinstance(type_, inspect.StructType):
        return type_.cls is Text or bool(_fields(type_.cls))
    return is_of_words and isinstance(type_, inspect.StrType) and not type_.pattern


def _plain(type_: inspect.Type) -> inspect.Type:
    return _plain(type_.type) if isinstance(type_, inspect.Metadata) else type_
