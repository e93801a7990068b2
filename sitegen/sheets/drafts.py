"""What drafts of content files are made of, and how the text of a file becomes that of a draft."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, error
from sitegen.files import File
from sitegen.parse import nodes
from sitegen.parse.front_matter import FENCE, split
from sitegen.parse.lists import parse_list
from sitegen.parse.nodes import Mapping, Sequence
from sitegen.parse.text import decode
from sitegen.sheets.columns import Column, FieldPath
from sitegen.sheets.edits import LINE, edited, written
from sitegen.sheets.entries import Entry, Given
from sitegen.sheets.headings import Headed
from sitegen.sheets.trees import texts_of, value_at
from sitegen.sheets.wishes import Change


class Draft(Struct, frozen=True):
    """A content file as it is to be: its path, its bytes now and then, and what it must then say, thing by thing."""

    path: str
    before: bytes | None
    after: bytes
    says: tuple[bytes, ...]


class Part(Struct, frozen=True):
    """Which cells of a row went into which file; `key` is the id of a record, or the position of an update."""

    path: str
    key: str
    entry: Entry
    given: tuple[Given, ...]


class Affair(Struct, frozen=True):
    """What becomes of one thing: whether it is new, what changes, and what stays though its cell is empty."""

    kind: str
    id: str
    path: str
    is_new: bool
    changes: tuple[Change, ...]
    kept: tuple[tuple[str, str], ...] = ()


class Plan(Struct, frozen=True):
    """Everything that a sheet would do: drafts of files, what becomes of each thing, and what is wrong."""

    drafts: tuple[Draft, ...] = ()
    affairs: tuple[Affair, ...] = ()
    parts: tuple[Part, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def joined(plans: Iterable[Plan]) -> Plan:
    """Return several plans as one."""
    found = tuple(plans)
    return Plan(
        tuple(draft for plan in found for draft in plan.drafts),
        tuple(affair for plan in found for affair in plan.affairs),
        tuple(part for plan in found for part in plan.parts),
        tuple(problem for plan in found for problem in plan.problems),
    )


def fields_in(file: File) -> Mapping:
    """Return the fields of a Markdown file, which has been read without problems before."""
    text, _ = decode(file)
    parts, _ = split(text, file.path, ())
    assert parts is not None  # noqa: S101  # narrows the type: a file without front matter has been refused
    node = nodes.compose(parts.front_matter, file.path, first_line=2).node
    assert isinstance(node, Mapping)  # noqa: S101  # the same
    return node


def items_in(file: File | None) -> tuple[Mapping, ...]:
    """Return the entries of a list, none if there is no such file."""
    return parse_list(file).items if file else ()


def page_text(before: bytes | None, new: Mapping) -> bytes:
    """Return a Markdown file with other fields; its text below them, and whatever else is in it, stays."""
    if before is None:
        return f"{FENCE}\n{written(new)}{FENCE}\n".encode()
    mark, text = _without_mark(before)
    lines: list[str] = LINE.findall(text)
    closing = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE)
    fields = edited("".join(lines[1:closing]), new)
    text = lines[0] + fields + "".join(lines[closing:])
    return mark + text.encode()


def list_text(before: bytes | None, new: Sequence) -> bytes:
    """Return a YAML list with other entries."""
    if before is None:
        return written(new).encode()
    mark, text = _without_mark(before)
    return mark + edited(text, new).encode()


def kept_by(node: Mapping, columns: Iterable[Column]) -> Iterator[tuple[str, str]]:
    """Yield the columns that a row leaves empty though there is a value, and that value."""
    for column in columns:
        if texts := texts_of(value_at(node, column.path)):
            yield column.name, ", ".join(texts)


def placed(problems: Iterable[Diagnostic], entry: Entry, language: str, headed: Headed) -> Iterator[Diagnostic]:
    """Yield problems of a row; that a field is missing is said at the cell where it belongs.

    What is said of values that were there before is no problem of the sheet.
    """
    for problem in problems:
        if problem.code == "missing-field":
            yield _missing(problem, entry, language, headed)
        elif problem.place.cell:
            yield problem


def _missing(problem: Diagnostic, entry: Entry, language: str, headed: Headed) -> Diagnostic:
    field = dict(problem.values)["field"]
    column = _column(headed, _path_of(problem, field, entry), language)
    name = column.name if column else field
    if place := headed.place(entry.number, name):
        return error("missing-field", place, '"{field}" must be filled in', "write a value", field=name)
    return error(
        "missing-field",
        entry.place,
        'this row needs a value for "{field}"',
        'add a column with the heading "{field}", and fill it in',
        field=name,
    )


def _path_of(problem: Diagnostic, field: str, entry: Entry) -> FieldPath:
    """Return where the missing field of a row belongs: where it is removed, or beside the first field of its group."""
    for given in entry.given:
        path = given.column.path
        if not given.texts and field in path:
            return path[: path.index(field) + 1]
    group = next((given.column.path[:-1] for given in entry.given if given.cell.place == problem.place), ())
    return (*group, field)


def _column(headed: Headed, path: FieldPath, language: str) -> Column | None:
    return next((each for each in headed.every if each.path[: len(path)] == path and each.language == language), None)


def _without_mark(data: bytes) -> tuple[bytes, str]:
    """Return the mark of UTF-8 that a file may begin with, and the text after it."""
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    return mark, data[len(mark) :].decode()
