"""CSV files as tables, in the encodings and with the delimiters that spreadsheet programs in Korea write."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from io import StringIO

from sitegen.diagnostics import Diagnostic, Place, SiteError, error, warning
from sitegen.sheets import refusals
from sitegen.sheets.table import MAX_COLUMNS, MAX_ROWS, Cell, Row, Table, place_of

DELIMITERS = (",", ";", "\t")
HINT = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # a first line by which Excel is told the delimiter; it shows no row
HANGUL = re.compile("[가-힣]")
FOREIGN = re.compile(r"[^\x00-\x7f]")

IsHeading = Callable[[str], bool]
Grid = list[tuple[int, list[str]]]


def read_delimited(path: str, data: bytes, is_heading: IsHeading) -> Table:
    """Return the table in a CSV file; the delimiter is the one that makes most headings of its first lines.

    Raises:
        SiteError: `sheet-encoding`, `csv-quote`, `sheet-empty`, `sheet-too-large`.

    """
    text, told = _decoded(path, data)
    if hint := HINT.match(text):
        grid = _grid(path, text[hint.end() :], hint[1])
    else:
        grid = _grid(path, text, max(_likely(text), key=lambda each: _headings(_whole(text, each), is_heading)))
    rows = tuple(row for number, line in grid if (row := _row(path, number, line)).cells)
    if not rows:
        raise SiteError([refusals.empty(path)])
    if len(rows) > MAX_ROWS or max(len(row.cells) for row in rows) > MAX_COLUMNS:
        raise SiteError([refusals.too_many(path, MAX_ROWS, MAX_COLUMNS)])
    return Table(path, "", rows, told)


def _decoded(path: str, data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text, and which other encoding than UTF-8 it was taken for."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), (_other_encoding(path, "UTF-16"),)
    try:
        return data.removeprefix(BOM_UTF8).decode(), ()
    except UnicodeDecodeError:
        return _korean(path, data), (_other_encoding(path, "CP949 (EUC-KR)"),)


def _korean(path: str, data: bytes) -> str:
    """Return a text in the old Korean encoding; most of what is not ASCII in it must then be Hangul.

    Raises:
        SiteError: `sheet-encoding`, if it is not.

    """
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        raise SiteError([refusals.encoding(path)]) from None
    if 2 * len(HANGUL.findall(text)) < len(FOREIGN.findall(text)):
        raise SiteError([refusals.encoding(path)])
    return text


def _likely(text: str) -> list[str]:
    """Return the delimiters that occur at all; a comma if none does."""
    return [delimiter for delimiter in DELIMITERS if delimiter in text] or [DELIMITERS[0]]


def _grid(path: str, text: str, delimiter: str) -> Grid:
    """Return the rows as a spreadsheet program numbers them: one with a line break in a cell is one row.

    Raises:
        SiteError: `csv-quote`.

    """
    grid: Grid = []
    try:
        grid.extend(enumerate(_lines(text, delimiter), 1))
    except csv.Error:
        raise SiteError([_quotation(place_of(path, "", len(grid) + 1, 1))]) from None
    return grid


def _whole(text: str, delimiter: str) -> Grid:
    """Return the rows, none if a text cannot be read with that delimiter."""
    try:
        return list(enumerate(_lines(text, delimiter), 1))
    except csv.Error:
        return []


def _lines(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _headings(grid: Grid, is_heading: IsHeading) -> int:
    return max((sum(map(is_heading, line)) for _, line in grid[:20]), default=0)


def _row(path: str, number: int, line: list[str]) -> Row:
    """Return a row; what begins like a formula is one, as nothing else in a text file says which it is."""
    cells = {
        column: Cell(place_of(path, "", number, column), text, is_formula=text.startswith("=") and len(text) > 1)
        for column, text in enumerate(line, 1)
        if text.strip()
    }
    return Row(number, cells)


def _other_encoding(path: str, name: str) -> Diagnostic:
    return warning(
        "sheet-encoding",
        Place(path),
        "this file is not saved as UTF-8; it was read as {name}: check that every letter is right",
        "to be sure, save it as CSV UTF-8",
        name=name,
    )


def _quotation(place: Place) -> Diagnostic:
    return error(
        "csv-quote",
        place,
        "a quotation mark in this row has no counterpart",
        'put the whole cell in quotes, and write "" for a quotation mark within it',
    )
