"""YAML as a tree of nodes that know where they stand, with scalars left as text."""

from collections.abc import Iterator

import yaml
from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.parse.quote_slips import special
from sitegen.parse.remarks import Remark, remark
from sitegen.parse.slips import explain, second_document, tab_before
from sitegen.parse.text import escaped, unseen

MAX_DEPTH = 12
MAX_NODES = 50_000
MAX_SLIPS = 20

try:
    from yaml import CSafeLoader as EventLoader
except ImportError:  # PyYAML without libyaml: slower, same events
    from yaml import SafeLoader as EventLoader  # type: ignore[assignment]  # same interface


class Scalar(Struct, frozen=True):
    """Text, whether it was written without quotes, and what was cut off it; without a value it is empty and bare."""

    text: str
    place: Place
    is_bare: bool = True
    remark: Remark | None = None


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    place: Place


class Entry(Struct, frozen=True):
    """A key of a mapping and its value."""

    key: Scalar
    value: "Node"


class Mapping(Struct, frozen=True):
    """Names and values, in the order written."""

    entries: tuple[Entry, ...]
    place: Place


class Refused(Struct, frozen=True):
    """Something that must not be there; that has been reported, so nothing more is to be said of it."""

    place: Place


Node = Scalar | Sequence | Mapping | Refused


class Composed(Struct, frozen=True):
    """The tree of a text, None if the text is empty or not understood, and every problem found on the way."""

    node: Node | None
    problems: tuple[Diagnostic, ...]


def compose(text: str, path: str, first_line: int = 1) -> Composed:
    """Return the tree of a YAML text; `first_line` is the number its first line has in the file.

    The text must be free of control characters, which the caller has reported (sitegen.parse.text).
    Where it is clear what a slip was meant to be, reading goes on as if it had been written so, to find the others.
    Anchors, aliases, merge keys and tags are refused, and depth and size are bounded, because of what they can do:
    a merge-key bomb of 351 bytes makes the library's own constructor take 713 MB.
    """
    offset = first_line - 1
    found = list(unseen(text, path, offset))
    known: set[tuple[str, int]] = set()
    for _ in range(MAX_SLIPS):
        composer = _Composer(text, path, offset)
        try:
            return Composed(composer.document(), (*found, *composer.problems))
        except yaml.MarkedYAMLError as problem:
            slip = explain(problem, text, path, offset)
            spots = {(reported.code, reported.place.line) for reported in slip.problems}
            if spots & known:
                break  # what was mended is still not right
            found += slip.problems
            known |= spots
            if slip.mended in {"", text}:
                break  # it is not clear what was meant
            text = slip.mended
        except _TooDeep as problem:
            found.append(_too_deep(problem.place))
            break
    return Composed(None, tuple(found))


def _too_deep(place: Place) -> Diagnostic:
    return error(
        "yaml-too-deep",
        place,
        "this is nested too deeply, or there is too much of it",
        "write it with fewer levels, or divide the file",
    )


class _TooDeep(Exception):  # noqa: N818  # never leaves this module
    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class _Composer:
    """Builds the tree from the parser's events, counting depth and nodes."""

    def __init__(self, text: str, path: str, offset: int) -> None:
        self.problems: list[Diagnostic] = []
        self._events: Iterator[yaml.Event] = iter(EventLoader(text).get_event, None)
        self._lines = text.split("\n")
        self._path = path
        self._offset = offset
        self._count = 0
        self._special_lines: set[int] = set()

    def document(self) -> Node | None:
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        node = self._node(next(self._events), 0)
        next(self._events)  # the end of the document
        if not isinstance(more := next(self._events), yaml.StreamEndEvent):
            self.problems.append(second_document(self._place(more)))
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._count += 1
        if depth > MAX_DEPTH or self._count > MAX_NODES:
            raise _TooDeep(self._place(event))
        is_special = self._is_special(event)
        node: Node = Refused(self._place(event))
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(event, depth)
        elif isinstance(event, yaml.MappingStartEvent):
            node = self._mapping(event, depth)
        return Refused(node.place) if is_special else node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        place = self._place(event)
        if event.style == '"':
            self.problems += escaped(event.value, place, self._lines)
        if event.style:
            return Scalar(event.value, place, is_bare=False)
        end = event.end_mark
        assert end is not None  # noqa: S101  # narrows the type: the parser marks every event
        line = self._lines[end.line] if end.line < len(self._lines) else ""
        return Scalar(event.value, place, is_bare=True, remark=remark(line, end.column, self._at(end.line)))

    def _sequence(self, start: yaml.Event, depth: int) -> Sequence:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), self._place(start))

    def _mapping(self, start: yaml.Event, depth: int) -> Mapping | Refused:
        entries: dict[str, Entry] = {}
        known = len(self.problems)
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, depth)
            value_event = next(self._events)
            said = len(self.problems)
            self._refuse_tab(value_event)
            value = self._node(value_event, depth + 1)
            if key is None:
                del self.problems[said:]
            else:
                self._refuse_twice(key, entries)
                entries[key.text] = Entry(key, value)
        is_refused = not entries and len(self.problems) > known
        return Refused(self._place(start)) if is_refused else Mapping(tuple(entries.values()), self._place(start))

    def _key(self, event: yaml.Event, depth: int) -> Scalar | None:
        """Return the name of a field, None after reporting that it is none."""
        key = self._node(event, depth + 1)
        if isinstance(key, Scalar) and not (key.text == "<<" and key.is_bare):
            return key
        if isinstance(key, Scalar):
            self._report("yaml-key", key.place, "fields cannot be copied with <<", "write the fields out")
        elif not isinstance(key, Refused):
            self._report(
                "yaml-key",
                key.place,
                "here is a list or a group where the name of a field belongs",
                "put a text that starts with [ or {{ in straight quotes",
            )
        return None

    def _refuse_twice(self, key: Scalar, entries: dict[str, Entry]) -> None:
        if key.text in entries:
            self._report(
                "duplicate-key",
                key.place,
                '"{field}" is already given on line {first}',
                "keep one of the two lines",
                field=key.text,
                first=entries[key.text].key.place.line,
            )

    def _is_special(self, event: yaml.Event) -> bool:
        """Whether this is an alias, or has an anchor or a tag, after reporting that."""
        if not isinstance(event, yaml.AliasEvent) and not getattr(event, "anchor", None) and not _tag(event):
            return False
        place = self._place(event)
        if place.line not in self._special_lines:
            self.problems.append(special(self._lines[place.line - 1 - self._offset], place))
        self._special_lines.add(place.line)
        return True

    def _refuse_tab(self, value: yaml.Event) -> None:
        mark = value.start_mark
        if mark is not None and mark.line < len(self._lines):
            self.problems += tab_before(self._lines[mark.line], mark.column, self._at(mark.line))

    def _report(self, code: str, place: Place, message: str, fix: str, **values: object) -> None:
        self.problems.append(error(code, place, message, fix, **values))

    def _at(self, line: int) -> Place:
        return Place(self._path, line + 1 + self._offset)

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None  # noqa: S101  # narrows the type: the parser marks every event
        assert end is not None  # noqa: S101  # the same
        if start.line >= len(self._lines):  # where the last line is a comment, what is missing is seen after it
            return Place(self._path, len(self._lines) + self._offset, len(self._lines[-1]) + 1)
        length = end.column - start.column if end.line == start.line else 1
        return Place(self._path, start.line + 1 + self._offset, start.column + 1, max(length, 1))


def _tag(event: yaml.Event) -> str:
    return getattr(event, "tag", None) or ""
