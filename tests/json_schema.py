"""JSON Schema (draft 07) as far as our schemas use it; any other keyword is a complaint.

Source of the rules: https://json-schema.org/draft-07/json-schema-validation
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

Schema = Mapping[str, Any]

ANNOTATIONS = frozenset({"$schema", "definitions", "title", "description", "default", "enumDescriptions"})
TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def complaints(value: object, schema: Schema, root: Schema, where: str = "") -> Iterator[str]:
    """Yield where a value does not fit a schema, and by which keyword; `root` is the schema with the definitions."""
    for keyword, argument in schema.items():
        if keyword in NESTED:
            yield from NESTED[keyword](value, schema, root, where)
        elif keyword not in ANNOTATIONS and not (keyword in SIMPLE and SIMPLE[keyword](value, argument)):
            yield f"{where or 'the whole'}: {keyword}: {argument!r}"


def fits(value: object, schema: Schema, root: Schema) -> bool:
    """Whether a value fits a schema."""
    return next(complaints(value, schema, root), None) is None


def subschemas(schema: Schema) -> Iterator[Schema]:
    """Yield a schema and every schema within it."""
    yield schema
    within = [*schema.get("anyOf", ())]
    within += [
        each for name in ("definitions", "properties", "patternProperties") for each in schema.get(name, {}).values()
    ]
    within += [
        each
        for name in ("items", "additionalProperties", "propertyNames")
        if isinstance(each := schema.get(name), dict)
    ]
    for each in within:
        yield from subschemas(each)


def _is_of_type(value: object, names: str | list[str]) -> bool:
    wanted = [names] if isinstance(names, str) else names
    return any(isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool)) for name in wanted)


def _matches(value: object, pattern: str) -> bool:
    return not isinstance(value, str) or re.search(pattern.replace("(?<", "(?P<"), value) is not None


def _is_date(value: object, form: str) -> bool:
    return form == "date" and isinstance(value, str) and value == date.fromisoformat(value).isoformat()


def _has(value: object, names: list[str]) -> bool:
    return not isinstance(value, dict) or value.keys() >= set(names)


SIMPLE: Mapping[str, Callable[[Any, Any], bool]] = {
    "type": _is_of_type,
    "enum": lambda value, argument: value in argument,
    "const": lambda value, argument: value == argument,
    "pattern": _matches,
    "format": _is_date,
    "required": _has,
    "minLength": lambda value, argument: not isinstance(value, str) or len(value) >= argument,
    "maxLength": lambda value, argument: not isinstance(value, str) or len(value) <= argument,
    "minItems": lambda value, argument: not isinstance(value, list) or len(value) >= argument,
    "minimum": lambda value, argument: not isinstance(value, int | float) or value >= argument,
    "maximum": lambda value, argument: not isinstance(value, int | float) or value <= argument,
    "exclusiveMinimum": lambda value, argument: not isinstance(value, int | float) or value > argument,
}


def _reference(value: object, schema: Schema, root: Schema, where: str) -> Iterator[str]:
    yield from complaints(value, root["definitions"][schema["$ref"].removeprefix("#/definitions/")], root, where)


def _any_of(value: object, schema: Schema, root: Schema, where: str) -> Iterator[str]:
    if not any(fits(value, choice, root) for choice in schema["anyOf"]):
        yield f"{where or 'the whole'}: anyOf"


def _properties(value: object, schema: Schema, root: Schema, where: str) -> Iterator[str]:
    for name, each in value.items() if isinstance(value, dict) else ():
        if name in schema["properties"]:
            yield from complaints(each, schema["properties"][name], root, f"{where}.{name}")


def _pattern_properties(value: object, schema: Schema, root: Schema, where: str) -> Iterator[str]:
    for name, each in value.items() if isinstance(value, dict) else ():
        for pattern, wanted in schema["patternProperties"].items():
            if re.search(pattern, name):
                yield from complaints(each, wanted, root, f"{where}.{name}")


def _additional(value: object, schema: Schema, root: Schema, where: str) -> Iterator[str]:
    patterns = schema.get("patternProperties", ())
    for name, each in value.items() if isinstance(value, dict) else ():
        if name in schema.get("properties", ()) or any(re.search(pattern, name) for pattern in patterns):
            continue
        if schema["additionalProperties"] is False:
            yield f"{where}.{name}: additionalProperties"
        else:
            yield from complaints(each, schema["additionalProperties"], root, f"{where}.{name}")


def _names(value: object, schema: Schema, root: Schema, where: str) -> Iterator[str]:
    for name in value if isinstance(value, dict) else ():
        yield from complaints(name, schema["propertyNames"], root, where)


def _items(value: object, schema: Schema, root: Schema, where: str) -> Iterator[str]:
    for number, each in enumerate(value if isinstance(value, list) else ()):
        yield from complaints(each, schema["items"], root, f"{where}.{number}")


NESTED: Mapping[str, Callable[[object, Schema, Schema, str], Iterator[str]]] = {
    "$ref": _reference,
    "anyOf": _any_of,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional,
    "propertyNames": _names,
    "items": _items,
}
