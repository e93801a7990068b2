"""Files that are no tables, or more than that."""

import resource
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from sitegen.diagnostics import ExitStatus
from tests.sheets.workbooks import imported, package, said, with_part, workbook
from tests.sites import tree

SHEET = "xl/worksheets/sheet1.xml"
GOOD = workbook([["id", "status"], ["solar-roofs", "planned"]])
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "0123456789"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
<c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""


def encrypted() -> bytes:
    """Return a package whose parts say that they are encrypted."""
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + offset] |= 1
            start = data.find(signature, start + 4)
    return bytes(data)


def zeros(size: int) -> bytes:
    """Return a workbook of some kilobytes with a part that unfolds to so many bytes."""
    target = BytesIO(GOOD)
    with ZipFile(target, "a", ZIP_DEFLATED) as made, made.open(ZipInfo("xl/worksheets/sheet9.xml"), "w") as part:
        for _ in range(size // 2**20):
            part.write(bytes(2**20))
    return target.getvalue()


def lying() -> bytes:
    """Return a workbook one of whose parts unfolds to more than it says."""
    data = bytearray(with_part(GOOD, SHEET, b"<worksheet/>" + b" " * 2**20))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


CASES = {
    "an encrypted workbook": ("tasks.xlsx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "sheet-locked"),
    "an old workbook": ("tasks.xls", COMPOUND + bytes(2000), "sheet-form"),
    "a Hangul document": ("tasks.xlsx", COMPOUND + "FileHeader".encode("utf-16-le"), "sheet-form"),
    "a package with encrypted parts": ("tasks.xlsx", encrypted(), "sheet-locked"),
    "a new Hangul document": ("tasks.xlsx", package({"Contents/content.hpf": b""}), "sheet-form"),
    "an OpenDocument": ("tasks.ods", package({"content.xml": b""}), "sheet-form"),
    "a binary workbook": ("tasks.xlsb", package({"xl/workbook.bin": b""}), "sheet-form"),
    "a Word document": ("tasks.docx", package({"word/document.xml": b""}), "sheet-form"),
    "an archive": ("tasks.zip", package({"tasks.csv": b"id"}), "sheet-unreadable"),
    "a PDF": ("tasks.pdf", b"%PDF-1.7", "sheet-form"),
    "half a workbook": ("tasks.xlsx", GOOD[: len(GOOD) // 2], "sheet-unreadable"),
    "a workbook that is none within": ("tasks.xlsx", package({"xl/workbook.xml": b"<"}), "sheet-unreadable"),
    "a workbook with a damaged sheet": (
        "tasks.xlsx",
        with_part(GOOD, SHEET, b"<worksheet><sheetData><row>"),
        "sheet-unreadable",
    ),
    "entities that unfold": ("tasks.xlsx", with_part(GOOD, SHEET, BOMB), "sheet-unreadable"),
    "a part that unfolds to 30 MB": ("tasks.xlsx", zeros(30 * 2**20), "sheet-too-large"),
    "a part that says it is small": ("tasks.xlsx", lying(), "sheet-unreadable"),
    "a file of 11 MB": ("tasks.csv", b"id\n" * 4_000_000, "sheet-too-large"),
    "a text of 6,000 rows": ("tasks.csv", b"id,status\n" + b"solar-roofs,planned\n" * 6_000, "sheet-too-large"),
    "a workbook of 500 columns": ("tasks.xlsx", workbook([["id"], list(range(500))]), "sheet-too-large"),
    "an empty workbook": ("tasks.xlsx", workbook([]), "sheet-empty"),
    "an empty file": ("tasks.xlsx", b"", "sheet-empty"),
    "a picture": ("tasks.csv", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "sheet-encoding"),
}


@pytest.mark.parametrize(("name", "data", "code"), CASES.values(), ids=CASES)
def test_what_is_no_table_is_refused_for_what_it_is(site: Path, name: str, data: bytes, code: str) -> None:
    """In one problem of the file as a whole, with a way out; and the content stays as it is."""
    before = tree(site / "content")
    result = imported(site, name, data, kind="task", writes=True)
    assert [(name, code)] == [(problem.place.path, problem.code) for problem in result.problems]
    assert all(problem.fix for problem in result.problems)
    assert (ExitStatus.CONTENT, False) == (result.status, result.has_written)
    assert before == tree(site / "content")


def test_a_million_coloured_cells_without_a_value_are_no_rows(site: Path) -> None:
    """A format at the very end of the sheet makes it neither large nor slow."""

    def colour(sheet: object) -> None:
        sheet.cell(1_048_576, 16_384).number_format = "0.00"  # type: ignore[attr-defined]  # a worksheet

    result = imported(site, "tasks.xlsx", workbook([["id", "status"], ["solar-roofs", "planned"]], spoil=colour))
    assert 1 == result.rows


def merged(*areas: str) -> bytes:
    """Return what of a sheet says that cells are merged."""
    return f"<mergeCells>{''.join(f'<mergeCell ref={area!r}/>' for area in areas)}</mergeCells>".encode()


def with_sheet(end: bytes, change: Callable[[bytes], bytes] = bytes) -> bytes:
    """Return a workbook whose sheet has something behind its rows."""
    sheet = ZipFile(BytesIO(GOOD)).read(SHEET)
    at = sheet.index(b"</sheetData>") + len(b"</sheetData>")
    return with_part(GOOD, SHEET, change(sheet[:at] + end + sheet[at:]))


def in_utf_16(data: bytes) -> bytes:
    """Return a part in another encoding."""
    return data.decode().encode("utf-16")


def with_entity(data: bytes) -> bytes:
    """Return a part in which a letter is written as its number."""
    return data.replace(b"'E1", b"'&#69;1")


def with_prefix(data: bytes) -> bytes:
    """Return a part in which elements have a prefix."""
    named = data.replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"<x:?", b"<?")
    return named.replace(b" xmlns=", b" xmlns:x=")


ONE_LINK = b"<hyperlinks><hyperlink ref='A2:C900000' location='A1'/></hyperlinks>"
WHOLE_LINK = b"<hyperlinks><hyperlink ref='A:XFD' location='A1'/></hyperlinks>"
MANY = tuple(f"A{row}:Z{row + 999}" for row in range(1, 5000, 1000))
VAST = {
    "two columns": (with_sheet(merged("E1:F1048576")), "sheet-merged", "과제!E1"),
    "an area below": (with_sheet(merged("B2:B3", "A5:Z500000")), "sheet-merged", "과제!A5"),
    "a row": (with_sheet(merged("A1:XFD1")), "sheet-merged", "과제!A1"),
    "many areas": (with_sheet(merged(*MANY)), "sheet-merged", "과제!A3001"),
    "the same area many times": (with_sheet(merged(*["A1:Z999"] * 9)), "sheet-merged", "과제!A1"),
    "an area in another encoding": (with_sheet(merged("E1:F1048576"), in_utf_16), "sheet-merged", "과제!E1"),
    "an area with an entity": (with_sheet(merged("E1:F1048576"), with_entity), "sheet-merged", "과제!E1"),
    "elements with a prefix": (with_sheet(merged("$e$1:$f$1048576"), with_prefix), "sheet-merged", "과제!E1"),
    "a link": (with_sheet(ONE_LINK), "sheet-too-large", "과제!A2"),
    "a link on whole columns": (with_sheet(WHOLE_LINK), "sheet-too-large", "과제!A1"),
}


@pytest.mark.parametrize(("data", "code", "cell"), VAST.values(), ids=VAST)
def test_an_area_larger_than_any_table_is_refused_at_once(site: Path, data: bytes, code: str, cell: str) -> None:
    """At its cell, and before the library makes millions of cells of a few letters."""
    assert len(data) < 10_000
    start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    result = imported(site, "tasks.xlsx", data)
    assert [(cell, code)] == list(map(said, result.problems))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - start < 5


def test_merged_cells_of_a_usual_size_are_read(site: Path) -> None:
    """A large title over twenty columns, and a link on some cells."""

    def decorate(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 9)
        sheet["A1"] = "2026"
        sheet.merge_cells("A1:T8")
        sheet["A10"].hyperlink = Hyperlink(ref="A10:B10", location="A1")

    data = workbook([["id", "status"], ["solar-roofs", "planned"]], spoil=decorate)
    result = imported(site, "tasks.xlsx", data)
    assert ((), 1) == (result.problems, result.rows)
