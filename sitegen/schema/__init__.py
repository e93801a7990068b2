"""JSON Schema of each kind, from the very types that validate it, with the words of the dictionary."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from sitegen.dictionary import KINDS
from sitegen.forms import structs_in
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.names import check_kind
from sitegen.kinds.site import Settings
from sitegen.kinds.task import Update
from sitegen.parse.dates import MOMENT
from sitegen.schema.annotation import annotated, both
from sitegen.values import PERIOD

__all__ = ["DRAFT", "FOLDER", "file_of", "known_kinds", "schema", "types_of"]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that every editor and checker understands; some refuse later ones."""
FOLDER = "schemas"
LANGUAGE = "^[a-z]{2,3}$"
PHRASE = {"type": "string", "minLength": 1}
SPOKEN: Mapping[str, dict[str, Any]] = {
    "ko": {**PHRASE, "title": "한국어 · Korean", "description": "한국어로 · in Korean"},
    "en": {**PHRASE, "title": "영어 · English", "description": "영어로 · in English"},
}
"""Words in the languages that an editor offers; a site may have others."""
WRITTEN_FORMS: Mapping[str, dict[str, Any]] = {
    "Period": {
        "type": ["string", "integer"],  # to an editor, a bare 2021 is a number
        "pattern": "^" + PERIOD.pattern.replace("?P<", "?<") + "$",
        "minimum": 1000,
        "maximum": 2999,
        "description": both(
            {
                "ko": "연월일, 연월, 분기, 연도: 2021-03-31, 2021-03, 2021-Q1, 2021",
                "en": "a day, month, quarter or year: 2021-03-31, 2021-03, 2021-Q1, 2021",
            }
        ),
    },
    "Text": {
        "type": "object",
        "properties": SPOKEN,
        "patternProperties": {LANGUAGE: PHRASE},
        "additionalProperties": False,
        "description": both({"ko": "언어마다 적는 글", "en": "words by language"}),
    },
}
"""How values are written in YAML whose type in memory is a struct."""
FORMATS: Mapping[str, dict[str, Any]] = {
    "date-time": {"type": "string", "pattern": f"^{MOMENT.pattern}$"},
    "decimal": {"type": "number"},
}
"""How values are written in YAML whose format in JSON is another."""
FOR_PROGRAMMERS = frozenset({"title", "description"})
"""What the schema of a struct has from the name and docstring of its class."""
ABSENT: dict[str, Any] = {"type": "null"}


def known_kinds() -> tuple[str, ...]:
    """Return every kind that has a schema."""
    return tuple(_TYPES)


def types_of(kind: str) -> tuple[type[Struct], ...]:
    """Return the types of a known kind: of facts and words, or of a record."""
    return _TYPES[kind]


def file_of(kind: str) -> str:
    """Return the path of a kind's schema from the project's root."""
    return f"{FOLDER}/{kind}.json"


def schema(kind: str) -> str:
    """Return the JSON Schema (draft 07) of a kind's front matter, or of its YAML list.

    Raises:
        RefusedError: if there is no such kind, with the ones there are.

    """
    check_kind(kind, _TYPES)
    types = _TYPES[kind]
    (*_,), components = msgspec.json.schema_components(types, ref_template="#/definitions/{name}")
    for struct in {struct for type_ in types for struct in structs_in(type_)}:
        components[struct.__name__] = _told(components[struct.__name__], struct)
    components |= {name: form for name, form in WRITTEN_FORMS.items() if name in components}
    merged = _merged([components.pop(type_.__name__) for type_ in types])
    document = {
        "$schema": DRAFT,
        "title": both(KINDS[kind]),
        **({"type": "array", "items": merged} if kind in RECORD_KINDS or kind == "update" else merged),
        "definitions": components,
    }
    return msgspec.json.format(msgspec.json.encode(document, order="sorted")).decode()


_TYPES: Mapping[str, tuple[type[Struct], ...]] = {
    **{name: (kind.facts, kind.words) for name, kind in PAGE_KINDS.items()},
    **{name: (kind.record,) for name, kind in RECORD_KINDS.items()},
    "update": (Update,),
    "site": (Settings,),
}


def _told(component: dict[str, Any], owner: type[Struct]) -> dict[str, Any]:
    """Return the schema of a struct with what people need to know of its fields."""
    fields = {name: annotated(_written(form), owner, name) for name, form in component["properties"].items()}
    said = {key: value for key, value in component.items() if key not in FOR_PROGRAMMERS}
    return {"additionalProperties": False, **said, "properties": fields}


def _written(form: dict[str, Any]) -> dict[str, Any]:
    """Return the form of a field as it is written: what there is not is left out, and no value is ever null."""
    if form.get("default", "") is None:
        form = {key: value for key, value in form.items() if key != "default"}
    if form.get("format") in FORMATS:
        form = {**form, **FORMATS[form["format"]]}
        del form["format"]
    if "anyOf" not in form:
        return form
    choices = [_written(choice) for choice in form["anyOf"] if choice != ABSENT]
    rest = {key: value for key, value in form.items() if key != "anyOf"}
    return {**rest, "anyOf": choices} if len(choices) > 1 else {**choices[0], **rest}


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
