"""Rows about short records, which stand in one list a kind."""

from collections.abc import Sequence

from sitegen.diagnostics import Diagnostic
from sitegen.files import File
from sitegen.kinds import RecordKind
from sitegen.kinds.names import called
from sitegen.parse.fields import Reader
from sitegen.parse.nodes import Entry as Field
from sitegen.parse.nodes import Mapping, Scalar
from sitegen.parse.nodes import Sequence as List
from sitegen.parse.parsed import encode
from sitegen.parse.whereabouts import list_path
from sitegen.sheets.drafts import Affair, Draft, Part, Plan, items_in, kept_by, list_text, placed
from sitegen.sheets.entries import Entry
from sitegen.sheets.headings import Headed
from sitegen.sheets.holdings import Holdings
from sitegen.sheets.trees import texts_of, value_at
from sitegen.sheets.wishes import changed


def plan_records(entries: Sequence[Entry], kind: RecordKind, headed: Headed, holdings: Holdings) -> Plan:
    """Return what the rows of a sheet do to the list of their kind."""
    path = list_path(kind.name)
    data = holdings.files.get(path)
    old = items_in(File(path, data) if data is not None else None)
    places = {texts_of(value_at(item, ("id",))): number for number, item in enumerate(old)}
    new = list(old)
    affairs: list[Affair] = []
    problems: list[Diagnostic] = []
    for entry in entries:
        number = places.get((entry.id,), len(new))
        is_new = number == len(new)
        node = _new(entry) if is_new else new[number]
        kept = tuple(kept_by(node, entry.empty))
        made = changed(node, kind.name, entry.given, holdings.languages.timezone)
        new[number : number + 1] = [made.node]
        affairs.append(Affair(kind.name, entry.id, path, is_new, made.changes, kept))
        problems += made.problems
        problems += _problems(made.node, entry, kind, headed, holdings)
    if problems or (all(one is two for one, two in zip(old, new, strict=False)) and len(old) == len(new)):
        return Plan(affairs=tuple(affairs), problems=tuple(problems))
    draft = Draft(path, data, list_text(data, List(tuple(new), new[0].place)), _says(new, kind, holdings))
    return Plan((draft,), tuple(affairs), tuple(Part(path, entry.id, entry, entry.given) for entry in entries))


def _new(entry: Entry) -> Mapping:
    return Mapping((Field(Scalar("id", entry.place), Scalar(entry.id, entry.place)),), entry.place)


def _problems(
    node: Mapping, entry: Entry, kind: RecordKind, headed: Headed, holdings: Holdings
) -> tuple[Diagnostic, ...]:
    reader = Reader(holdings.languages.codes, holdings.languages.timezone)
    reader.struct(node, [kind.record], called(kind.name))
    return tuple(placed(reader.problems, entry, "", headed))


def _says(items: Sequence[Mapping], kind: RecordKind, holdings: Holdings) -> tuple[bytes, ...]:
    """Return what each record of a list must say when the list is read again."""
    reader = Reader(holdings.languages.codes, holdings.languages.timezone)
    return tuple(encode(value) for item in items for value in reader.struct(item, [kind.record], ""))
