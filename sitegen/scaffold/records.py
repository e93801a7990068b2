"""A new record, at the end of a YAML list that otherwise stays as it is, byte for byte."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator

from msgspec import Struct

from sitegen.diagnostics import RefusedError
from sitegen.dictionary import said
from sitegen.files import File
from sitegen.kinds import RECORD_KINDS
from sitegen.kinds.task import Update
from sitegen.parse.lists import parse_list
from sitegen.parse.whereabouts import list_path, log_of
from sitegen.scaffold import phrases
from sitegen.scaffold.fields import Field, explained, filled, left_out
from sitegen.scaffold.request import Order

ITEM = re.compile(rb"^(?P<indent> *)- ", re.MULTILINE)
CRLF, LF = b"\r\n", b"\n"


def list_of(order: Order) -> str:
    """Return the path of the list that a record belongs to."""
    request = order.request
    return log_of(request.id) if request.kind == "update" else list_path(request.kind)


def values(order: Order) -> tuple[Field, ...]:
    """Return the fields of a new record."""
    return tuple(filled(_type(order), order, order.around.languages[0]))


def record(order: Order) -> str:
    """Return the lines of a new record, as they stand in a list that begins at the left margin."""
    return "".join(f"{line}\n" for line in _lines(order))


def extended(file: File | None, order: Order) -> File:
    """Return a list with a new record at its end, or a list of that alone.

    Raises:
        RefusedError: if the list is not written such that this can be done; it says what to add by hand.

    """
    if file is None or is_empty(file):
        return File(list_of(order), record(order).encode())
    longer = File(file.path, file.data + _added(file.data, order))
    before, after = parse_list(file), parse_list(longer)
    if len(after.problems) > len(before.problems) or len(after.items) != len(before.items) + 1:
        raise RefusedError(
            "{path} is not a list with a hyphen before each record. Write it as one, or add this yourself:\n\n{record}",
            path=file.path,
            record=record(order),
        )
    return longer


def is_empty(file: File) -> bool:
    """Whether there is nothing in a file."""
    return not file.data.removeprefix(BOM_UTF8).strip()


def _added(data: bytes, order: Order) -> bytes:
    """Return what is to be added, indented and with the line breaks and empty lines of what is there."""
    items = list(ITEM.finditer(data.removeprefix(BOM_UTF8)))
    indent = items[0]["indent"].decode() if items else ""
    new_line = CRLF if CRLF in data else LF
    lines = "".join(f"{indent}{line}\n" if line else "\n" for line in _lines(order)).encode().replace(LF, new_line)
    is_spaced = len(items) < 2 or 2 * new_line in data  # noqa: PLR2004  # one record tells nothing of what stands between
    missing = b"" if data.endswith(LF) else new_line
    return missing + (new_line if is_spaced and not data.endswith(2 * new_line) else b"") + lines


def _lines(order: Order) -> Iterator[str]:
    """Yield the lines of a record: its id comes first, without a word about it."""
    language = order.around.languages[0]
    first, *others = values(order)
    yield f"# {said(phrases.RECORD, language)}"
    yield f"- {first.lines[0]}"
    yield from (f"  {line}" for line in explained(others, order, language))
    names = ", ".join(field.name for field in left_out(_type(order), order, language))
    yield f"  # {said(phrases.FURTHER, language)}: {names}"


def _type(order: Order) -> type[Struct]:
    return Update if order.request.kind == "update" else RECORD_KINDS[order.request.kind].record
