"""A table as it was sent: cells that know where they are, whatever program wrote them."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place

GUIDE, LISTS = "안내 Guide", "목록 Lists"  # sheets that a template has beside the one to be filled in
MAX_ROWS = 5_000
MAX_COLUMNS = 400
MAX_BYTES = 10 * 2**20
SIMPLE_NAME = re.compile(r"\w+")
LETTERS = 26

Content = str | bool | int | float | date | datetime | time


class Cell(Struct, frozen=True):
    """A cell with something in it; `shows` is the number format that says how much of a date is seen.

    Of a formula, the content is the formula itself: what it once resulted in may be out of date.
    """

    place: Place
    content: Content
    shows: str = ""
    is_formula: bool = False

    @property
    def text(self) -> str:
        """What it holds as text, as somebody would type it."""
        return str(self.content)


class Row(Struct, frozen=True):
    """A row with something in it: its cells by the number of their column, from 1."""

    number: int
    cells: Mapping[int, Cell]


class Table(Struct, frozen=True):
    """The rows of one sheet that have something in them, and what is to be said of it; a text file has no sheets."""

    path: str
    sheet: str
    rows: tuple[Row, ...]
    problems: tuple[Diagnostic, ...] = ()
    merged: tuple[tuple[int, Place], ...] = ()

    def place(self, row: int, column: int) -> Place:
        """Return where a cell is, whether there is anything in it or not."""
        return place_of(self.path, self.sheet, row, column)


def place_of(path: str, sheet: str, row: int, column: int) -> Place:
    """Return where a cell of a file is, under the name that the spreadsheet program gives it."""
    name = f"{letters(column)}{row}"
    if sheet:
        escaped = sheet.replace("'", "''")
        name = f"{sheet}!{name}" if SIMPLE_NAME.fullmatch(sheet) else f"'{escaped}'!{name}"
    return Place(path, row, column, 0, name)


def number_of(letters: str) -> int:
    """Return the number of a column by its name, from 1."""
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


def letters(column: int) -> str:
    """Return the name of a column by its number from 1: A, B, ... Z, AA, AB."""
    name = ""
    while column:
        column, last = divmod(column - 1, LETTERS)
        name = chr(ord("A") + last) + name
    return name
