"""A tree of nodes as a typed value, by the types of the kind: every problem at its own node."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import UNSET, Struct, inspect

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.parse import refusals
from sitegen.parse.languages import unknown_language
from sitegen.parse.nodes import Mapping, Node, Refused, Scalar, Sequence
from sitegen.parse.scalars import ScalarError, parse_scalar
from sitegen.values import Period, Text


class Reader:
    """Reads one file's nodes: collects problems, and the place of every field by its path (`evidence.0.source`).

    Without languages, as in settings that do not name any, those of texts are not looked at. Of values that something
    is already known to be wrong with, nothing more is said.
    """

    def __init__(self, languages: tuple[str, ...], timezone: ZoneInfo, known: Iterable[Diagnostic] = ()) -> None:
        self.problems: list[Diagnostic] = []
        self.places: dict[str, Place] = {}
        self._languages = languages
        self._timezone = timezone
        self._known = {(problem.place.line, problem.place.column) for problem in known}

    def struct(self, node: Mapping, kinds: Iterable[type[Struct]], known: str, prefix: str = "") -> list[Struct | None]:
        """Return a value of each type from one mapping, None where it cannot be made.

        `known` is what to call the whole in a message, as in "a task".
        """
        types = [_struct_type(kind) for kind in kinds]
        fields = {field.name: field for type_ in types for field in type_.fields}
        values: dict[str, Any] = {}
        for entry in node.entries:
            if field := fields.get(entry.key.text):
                key = f"{prefix}{field.name}"
                self.places[key] = entry.value.place
                self.places[f"{key}:"] = entry.key.place
                values[field.name] = self._value(entry.value, field.type, key)
            else:
                self._unknown(entry.key, fields, values, known)
        return [self._make(type_, values, node.place, known) for type_ in types]

    def _unknown(self, key: Scalar, fields: Iterable[str], values: dict[str, Any], known: str) -> None:
        """Report a field that there is not; one that it was probably meant to be is not reported as missing."""
        guess = refusals.likely_field(key.text, fields)
        self.problems.append(refusals.unknown_field(key, known, guess))
        if guess:
            values.setdefault(guess, UNSET)

    def _make(self, type_: inspect.StructType, values: dict[str, Any], place: Place, known: str) -> Struct | None:
        missing = [field for field in type_.fields if field.required and field.name not in values]
        self.problems += (
            refusals.missing_field(field.name, _description(field), _words(field.type), known, place)
            for field in missing
        )
        given = {field.name: values[field.name] for field in type_.fields if field.name in values}
        if missing or UNSET in given.values():
            return None
        return type_.cls(**given)

    def _value(self, node: Node, type_: inspect.Type, key: str) -> Any:  # noqa: ANN401  # any type a field may have
        """Return the value, or UNSET after reporting why there is none."""
        type_ = _plain(type_)
        if isinstance(node, Refused):
            return UNSET
        if isinstance(node, Scalar) and node.is_bare:
            problem = refusals.doubtful(node, may_be_empty=_is_optional_text(type_), words=_words(type_))
            if problem and self._wrong(problem) is UNSET and problem.severity == "error":
                return UNSET
        return self._typed(node, type_, key)

    def _typed(self, node: Node, type_: inspect.Type, key: str) -> Any:  # noqa: ANN401  # as above
        if isinstance(type_, inspect.UnionType):
            return self._union(node, type_, key)
        if isinstance(type_, inspect.StructType) and type_.cls is not Period:
            return self._text(node, key) if type_.cls is Text else self._nested(node, type_, key)
        if isinstance(type_, inspect.VarTupleType):
            return self._list(node, type_, key)
        if isinstance(type_, inspect.DictType):
            return self._dict(node, type_, key)
        return self._scalar(node, type_)

    def _union(self, node: Node, type_: inspect.UnionType, key: str) -> Any:  # noqa: ANN401  # as above
        """Return the value of an optional field, or of one that may also be a fixed word such as unknown."""
        if isinstance(node, Scalar) and node.text in _words(type_):
            return node.text
        return self._typed(node, _members(type_)[0], key)

    def _nested(self, node: Node, type_: inspect.StructType, key: str) -> Any:  # noqa: ANN401  # as above
        if not isinstance(node, Mapping):
            return self._wrong(refusals.not_a_group(node))
        (value,) = self.struct(node, [type_.cls], f'"{_last_name(key)}"', f"{key}.")
        return UNSET if value is None else value

    def _text(self, node: Node, key: str) -> Any:  # noqa: ANN401  # as above
        if not isinstance(node, Mapping) or not node.entries:
            return self._wrong(refusals.not_a_text(node, self._languages))
        known = [entry for entry in node.entries if self._is_language(entry.key)]
        self.places |= {f"{key}.{entry.key.text}": entry.value.place for entry in known}
        words = {entry.key.text: self._phrase(entry.value) for entry in known}
        return UNSET if UNSET in words.values() or not words else Text(words)

    def _phrase(self, node: Node) -> Any:  # noqa: ANN401  # as above
        return self._value(node, inspect.StrType(min_length=1), "")

    def _is_language(self, key: Scalar) -> bool:
        if key.text in self._languages or not self._languages:
            return True
        self.problems.append(unknown_language(key.text, key.place, self._languages))
        return False

    def _list(self, node: Node, type_: inspect.VarTupleType, key: str) -> Any:  # noqa: ANN401  # as above
        if not isinstance(node, Sequence):
            return self._wrong(refusals.not_a_list(node, of_groups=_is_group(type_.item_type)))
        for number, item in enumerate(node.items):
            self.places[f"{key}.{number}"] = item.place
        values = tuple(self._value(item, type_.item_type, f"{key}.{number}") for number, item in enumerate(node.items))
        if len(values) < (type_.min_length or 0):
            return self._wrong(refusals.too_few(node, type_.min_length or 0))
        return UNSET if UNSET in values else values

    def _dict(self, node: Node, type_: inspect.DictType, key: str) -> Any:  # noqa: ANN401  # as above
        if not isinstance(node, Mapping):
            return self._wrong(refusals.not_by_language(node, self._languages))
        value_type = type_.value_type
        values = {entry.key.text: self._value(entry.value, value_type, f"{key}.{entry.key.text}")
                  for entry in node.entries if self._is_language(entry.key)}  # fmt: skip
        return UNSET if UNSET in values.values() else values

    def _scalar(self, node: Node, type_: inspect.Type) -> Any:  # noqa: ANN401  # as above
        if not isinstance(node, Scalar):
            return self._wrong(refusals.not_one_value(node))
        if isinstance(type_, inspect.BoolType) and not node.is_bare:
            return self._wrong(refusals.quoted_boolean(node))
        try:
            return parse_scalar(node.text, type_, self._timezone)
        except ScalarError as problem:
            return self._wrong(error(problem.code, node.place, problem.message, problem.fix, **problem.values))

    def _wrong(self, problem: Diagnostic) -> Any:  # noqa: ANN401  # UNSET, which msgspec types loosely
        if (problem.place.line, problem.place.column) not in self._known:
            self.problems.append(problem)
        return UNSET


@cache
def _struct_type(kind: type[Struct]) -> inspect.StructType:
    type_ = inspect.type_info(kind)
    assert isinstance(type_, inspect.StructType)  # noqa: S101  # narrows the type: a Struct class has no other info
    return type_


def _plain(type_: inspect.Type) -> inspect.Type:
    return type_.type if isinstance(type_, inspect.Metadata) else type_


def _members(type_: inspect.UnionType) -> list[inspect.Type]:
    return [member for member in map(_plain, type_.types) if not isinstance(member, inspect.NoneType)]


def _words(type_: inspect.Type) -> tuple[str, ...]:
    """Return the fixed words that a value may be."""
    plain = _plain(type_)
    types = _members(plain) if isinstance(plain, inspect.UnionType) else [plain]
    words = (word for member in types if isinstance(member, inspect.LiteralType) for word in member.values)
    return tuple(word for word in words if isinstance(word, str))


def _is_optional_text(type_: inspect.Type) -> bool:
    return isinstance(type_, inspect.StrType) and not type_.min_length and not type_.pattern


def _is_group(type_: inspect.Type) -> bool:
    plain = _plain(type_)
    return isinstance(plain, inspect.StructType) and plain.cls is not Period


def _description(field: inspect.Field) -> str:
    extra = field.type.extra_json_schema if isinstance(field.type, inspect.Metadata) else None
    return str((extra or {}).get("description", ""))


def _last_name(key: str) -> str:
    """Return what to call a nested value in a message: `evidence.0` is evidence."""
    return next(part for part in reversed(key.split(".")) if not part.isdigit())
