"""What stands in the cells of a table, as JSON has it: nothing that is not published, and texts as readers see them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct, inspect

from sitegen.forms import fields_of, kind_named
from sitegen.tables.columns import UNSAID, Column
from sitegen.values import Period, Text

NOTHING: tuple[object, ...] = (None, "", (), {})


class View(Struct, frozen=True):
    """How things are seen by readers: texts in a language without marks, and whether the thing of an id is published.

    `plain` takes a text and its language, `is_published` a kind and an id.
    """

    plain: Callable[[str, str], str]
    is_published: Callable[[str, str], bool]


class Field(NamedTuple):
    """A field as it is read: its name, the kind whose ids it holds, whether its words are others', must be there."""

    name: str
    kind: str
    is_verbatim: bool
    is_required: bool


def cell(value: Struct, column: Column, view: View) -> Any:  # noqa: ANN401  # whatever JSON can say
    """Return what a thing says in a column; None for nothing, and for what it has no field for."""
    field = _fields(type(value)).get(column.field)
    if field is None:
        return None
    found = getattr(value, field.name)
    if isinstance(found, Text):
        found = found.words.get(column.language)
    elif isinstance(found, dict):
        found = found.get(column.language)
    return None if found in NOTHING else _said(found, field, view, column.language)


def _said(value: object, field: Field, view: View, language: str) -> Any:  # noqa: ANN401  # as above
    match value:
        case str():
            return _word(value, field, view, language)
        case Period() | date():
            return value.text if isinstance(value, Period) else value.isoformat()
        case Text():
            return {code: view.plain(words, code) for code, words in value.words.items()}
        case tuple():
            found = (_said(each, field, view, language) for each in value)
            return [each for each in found if each not in NOTHING] or None
        case Struct():
            return _group(value, view, language)
    return value


def _word(value: str, field: Field, view: View, language: str) -> str | None:
    """Return a text as readers see it; None for the id of something that is not published."""
    if field.kind:
        return value if view.is_published(field.kind, value) else None
    return view.plain(value, language) if language and not field.is_verbatim else value


def _group(value: Struct, view: View, language: str) -> dict[str, Any] | None:
    """Return a group of fields; None if it is about something that is not published."""
    found = dict(_parts(value, view, language))
    named = (field.name for field in _fields(type(value)).values() if field.kind and field.is_required)
    return found if all(name in found for name in named) else None


def _parts(value: Struct, view: View, language: str) -> Iterator[tuple[str, Any]]:
    for field in _fields(type(value)).values():
        found = getattr(value, field.name)
        if found not in NOTHING and (said := _said(found, field, view, language)) not in NOTHING:
            yield field.name, said


@cache
def _fields(owner: type[Struct]) -> Mapping[str, Field]:
    return {
        field.name: Field(field.name, kind_named(field.type), _is_verbatim(field.type), field.required)
        for field in fields_of(owner)
        if field.name not in UNSAID
    }


def _is_verbatim(type_: inspect.Type) -> bool:
    match type_:
        case inspect.Metadata():
            return bool((type_.extra or {}).get("verbatim")) or _is_verbatim(type_.type)
        case inspect.VarTupleType():
            return _is_verbatim(type_.item_type)
    return False
