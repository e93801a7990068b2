"""Workbooks as agencies send them, made by the library and then spoilt where no library would do that."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sitegen.build import Options
from sitegen.diagnostics import Diagnostic
from sitegen.sheets.importing import Order, Result, import_sheet
from tests.sites import NOON

Rows = Sequence[Sequence[object]]
Spoil = Callable[[Worksheet], None]


def workbook(rows: Rows, title: str = "과제", spoil: Spoil | None = None) -> bytes:
    """Return a workbook with one sheet; `spoil` may do what it likes to it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if spoil:
        spoil(sheet)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return a workbook as the bytes of a file."""
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def opened(path: Path) -> Workbook:
    """Return a workbook from a file, as a program that edits it sees it."""
    return load_workbook(path)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return a package with a part in the place of another, or beside the others."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return target.getvalue()


def package(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP package with these parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def imported(folder: Path, name: str, data: bytes, **order: object) -> Result:
    """Import a file that was sent into the site in the current folder, which is that of the test."""
    path = folder / name
    path.write_bytes(data)
    options = Options(as_of=datetime.fromisoformat(NOON), cache=None)
    return import_sheet(Order(path=path.relative_to(folder), **order), options)  # type: ignore[arg-type]  # as a test says


def said(problem: Diagnostic) -> tuple[str, str]:
    """Return the cell and the code of a problem."""
    return problem.place.cell, problem.code
