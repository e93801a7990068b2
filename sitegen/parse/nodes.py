"""YAML as a tree of nodes that know where they stand, with scalars left as text."""

from collections.abc import Iterator

import yaml
from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.parse.slips import explain

MAX_DEPTH = 12
MAX_NODES = 50_000

try:
    from yaml import CSafeLoader as EventLoader
except ImportError:  # PyYAML without libyaml: slower, same events
    from yaml import SafeLoader as EventLoader  # type: ignore[assignment]  # same interface


class Scalar(Struct, frozen=True):
    """Text, and whether it was written in quotes or as a block; a bare empty value is an empty bare scalar."""

    text: str
    place: Place
    is_bare: bool = True


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


Node = Scalar | Sequence | Mapping


class Composed(Struct, frozen=True):
    """The tree of a text, None if the text is empty or not understood, and every problem found on the way."""

    node: Node | None
    problems: tuple[Diagnostic, ...]


def compose(text: str, path: str, first_line: int = 1) -> Composed:
    """Return the tree of a YAML text; `first_line` is the number its first line has in the file.

    The text must be free of control characters, which the caller has reported (sitegen.parse.text).
    Anchors, aliases, merge keys and tags are refused, and depth and size are bounded, because of what they can do:
    a merge-key bomb of 351 bytes makes the library's own constructor take 713 MB.
    """
    composer = _Composer(path, first_line - 1)
    try:
        return Composed(composer.document(EventLoader(text)), tuple(composer.problems))
    except yaml.MarkedYAMLError as problem:
        syntax_error = explain(problem, text, path, first_line - 1)
    except _TooDeep as problem:
        syntax_error = error("yaml-too-deep", problem.place, "this is nested too deeply or too long", "make it simpler")
    return Composed(None, (*composer.problems, syntax_error))


class _TooDeep(Exception):  # noqa: N818  # never leaves this module
    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class _Composer:
    """Builds the tree from the parser's events, counting depth and nodes."""

    def __init__(self, path: str, offset: int) -> None:
        self.problems: list[Diagnostic] = []
        self._path = path
        self._offset = offset
        self._count = 0

    def document(self, loader: "EventLoader") -> Node | None:
        self._events: Iterator[yaml.Event] = iter(loader.get_event, None)
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        node = self._node(next(self._events), 0)
        next(self._events)  # the end of the document
        if not isinstance(more := next(self._events), yaml.StreamEndEvent):
            self._report(
                "yaml-second-document",
                self._place(more),
                "a second document starts here",
                "remove the line ---, or put the text in quotes",
            )
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._count += 1
        if depth > MAX_DEPTH or self._count > MAX_NODES:
            raise _TooDeep(self._place(event))
        self._refuse_special(event)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, self._place(event), is_bare=not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        return Scalar(_special(event), self._place(event))

    def _sequence(self, start: yaml.Event, depth: int) -> Sequence:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), self._place(start))

    def _mapping(self, start: yaml.Event, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, depth)
            self._refuse_twice(key, entries)
            entries[key.text] = Entry(key, self._node(next(self._events), depth + 1))
        return Mapping(tuple(entries.values()), self._place(start))

    def _key(self, event: yaml.Event, depth: int) -> Scalar:
        key = self._node(event, depth + 1)
        if isinstance(key, Scalar) and not (key.text == "<<" and key.is_bare):
            return key
        self._report(
            "yaml-key",
            key.place,
            "this is not the name of a field",
            "write a name and a colon, as in title: …; put a value that starts with [ or {{ in quotes",
        )
        return Scalar(f"<{self._count}>", key.place)

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

    def _refuse_special(self, event: yaml.Event) -> None:
        if _special(event):
            self._report(
                "yaml-special",
                self._place(event),
                "a value must not start with &, * or !",
                'put it in quotes, as in "{text}"',
                text=_special(event),
            )

    def _report(self, code: str, place: Place, message: str, fix: str, **values: object) -> None:
        self.problems.append(error(code, place, message, fix, **values))

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None  # noqa: S101  # narrows the type: the parser marks every event
        assert end is not None  # noqa: S101  # the same
        length = end.column - start.column if end.line == start.line else 1
        return Place(self._path, start.line + 1 + self._offset, start.column + 1, max(length, 1))


def _special(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return f"*{event.anchor}"
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    return f"&{anchor}" if anchor else tag or ""
