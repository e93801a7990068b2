"""A table as files: CSV for spreadsheets, JSON for programs, and what each of its columns holds.

CSV begins with the mark that Excel needs; what a spreadsheet would take for a formula gets an apostrophe before it.
In JSON everything stands as it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from sitegen.delimited import MARK, harmless, row
from sitegen.results import Result
from sitegen.tables.columns import Column

Row = Mapping[str, Any]
"""What a thing says, by the names of the columns; nothing stands for what it does not say."""

_ENCODER = msgspec.json.Encoder(decimal_format="number")


class Things(msgspec.Struct, frozen=True):
    """The rows of one thing, below the columns of its table."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def write_rows(things: Sequence[Things]) -> tuple[Result, ...]:
    """Return the rows of each thing as they are written, in CSV and in JSON."""
    return tuple(Result(b"", msgspec.msgpack.encode(tuple(_written(each)))) for each in things)


def as_csv(columns: Iterable[Column], written: Iterable[bytes]) -> bytes:
    """Return a table as CSV, its rows as `write_rows` made them."""
    head = MARK + row(column.name for column in columns)
    return b"".join((head.encode(), *(text for each in written for text, _ in _rows(each))))


def as_json(written: Iterable[bytes]) -> bytes:
    """Return a table as JSON: an object for each row, with all columns."""
    return b"[\n" + b",\n".join(text for each in written for _, text in _rows(each)) + b"\n]\n"


def _rows(written: bytes) -> list[tuple[bytes, bytes]]:
    return msgspec.msgpack.decode(written, type=list[tuple[bytes, bytes]])


def _written(things: Things) -> Iterable[tuple[bytes, bytes]]:
    for found in things.rows:
        whole = {name: found.get(name) for name in things.columns}
        yield row(map(_cell, whole.values())).encode(), _ENCODER.encode(whole)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return harmless(value)
        case bool():
            return "true" if value else "false"
        case dict() | list():
            return _ENCODER.encode(value).decode()
    return f"{value:f}" if hasattr(value, "as_tuple") else str(value)
