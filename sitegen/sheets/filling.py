"""What there is already, as rows of a sheet: every value as whoever fills in the sheet would write it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from sitegen.files import File
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.parse.nodes import Mapping as Fields
from sitegen.parse.nodes import Node, Sequence
from sitegen.parse.whereabouts import is_log, list_path, task_of
from sitegen.sheets.columns import Column
from sitegen.sheets.drafts import fields_in, items_in
from sitegen.sheets.holdings import Holdings
from sitegen.sheets.names import Names
from sitegen.sheets.trees import texts_of, value_at
from sitegen.sheets.wishes import is_text


class Thing(Struct, frozen=True):
    """A thing: its id, its facts or record, and its words by language."""

    id: str
    facts: Fields
    words: Mapping[str, Fields]

    def node_of(self, column: Column) -> Node | None:
        """Return the node of a column's value, None if it has none."""
        tree = self.words.get(column.language) if column.language else self.facts
        return value_at(tree, column.path)


def things_of(kind: str, holdings: Holdings) -> tuple[Thing, ...]:
    """Return everything there is of a kind, in the order of ids, of records, or of tasks and days."""
    if kind in PAGE_KINDS:
        return tuple(_pages(kind, holdings))
    if kind in RECORD_KINDS:
        known = {record.id for record in holdings.content.records if record.kind == kind}
        return tuple(thing for thing in _things("", list_path(kind), holdings) if thing.id in known)
    logs = sorted(filter(is_log, holdings.files))
    return tuple(thing for path in logs for thing in _things(task_of(path), path, holdings))


def groups_of(things: tuple[Thing, ...]) -> int:
    """Return how many entries the longest list of groups has, such as evidence; 1 if there are none."""
    lengths = (len(node.items) for thing in things for node in _lists(thing) if isinstance(node.items[0], Fields))
    return max(lengths, default=1)


def text_of(thing: Thing, column: Column, names: Names, language: str) -> str:
    """Return what a cell says of a thing.

    It is empty, which changes nothing, where it would name something that is not among the `names`.
    """
    if column.is_key:
        return thing.id
    texts = texts_of(thing.node_of(column))
    if column.ref:
        is_known = all(names.knows(column.ref, text) for text in texts)
        return "; ".join(names.shown(column.ref, text, language) for text in texts) if is_known else ""
    if column.is_list:
        return ("\n" if is_text(column) else "; ").join(texts)
    return "".join(column.explained(text) if text in column.words else text for text in texts)


def _pages(kind: str, holdings: Holdings) -> Iterator[Thing]:
    """Yield every thing with pages; the facts of each stand in the file of the first language that it has."""
    by_id: dict[str, dict[str, Fields]] = {}
    for document in holdings.content.documents:
        if document.kind == kind:
            path = document.origin.path
            by_id.setdefault(document.id, {})[document.language] = fields_in(File(path, holdings.files[path]))
    for identifier in sorted(by_id):
        words = by_id[identifier]
        bearer = next(code for code in holdings.languages.codes if code in words)
        yield Thing(identifier, words[bearer], words)


def _things(task: str, path: str, holdings: Holdings) -> Iterator[Thing]:
    data = holdings.files.get(path)
    for item in items_in(File(path, data) if data is not None else None):
        yield Thing(task or "".join(texts_of(value_at(item, ("id",)))), item, {})


def _lists(thing: Thing) -> Iterator[Sequence]:
    for tree in (thing.facts, *thing.words.values()):
        for entry in tree.entries:
            if isinstance(entry.value, Sequence) and entry.value.items:
                yield entry.value
