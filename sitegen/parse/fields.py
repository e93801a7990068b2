"""A tree of nodes as a typed value, by the types of the kind: every problem at its own node."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import UNSET, Struct, inspect

from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.parse.nodes import Mapping, Node, Scalar, Sequence
from sitegen.parse.scalars import ScalarError, parse_scalar
from sitegen.values import Period, Text

PLACEHOLDERS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "N/A", "TBD", "TODO", "?", "-", "미정"})


class Reader:
    """Reads one file's nodes: collects problems, and the place of every field by its path (`evidence.0.source`)."""

    def __init__(self, path: str, languages: tuple[str, ...], timezone: ZoneInfo) -> None:
        self.problems: list[Diagnostic] = []
        self.places: dict[str, Place] = {}
        self._path = path
        self._languages = languages
        self._timezone = timezone

    def struct(self, node: Mapping, kinds: Iterable[type[Struct]], known: str, prefix: str = "") -> list[Struct | None]:
        """Return a value of each type from one mapping, None where it cannot be made; `known` names the whole."""
        types = [_struct_type(kind) for kind in kinds]
        fields = {field.name: field for type_ in types for field in type_.fields}
        values = {}
        for entry in node.entries:
            if field := self._known(entry.key, fields, known):
                key = f"{prefix}{field.name}"
                self.places[key] = entry.value.place
                self.places[f"{key}:"] = entry.key.place
                values[field.name] = self._value(entry.value, field.type, key)
        return [self._make(type_, values, node.place, known) for type_ in types]

    def _known(self, key: Scalar, fields: dict[str, inspect.Field], known: str) -> inspect.Field | None:
        if key.text in fields:
            return fields[key.text]
        guess = nearest(key.text, fields)
        hint = '; did you mean "{guess}"?' if guess else ""
        self._report(
            error(
                "unknown-field",
                key.place,
                '"{field}" is not a field of {kind}' + hint,
                'rename it to "{guess}", or remove the line' if guess else "remove the line",
                field=key.text,
                kind=known,
                guess=guess,
            )
        )
        return None

    def _make(self, type_: inspect.StructType, values: dict[str, Any], place: Place, known: str) -> Struct | None:
        missing = [field.name for field in type_.fields if field.required and field.name not in values]
        for name in missing:
            self._report(
                error(
                    "missing-field",
                    Place(place.path, place.line),
                    '{kind} needs the field "{field}": {description}',
                    "add a line {field}: …",
                    kind=known,
                    field=name,
                    description=_description(next(field for field in type_.fields if field.name == name)),
                )
            )
        given = {field.name: values[field.name] for field in type_.fields if field.name in values}
        if missing or UNSET in given.values():
            return None
        return type_.cls(**given)

    def _value(self, node: Node, type_: inspect.Type, key: str) -> Any:  # noqa: ANN401  # any type a field may have
        """Return the value, or UNSET after reporting why there is none."""
        type_ = _plain(type_)
        if isinstance(type_, inspect.UnionType):
            return self._union(node, type_, key)
        if isinstance(type_, inspect.StructType) and type_.cls is not Period:
            return self._text(node) if type_.cls is Text else self._nested(node, type_, key)
        if isinstance(type_, inspect.VarTupleType):
            return self._list(node, type_, key)
        if isinstance(type_, inspect.DictType):
            return self._dict(node, type_, key)
        return self._scalar(node, type_)

    def _union(self, node: Node, type_: inspect.UnionType, key: str) -> Any:  # noqa: ANN401  # as above
        """Return the value of an optional field, or of one that may also be a fixed word such as unknown."""
        words = [word for member in map(_plain, type_.types) if isinstance(member, inspect.LiteralType)
                 for word in member.values]  # fmt: skip
        if isinstance(node, Scalar) and node.text in words:
            return node.text
        types = [member for member in map(_plain, type_.types)
                 if not isinstance(member, inspect.NoneType)]  # fmt: skip
        return self._value(node, types[0], key)

    def _nested(self, node: Node, type_: inspect.StructType, key: str) -> Any:  # noqa: ANN401  # as above
        if not isinstance(node, Mapping):
            return self._wrong(node, "names and values, one a line", "write them indented under the name")
        (value,) = self.struct(node, [type_.cls], _last_name(key), f"{key}.")
        return UNSET if value is None else value

    def _text(self, node: Node) -> Any:  # noqa: ANN401  # as above
        codes = ", ".join(f"{code}: …" for code in self._languages)
        if not isinstance(node, Mapping):
            return self._wrong(node, "a text in each language", f"write {codes} indented under the name")
        words = {entry.key.text: self._words(entry.value) for entry in node.entries if self._language(entry.key)}
        return UNSET if UNSET in words.values() or not words else Text(words)

    def _words(self, node: Node) -> Any:  # noqa: ANN401  # as above
        if isinstance(node, Scalar) and node.text.strip():
            return node.text
        return self._wrong(node, "a text", "write the words, or remove the language")

    def _language(self, key: Scalar) -> bool:
        if key.text in self._languages:
            return True
        self._report(
            error(
                "unknown-language",
                key.place,
                '"{code}" is not a language of this site',
                "use one of {codes}",
                code=key.text,
                codes=", ".join(self._languages),
            )
        )
        return False

    def _list(self, node: Node, type_: inspect.VarTupleType, key: str) -> Any:  # noqa: ANN401  # as above
        if not isinstance(node, Sequence):
            written = node.text if isinstance(node, Scalar) else "…"
            return self._wrong(node, "a list", f"write [{written}]")
        for number, item in enumerate(node.items):
            self.places[f"{key}.{number}"] = item.place
        values = tuple(self._value(item, type_.item_type, f"{key}.{number}") for number, item in enumerate(node.items))
        if len(values) < (type_.min_length or 0):
            return self._wrong(node, f"a list of at least {type_.min_length}", "add to the list")
        return UNSET if UNSET in values else values

    def _dict(self, node: Node, type_: inspect.DictType, key: str) -> Any:  # noqa: ANN401  # as above
        if not isinstance(node, Mapping):
            return self._wrong(node, "names and values, one a line", "write them indented under the name")
        value_type = type_.value_type
        values = {entry.key.text: self._value(entry.value, value_type, f"{key}.{entry.key.text}")
                  for entry in node.entries if self._language(entry.key)}  # fmt: skip
        return UNSET if UNSET in values.values() else values

    def _scalar(self, node: Node, type_: inspect.Type) -> Any:  # noqa: ANN401  # as above
        if not isinstance(node, Scalar):
            return self._wrong(node, "a single value", "write it on the line of its name")
        if node.is_bare and node.text in PLACEHOLDERS:
            return self._wrong(node, "a value, not a placeholder", "write the value, or remove the line")
        try:
            return parse_scalar(node.text, type_, self._timezone)
        except ScalarError as problem:
            self._report(error(problem.code, node.place, problem.message, problem.fix, **problem.values))
            return UNSET

    def _wrong(self, node: Node, wanted: str, fix: str) -> Any:  # noqa: ANN401  # UNSET, which msgspec types loosely
        self._report(error("wrong-type", node.place, "this must be {wanted}", "{fix}", wanted=wanted, fix=fix))
        return UNSET

    def _report(self, diagnostic: Diagnostic) -> None:
        self.problems.append(diagnostic)


@cache
def _struct_type(kind: type[Struct]) -> inspect.StructType:
    type_ = inspect.type_info(kind)
    assert isinstance(type_, inspect.StructType)  # noqa: S101  # narrows the type: a Struct class has no other info
    return type_


def _plain(type_: inspect.Type) -> inspect.Type:
    return type_.type if isinstance(type_, inspect.Metadata) else type_


def _description(field: inspect.Field) -> str:
    extra = field.type.extra_json_schema if isinstance(field.type, inspect.Metadata) else None
    return str((extra or {}).get("description", ""))


def _last_name(key: str) -> str:
    """Return what to call a nested value in a message: `evidence.0` is evidence."""
    return next(part for part in reversed(key.split(".")) if not part.isdigit())
