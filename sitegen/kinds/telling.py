"""What readers are told: the texts of a value that may say something, found by the types of the fields they stand in.

Names and titles, and words of others that are kept as they stand, are not among them: their types say so. Names and
titles can show no figure and cite nothing; words of others are whatever they are.
"""

from collections.abc import Iterator
from functools import cache, partial
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
    return _texts(value, prefix, are_names=False)


def names(value: Struct, prefix: str = "") -> Iterator[Telling]:
    """Yield every name and title in a value, at any depth, in the order of the fields."""
    return _texts(value, prefix, are_names=True)


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


def _texts(value: Struct, prefix: str, *, are_names: bool) -> Iterator[Telling]:
    for field in _fields(type(value), are_names=are_names):
        yield from _in(getattr(value, field.name), field.type, prefix + field.name, are_names=are_names)


def _in(value: object, type_: inspect.Type, key: str, *, are_names: bool) -> Iterator[Telling]:
    if isinstance(value, str):
        yield from (Telling(key, value),) if value else ()
    elif isinstance(value, Text):
        yield from (Telling(f"{key}.{language}", words, language) for language, words in value.words.items())
    elif isinstance(value, tuple):
        item = _plain(type_)
        for number, each in enumerate(value):
            type_ = item.item_type if isinstance(item, inspect.VarTupleType) else item
            yield from _in(each, type_, f"{key}.{number}", are_names=are_names)
    elif isinstance(value, Struct):
        yield from _texts(value, f"{key}.", are_names=are_names)


@cache
def _fields(kind: type[Struct], *, are_names: bool) -> tuple[inspect.Field, ...]:
    """Return the fields of a type that hold such texts, or groups or lists of such fields."""
    type_ = inspect.type_info(kind)
    assert isinstance(type_, inspect.StructType)  # noqa: S101  # narrows the type: a Struct class has no other info
    is_of_words = issubclass(kind, Words)
    return tuple(field for field in type_.fields if _holds(field.type, is_of_words=is_of_words, are_names=are_names))


def _holds(type_: inspect.Type, *, is_of_words: bool, are_names: bool, is_name: bool = False) -> bool:
    """Whether a type holds texts that are names, or else texts that are not; `is_name` says what its own text is."""
    inside = partial(_holds, is_of_words=is_of_words, are_names=are_names)
    if isinstance(type_, inspect.Metadata):
        extra = type_.extra or {}
        return not extra.get("verbatim") and inside(type_.type, is_name=is_name or not extra.get("told", True))
    if isinstance(type_, inspect.UnionType):
        return any(inside(member, is_name=is_name) for member in type_.types)
    if isinstance(type_, inspect.VarTupleType):
        return inside(type_.item_type, is_name=is_name)
    if isinstance(type_, inspect.StructType) and type_.cls is not Text:
        return bool(_fields(type_.cls, are_names=are_names))
    is_word = is_of_words and isinstance(type_, inspect.StrType) and not type_.pattern
    return (is_word or isinstance(type_, inspect.StructType)) and is_name == are_names


def _plain(type_: inspect.Type) -> inspect.Type:
    return _plain(type_.type) if isinstance(type_, inspect.Metadata) else type_
