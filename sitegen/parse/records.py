"""YAML lists of short records."""

from collections.abc import Iterable

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import File
from sitegen.kinds import RecordKind
from sitegen.kinds.common import RecordFacts
from sitegen.kinds.names import called
from sitegen.model import Record, origin
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.languages import Languages
from sitegen.parse.lists import parse_list
from sitegen.parse.marks import refused
from sitegen.parse.parsed import Parsed, record
from sitegen.parse.whereabouts import RECORDS


def parse_records(file: File, languages: Languages) -> Parsed:
    """Return the records of a YAML list; the id of one that could not be understood is empty where it is not known."""
    kind = RECORDS[file.path]
    listed = parse_list(file)
    found = [_record(item, kind, languages, listed.problems) for item in listed.items]
    broken = [(kind.name, _identifier(item).text) for item, (made, _) in zip(listed.items, found, strict=True)
              if made is None]  # fmt: skip
    return Parsed(
        problems=(*listed.problems, *_twice(listed.items), *(problem for _, said in found for problem in said)),
        broken=(*broken, *(() if listed.is_whole else ((kind.name, ""),))),
        records=tuple(made for made, _ in found if made is not None),
    )


def _record(
    item: nodes.Mapping, kind: RecordKind, languages: Languages, known: Iterable[Diagnostic]
) -> tuple[Record | None, list[Diagnostic]]:
    reader = Reader(languages.codes, languages.timezone, known)
    (value,) = reader.struct(item, [kind.record], called(kind.name))
    if not isinstance(value, RecordFacts):
        return None, reader.problems
    reader.problems += refused(value, reader.places)
    written = origin(item.place.path, reader.places)
    return record(kind.name, _identifier(item).text, value, written), reader.problems


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
