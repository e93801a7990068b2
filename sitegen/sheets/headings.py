"""The headings of a table: which column each of them means."""

import re
from collections.abc import Iterator, Mapping
from unicodedata import normalize

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, SiteError, error, nearest
from sitegen.kinds.names import noun
from sitegen.sheets.catalogue import Form, columns_of
from sitegen.sheets.columns import Column, key_of
from sitegen.sheets.korean import ELSEWHERE
from sitegen.sheets.table import Cell, Row, Table

SEPARATORS = re.compile(r"[\s._·・\-()*/]+")
IGNORED = "#"
MOST_GROUPS = 30  # entries of a list of groups, such as evidence, that one row may hold
SEARCHED = 20  # rows from the top among which headings are looked for, as tables may have a title above them


class Headed(Struct, frozen=True):
    """A table whose columns are known: by number, with the rows below the headings; `every` may have been there."""

    every: tuple[Column, ...]
    table: Table
    heading: Row
    columns: Mapping[int, Column]
    rows: tuple[Row, ...]
    problems: tuple[Diagnostic, ...]

    def place(self, row: int, name: str) -> Place | None:
        """Return where the value of a column is, None if the table has no such column."""
        return next((self.table.place(row, number) for number, each in self.columns.items() if each.name == name), None)

    def key_place(self, row: int) -> Place:
        """Return where the name of a row's thing is, or the first cell of the row."""
        key = next((number for number, each in self.columns.items() if each.is_key), 1)
        return self.table.place(row, key)


class Headings:
    """Knows every heading that a sheet of a kind may have: names, names in Korean, and the language left out."""

    def __init__(self, form: Form) -> None:
        self.columns = columns_of(Form(form.kind, form.languages, MOST_GROUPS))
        self.kind = form.kind
        self._known: dict[str, Column] = {}
        default = form.languages[0].code
        for column in self.columns:
            for name in (column.name, column.label):
                self._known.setdefault(_squeezed(name), column)
        for column in self.columns:
            for name in ELSEWHERE.get(str(column.path[0]), ()) if column.language in {"", default} else ():
                if len(column.path) == 1 or column.path[1:] == (default,):
                    self._known.setdefault(_squeezed(name), column)
            if column.name.endswith(f"_{default}"):
                self._known.setdefault(_squeezed(column.name.removesuffix(f"_{default}")), column)
                self._known.setdefault(_squeezed(column.label.rpartition("(")[0]), column)

    def find(self, text: str) -> Column | None:
        """Return the column that a heading means: the last of its lines that means one, or all of it."""
        lines = [text, *text.splitlines()]
        return next((found for line in reversed(lines) if (found := self._known.get(_squeezed(line)))), None)

    def is_heading(self, text: str) -> bool:
        """Whether a text is a heading."""
        return self.find(text) is not None

    def likely(self, text: str) -> str:
        """Return the name of the column that was probably meant, or an empty string."""
        guess = nearest(_squeezed(text.splitlines()[-1]), self._known)
        return self._known[guess].name if guess else ""


def head(table: Table, headings: Headings) -> Headed:
    """Return the table with its columns.

    Raises:
        SiteError: `sheet-no-headings`, if no row looks like headings.

    """
    found = max(table.rows[:SEARCHED], key=lambda row: _count(row, headings), default=None)
    if found is None or not _count(found, headings):
        raise SiteError([_no_headings(table, headings)])
    columns: dict[int, Column] = {}
    problems = list(_merged(table, found.number))
    for number, cell in found.cells.items():
        column = headings.find(cell.text)
        if cell.text.lstrip().startswith(IGNORED):
            continue
        if column is None:
            problems.append(_unknown(cell, headings))
        elif first := next((each for each, other in columns.items() if other.name == column.name), None):
            problems.append(_twice(cell, column, found.cells[first]))
        else:
            columns[number] = column
    rows = tuple(row for row in table.rows if row.number > found.number)
    problems += _headless(rows, found)
    problems += _without_key(table, found, columns, headings)
    kept = tuple(Row(row.number, {n: cell for n, cell in row.cells.items() if n in columns}) for row in rows)
    return Headed(headings.columns, table, found, columns, tuple(row for row in kept if row.cells), tuple(problems))


def _squeezed(text: str) -> str:
    return SEPARATORS.sub("", normalize("NFKC", text).casefold())


def _count(row: Row, headings: Headings) -> int:
    return sum(headings.is_heading(cell.text) for cell in row.cells.values())


def _merged(table: Table, heading: int) -> Iterator[Diagnostic]:
    """Yield a problem for each merged area that reaches the headings or the rows below them."""
    for last, place in table.merged:
        if last >= heading:
            yield error(
                "sheet-merged",
                place,
                "this cell is merged with others, and it is not clear to which row its value belongs",
                "unmerge the cells, and write the value into each of them that it belongs to",
            )


def _headless(rows: tuple[Row, ...], heading: Row) -> Iterator[Diagnostic]:
    """Yield a problem for the first cell of each column that has values and no heading."""
    seen = set(heading.cells)
    for row in rows:
        for number, cell in row.cells.items():
            if number not in seen:
                seen.add(number)
                yield error(
                    "sheet-column",
                    cell.place,
                    "this column has no heading, so nobody knows what the value means",
                    "write a heading, or delete the column",
                )


def _without_key(table: Table, heading: Row, columns: Mapping[int, Column], headings: Headings) -> Iterator[Diagnostic]:
    key = key_of(headings.kind)
    if not any(column.name == key for column in columns.values()):
        yield error(
            "sheet-column",
            table.place(heading.number, 1),
            'there is no column "{name}", which says what each row is about',
            'add a column with the heading "{name}"',
            name=key,
        )


def _unknown(cell: Cell, headings: Headings) -> Diagnostic:
    guess = headings.likely(cell.text)
    heading = " ".join(cell.text.split())
    if not guess:
        return error(
            "sheet-column",
            cell.place,
            '"{heading}" is not a column of a sheet for {kind}',
            "delete the column, or write # before its heading to have it left out",
            heading=heading,
            kind=noun(headings.kind),
        )
    return error(
        "sheet-column",
        cell.place,
        '"{heading}" is not a column of a sheet for {kind}; did you mean "{guess}"?',
        'write "{guess}", delete the column, or write # before its heading to have it left out',
        heading=heading,
        kind=noun(headings.kind),
        guess=guess,
    )


def _twice(cell: Cell, column: Column, first: Cell) -> Diagnostic:
    return error(
        "sheet-column-twice",
        cell.place,
        'the column "{name}" is already there, in {first}',
        "delete one of the two",
        name=column.name,
        first=first.place.cell,
    )


def _no_headings(table: Table, headings: Headings) -> Diagnostic:
    return error(
        "sheet-no-headings",
        table.place(table.rows[0].number if table.rows else 1, 1),
        "no row of this sheet has the headings of a sheet for {kind}",
        "start from a template: python build.py sheet {name}",
        kind=noun(headings.kind),
        name=headings.kind,
    )
