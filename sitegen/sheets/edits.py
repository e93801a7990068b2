"""The fewest changes to a YAML text that make it say something else; every other byte stays as it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

import yaml

from sitegen.parse import nodes
from sitegen.sheets import yaml_text

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: slower, same nodes
    from yaml import SafeLoader as Loader  # type: ignore[assignment]  # same interface

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")

Spot = tuple[int, int]
"""A line and a column, both from 0."""


class Edit(NamedTuple):
    """A part of the text, from one spot to another, and what takes its place."""

    start: Spot
    end: Spot
    text: str


def edited(text: str, new: nodes.Node) -> str:
    """Return a YAML text that has been changed to say what a tree says, which is in part the one it says already."""
    split = LINE.findall(text)
    ends = [_break(line) for line in split]
    usual = next((end for end in ends if end), "\n")
    is_open = bool(split) and not ends[-1]
    if is_open:
        split[-1] += usual
    old = yaml.compose("".join(line.rstrip("\r\n") + "\n" for line in split), Loader=Loader)
    if old is None:
        return "".join(split) + written(new).replace("\n", usual)
    found = _applied(split, list(_Editor(split, usual).changes(old, new)))
    return found.removesuffix(usual) if is_open and found.endswith(split[-1]) else found


def written(new: nodes.Node) -> str:
    """Return the text of a new tree: fields, or a list of records with a blank line between them."""
    if isinstance(new, nodes.Sequence):
        return "\n".join("".join(f"{line}\n" for line in yaml_text.item_lines(item, 0)) for item in new.items)
    return "".join(f"{line}\n" for line in yaml_text.block(new, 0))


def _applied(split: Sequence[str], edits: list[Edit]) -> str:
    """Return the lines with every edit made; those of one spot follow each other as they were found."""
    starts = [0]
    for line in split:
        starts.append(starts[-1] + len(line))
    text = "".join(split)
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        pieces += [text[done : starts[edit.start[0]] + edit.start[1]], edit.text]
        done = starts[edit.end[0]] + edit.end[1]
    return "".join([*pieces, text[done:]])


def _break(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


class _Editor:
    """Finds the changes from the nodes of a text, which know where they end, to other nodes."""

    def __init__(self, split: list[str], usual: str) -> None:
        self._lines = split
        self._break = usual

    def changes(self, old: yaml.Node, new: nodes.Node) -> Iterator[Edit]:
        """Yield the changes from a node to another in its place."""
        if _says(old, new):
            return
        if _is_block(old, yaml.MappingNode) and isinstance(new, nodes.Mapping):
            yield from self._fields(old, new)
        elif _is_block(old, yaml.SequenceNode) and isinstance(new, nodes.Sequence):
            yield from self._items(old, new)
        else:
            yield self._in_place(old, new)

    def _fields(self, old: yaml.Node, new: nodes.Mapping) -> Iterator[Edit]:
        known = {normalize("NFC", key.value): (key, value) for key, value in old.value}
        wanted = {entry.key.text for entry in new.entries}
        if self._before(old).strip() and new.entries[0].key.text != next(iter(known)):
            yield self._again(old, yaml_text.block(new, old.start_mark.column))
            return
        after: yaml.Node | None = None
        for entry in new.entries:
            if entry.key.text in known:
                _, after = known[entry.key.text]
                yield from self.changes(after, entry.value)
            else:
                line = self._line_after(after) if after is not None else old.start_mark.line
                yield self._insert(line, yaml_text.lines(entry.key.text, entry.value, old.start_mark.column))
        for name, (key, value) in known.items():
            if name not in wanted:
                yield Edit((key.start_mark.line, 0), (self._line_after(value), 0), "")

    def _items(self, old: yaml.Node, new: nodes.Sequence) -> Iterator[Edit]:
        indent = old.start_mark.column
        if len(new.items) < len(old.value):
            yield self._again(old, (line for item in new.items for line in yaml_text.item_lines(item, indent)))
            return
        for before, item in zip(old.value, new.items, strict=False):
            yield from self.changes(before, item)
        gap = [""] if self._is_divided(old) else []
        for item in new.items[len(old.value) :]:
            yield self._insert(self._line_after(old), [*gap, *yaml_text.item_lines(item, indent)])

    def _in_place(self, old: yaml.Node, new: nodes.Node) -> Edit:
        text = self._scalar(old, new) if isinstance(new, nodes.Scalar) else yaml_text.flow(new)
        is_close = self._before(old).endswith((":", "-"))  # as where there was no value yet
        return Edit(_start(old), self._end(old), f" {text}" if is_close else text)

    def _scalar(self, old: yaml.Node, new: nodes.Scalar) -> str:
        """Return a value in the quotation marks of the one before, if it has any or needs some."""
        text = yaml_text.scalar(new)
        mark = old.style if isinstance(old, yaml.ScalarNode) else None
        if mark not in {"'", '"'} or new.is_bare or {"'", '"', "\\"} & set(new.text):
            return text
        return f"{mark}{new.text}{mark}"

    def _again(self, old: yaml.Node, new: Iterable[str]) -> Edit:
        """Return the change of a block to other lines, the first of which goes on where the old one began."""
        first, *rest = new
        return Edit(_start(old), self._end(old), self._break.join([first.lstrip(), *rest]))

    def _insert(self, line: int, new: Iterable[str]) -> Edit:
        return Edit((line, 0), (line, 0), "".join(f"{each}{self._break}" for each in new))

    def _is_divided(self, old: yaml.Node) -> bool:
        """Whether there is a blank line before each record of a file; before the second if it has but one."""
        last = old.value[-1].start_mark.line
        return old.start_mark.column == 0 and (len(old.value) == 1 or not self._lines[last - 1].strip())

    def _before(self, node: yaml.Node) -> str:
        return self._lines[node.start_mark.line][: node.start_mark.column]

    def _line_after(self, node: yaml.Node) -> int:
        return self._end(node)[0] + 1

    def _end(self, node: yaml.Node) -> Spot:
        """Return where the last character of a node ends: the library sees the end of a block where the next begins."""
        if _is_block(node, yaml.CollectionNode) and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
            line = node.end_mark.line
            while line > node.start_mark.line + 1 and not self._lines[line - 1].strip():
                line -= 1
            return line - 1, len(self._lines[line - 1].rstrip("\r\n"))
        return node.end_mark.line, node.end_mark.column


def _start(node: yaml.Node) -> Spot:
    return node.start_mark.line, node.start_mark.column


def _is_block(node: yaml.Node, kind: type[yaml.CollectionNode]) -> bool:
    return isinstance(node, kind) and not node.flow_style


def _says(old: yaml.Node, new: nodes.Node) -> bool:
    """Whether a node says already what another says."""
    if isinstance(old, yaml.ScalarNode):
        return isinstance(new, nodes.Scalar) and normalize("NFC", old.value) == new.text
    if isinstance(old, yaml.MappingNode) and isinstance(new, nodes.Mapping):
        return len(old.value) == len(new.entries) and all(
            normalize("NFC", key.value) == entry.key.text and _says(value, entry.value)
            for (key, value), entry in zip(old.value, new.entries, strict=True)
        )
    if isinstance(old, yaml.SequenceNode) and isinstance(new, nodes.Sequence):
        return len(old.value) == len(new.items) and all(map(_says, old.value, new.items))
    return False
