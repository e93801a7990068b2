"""Excel workbooks as tables: values as they were typed, and no result of a formula, which may be out of date."""

import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from unicodedata import normalize

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.worksheet.worksheet import Worksheet

from sitegen.diagnostics import Diagnostic, Place, SiteError, warning
from sitegen.sheets import refusals
from sitegen.sheets.table import GUIDE, LISTS, MAX_COLUMNS, MAX_ROWS, Cell, Content, Row, Table, letters, place_of

RETURN = re.compile(r"_x000D_\n?", re.IGNORECASE)  # how workbooks write a carriage return: ECMA-376 22.9.2.19
SHOW_IT = "show it in the spreadsheet program, and see whether it belongs here"
SHOWN = 5  # names of rows that a message lists


def read_workbook(path: str, data: bytes, wanted: str = "") -> Table:
    """Return the sheet of a workbook that is wanted by its name, else the first one that is not ours.

    Raises:
        SiteError: `sheet-unreadable`, `sheet-name`, `sheet-empty`, `sheet-too-large`.

    """
    sheets = _sheets(path, data)
    named = {normalize("NFC", sheet.title): sheet for sheet in sheets}
    filled = [name for name, sheet in named.items() if name not in {GUIDE, LISTS} and _cells(sheet)]
    if wanted and wanted not in named:
        raise SiteError([refusals.no_such_sheet(path, wanted, tuple(named))])
    if not wanted and not filled:
        raise SiteError([refusals.empty(path)])
    name = wanted or filled[0]
    others = () if wanted else tuple(filled[1:])
    return _table(path, name, named[name], others)


def _sheets(path: str, data: bytes) -> list[Worksheet]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which make no difference to what cells hold
            return list(load_workbook(BytesIO(data), keep_links=False).worksheets)
    except Exception as problem:  # whatever is wrong with the file: the library has no class of errors of its own
        raise SiteError([refusals.unreadable(path)]) from problem


def _cells(sheet: Worksheet) -> list[SheetCell]:
    """Return the cells with something in them; iter_rows would visit a million rows for one that is only coloured."""
    cells: Iterable[Any] = sheet._cells.values()  # noqa: SLF001  # see above
    return [cell for cell in cells if _is_filled(cell)]


def _is_filled(cell: Any) -> bool:  # noqa: ANN401  # cells of several classes
    return cell.value is not None and (not isinstance(cell.value, str) or bool(cell.value.strip()))


def _table(path: str, name: str, sheet: Worksheet, others: tuple[str, ...]) -> Table:
    rows: dict[int, dict[int, Cell]] = {}
    for found in sorted(_cells(sheet), key=lambda cell: (cell.row, cell.column)):
        place = place_of(path, name, found.row, found.column)
        cells = rows.setdefault(found.row, {})
        cells[found.column] = Cell(place, _content(found), str(found.number_format or ""), found.data_type == "f")
        if found.column > MAX_COLUMNS or len(rows) > MAX_ROWS:
            raise SiteError([refusals.too_many(path, MAX_ROWS, MAX_COLUMNS)])
    merged = tuple(
        (area.max_row, place_of(path, name, area.min_row, area.min_col)) for area in sheet.merged_cells.ranges
    )
    problems = (*_hidden(path, name, sheet, rows), *_left_out(path, others))
    return Table(path, name, tuple(Row(number, cells) for number, cells in rows.items()), problems, merged)


def _content(cell: SheetCell) -> Content:
    value = cell.value
    if cell.data_type == "f":
        return value if isinstance(value, str) else "=…"  # what fills several cells is an object of the library
    if isinstance(value, str):
        return RETURN.sub("\n", value)
    return value if isinstance(value, bool | int | float | date | datetime | time) else str(value)


def _hidden(path: str, name: str, sheet: Worksheet, rows: dict[int, dict[int, Cell]]) -> Iterator[Diagnostic]:
    """Yield that something is read which whoever sent the file may not have seen."""
    if sheet.sheet_state != "visible":
        place = place_of(path, name, 1, 1)
        yield warning("sheet-hidden", place, "this whole sheet is hidden, and is read all the same", SHOW_IT)
    if hidden := [number for number in rows if sheet.row_dimensions[number].hidden]:
        place, listed = place_of(path, name, hidden[0], 1), _listed(map(str, hidden))
        yield warning("sheet-hidden", place, "hidden rows are read all the same: {rows}", SHOW_IT, rows=listed)
    used = {column for cells in rows.values() for column in cells}
    if columns := [column for column in sorted(used) if _is_hidden_column(sheet, column)]:
        place, listed = place_of(path, name, 1, columns[0]), _listed(map(letters, columns))
        yield warning("sheet-hidden", place, "hidden columns are read all the same: {columns}", SHOW_IT, columns=listed)


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    return ", ".join(found[:SHOWN]) + (", …" if len(found) > SHOWN else "")


def _is_hidden_column(sheet: Worksheet, column: int) -> bool:
    """Whether a column is hidden, also as one of several side by side, which a workbook keeps under the first."""
    return any(
        dimension.hidden and (dimension.min or 0) <= column <= (dimension.max or 0)
        for dimension in sheet.column_dimensions.values()
    )


def _left_out(path: str, others: tuple[str, ...]) -> Iterator[Diagnostic]:
    if others:
        yield warning(
            "sheet-others",
            Place(path),
            "this file has more than one sheet, and only the first is read; not read: {names}",
            "read another one with --sheet NAME",
            names=", ".join(others),
        )
