"""JSON Schema of each kind, from the very types that validate it."""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from sitegen.diagnostics import nearest
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.site import Settings
from sitegen.kinds.task import Update
from sitegen.values import PERIOD

LANGUAGE = "^[a-z]{2,3}$"
WRITTEN_FORMS: dict[str, dict[str, Any]] = {
    "Period": {
        "type": ["string", "integer"],  # to an editor, a bare 2021 is a number
        "pattern": "^" + PERIOD.pattern.replace("?P<", "?<") + "$",
        "minimum": 1000,
        "maximum": 2999,
        "description": "a day, month, quarter or year: 2021-03-31, 2021-03, 2021-Q1, 2021",
    },
    "Text": {
        "type": "object",
        "patternProperties": {LANGUAGE: {"type": "string", "minLength": 1}},
        "additionalProperties": False,
        "description": "words by language",
    },
}
"""How values are written in YAML whose type in memory is a struct."""


class UnknownKindError(ValueError):
    """There is no such kind: what was asked for, what was probably meant, and what there is."""

    def __init__(self, kind: str, guess: str, known: Iterable[str]) -> None:
        super().__init__(kind)
        self.kind = kind
        self.guess = guess
        self.known = tuple(known)


def schema(kind: str) -> str:
    """Return the JSON Schema (draft 2020-12) of a kind's front matter, or of its YAML list.

    Raises:
        UnknownKindError: if there is no such kind.

    """
    types = _types(kind)
    (*_,), components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    for component in components.values():
        component.setdefault("additionalProperties", False)
    for name, form in WRITTEN_FORMS.items():
        if name in components:
            components[name] = form
    merged = _merged([components.pop(type_.__name__) for type_ in types])
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind,
        **({"type": "array", "items": merged} if kind in RECORD_KINDS or kind == "update" else merged),
        "$defs": components,
    }
    return msgspec.json.format(msgspec.json.encode(document, order="sorted")).decode()


def _types(kind: str) -> list[type[Struct]]:
    if kind in PAGE_KINDS:
        return [PAGE_KINDS[kind].facts, PAGE_KINDS[kind].words]
    if kind in RECORD_KINDS:
        return [RECORD_KINDS[kind].record]
    others: dict[str, type[Struct]] = {"update": Update, "site": Settings}
    if kind in others:
        return [others[kind]]
    known = sorted({*PAGE_KINDS, *RECORD_KINDS, *others})
    raise UnknownKindError(kind, nearest(kind, known), known)


def _merged(schemas: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return one schema for a mapping that holds the fields of all, or of the last alone: a translation's words."""
    found = list(schemas)
    required = [name for each in found for name in each.get("required", ())]
    words = found[-1]
    alone = {"required": words.get("required", []), "propertyNames": {"enum": sorted(words["properties"])}}
    return {
        "type": "object",
        "properties": {name: field for each in found for name, field in each["properties"].items()},
        "additionalProperties": False,
        **({"required": required} if len(found) == 1 else {"anyOf": [{"required": required}, alone]}),
    }
