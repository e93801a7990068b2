"""YAML lists of short records."""

from collections.abc import Iterable

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds import RECORD_KINDS, RecordKind
from sitegen.model import File, Origin, Record
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.languages import Languages
from sitegen.parse.lists import parse_list
from sitegen.parse.refusals import called

FILES = {f"content/{kind.file}": kind for kind in RECORD_KINDS.values()}


class Records(Struct, frozen=True):
    """The records that could be understood, the ones that could not, and why.

    The id of one that could not is empty where it is not known.
    """

    records: tuple[Record, ...]
    broken: frozenset[tuple[str, str]]
    problems: tuple[Diagnostic, ...]


def parse_records(files: Iterable[File], languages: Languages) -> Records:
    """Return the records of all YAML lists."""
    records: list[Record] = []
    broken: set[tuple[str, str]] = set()
    problems: list[Diagnostic] = []
    for file in files:
        kind = FILES[file.path]
        listed = parse_list(file)
        problems += [*listed.problems, *_twice(listed.items)]
        if not listed.is_whole:
            broken.add((kind.name, ""))
        for item in listed.items:
            record, found = _record(item, kind, languages, listed.problems)
            problems += found
            if record is None:
                broken.add((kind.name, _identifier(item).text))
            else:
                records.append(record)
    return Records(tuple(records), frozenset(broken), tuple(problems))


def _record(
    item: nodes.Mapping, kind: RecordKind, languages: Languages, known: Iterable[Diagnostic]
) -> tuple[Record | None, list[Diagnostic]]:
    reader = Reader(languages.codes, languages.timezone, known)
    (value,) = reader.struct(item, [kind.record], called(kind.name))
    if value is None:
        return None, reader.problems
    origin = Origin(item.place.path, 0, reader.places)
    return Record(kind.name, _identifier(item).text, value, origin), reader.problems


def _identifier(item: nodes.Mapping) -> nodes.Scalar:
    for entry in item.entries:
        if entry.key.text == "id" and isinstance(entry.value, nodes.Scalar):
            return entry.value
    return nodes.Scalar("", item.place)


def _twice(items: Iterable[nodes.Mapping]) -> Iterable[Diagnostic]:
    first: dict[str, Place] = {}
    for identifier in map(_identifier, items):
        if identifier.text and identifier.text in first:
            yield error(
                "duplicate-id",
                identifier.place,
                '"{id}" is already the id of the record on line {first}',
                "give one of the two another id",
                id=identifier.text,
                first=first[identifier.text].line,
            )
        first.setdefault(identifier.text, identifier.place)
