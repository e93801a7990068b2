"""YAML lists of short records, and the updates of tasks."""

from collections.abc import Iterable

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds import RECORD_KINDS, RecordKind
from sitegen.kinds.task import Update
from sitegen.model import File, Origin, Record, UpdateLog
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.languages import Languages
from sitegen.parse.refusals import called
from sitegen.parse.text import decode

FILES = {f"content/{kind.file}": kind for kind in RECORD_KINDS.values()}
UPDATES = ".updates.yaml"


class Records(Struct, frozen=True):
    """The records that could be understood, the ones that could not, and why."""

    records: tuple[Record, ...]
    updates: tuple[UpdateLog, ...]
    broken: frozenset[tuple[str, str]]
    problems: tuple[Diagnostic, ...]


def parse_records(files: Iterable[File], languages: Languages) -> Records:
    """Return the records of all YAML lists, and the updates of all tasks."""
    records: list[Record] = []
    updates: list[UpdateLog] = []
    broken: set[tuple[str, str]] = set()
    problems: list[Diagnostic] = []
    for file in files:
        items, found = _items(file)
        problems.extend(found)
        if file.path.endswith(UPDATES):
            updates.append(_log(file.path, items, languages, problems))
        else:
            _read_list(FILES[file.path], items, languages, records, broken, problems)
    return Records(tuple(records), tuple(updates), frozenset(broken), tuple(problems))


def _items(file: File) -> tuple[tuple[nodes.Mapping, ...], list[Diagnostic]]:
    text, unreadable = decode(file)
    if unreadable:
        return (), list(unreadable)
    composed = nodes.compose(text, file.path)
    problems = list(composed.problems)
    if not isinstance(composed.node, nodes.Sequence):
        return (), problems or [_not_a_list(composed.node.place if composed.node else Place(file.path))]
    wrong = [item.place for item in composed.node.items if isinstance(item, nodes.Scalar | nodes.Sequence)]
    items = tuple(item for item in composed.node.items if isinstance(item, nodes.Mapping))
    return items, [*problems, *map(_not_a_record, wrong)]


def _read_list(  # noqa: PLR0913  # three of them are what it adds to
    kind: RecordKind,
    items: tuple[nodes.Mapping, ...],
    languages: Languages,
    records: list[Record],
    broken: set[tuple[str, str]],
    problems: list[Diagnostic],
) -> None:
    first: dict[str, Place] = {}
    for item in items:
        reader = Reader(item.place.path, languages.codes, languages.timezone)
        (value,) = reader.struct(item, [kind.record], called(kind.name))
        problems.extend(reader.problems)
        identifier = _identifier(item)
        if identifier.text and identifier.text in first:
            problems.append(_twice(identifier, first[identifier.text]))
        first.setdefault(identifier.text, identifier.place)
        if value is None:
            broken.add((kind.name, identifier.text))
        else:
            origin = Origin(item.place.path, 0, {"": item.place, **reader.places})
            records.append(Record(kind.name, identifier.text, value, origin))


def _log(path: str, items: tuple[nodes.Mapping, ...], languages: Languages, problems: list[Diagnostic]) -> UpdateLog:
    reader = Reader(path, languages.codes, languages.timezone)
    updates = []
    for number, item in enumerate(items):
        (value,) = reader.struct(item, [Update], called("update"), f"{number}.")
        reader.places[str(number)] = item.place
        if isinstance(value, Update):
            updates.append(value)
    problems.extend(reader.problems)
    task = path.rpartition("/")[2].removesuffix(UPDATES)
    return UpdateLog(task, tuple(updates), Origin(path, 0, reader.places))


def _identifier(item: nodes.Mapping) -> nodes.Scalar:
    for entry in item.entries:
        if entry.key.text == "id" and isinstance(entry.value, nodes.Scalar):
            return entry.value
    return nodes.Scalar("", item.place)


def _twice(identifier: nodes.Scalar, first: Place) -> Diagnostic:
    return error(
        "duplicate-id",
        identifier.place,
        '"{id}" is already the id of the record on line {first}',
        "give one of the two another id",
        id=identifier.text,
        first=first.line,
    )


def _not_a_list(place: Place) -> Diagnostic:
    return error("wrong-type", place, "this file must be a list", "start each record with a hyphen: - id: …")


def _not_a_record(place: Place) -> Diagnostic:
    return error("wrong-type", place, "this must be a record", "write names and values after the hyphen: - id: …")
