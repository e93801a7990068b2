"""What a file that was sent really is, by its first bytes and its parts, before anything in it is believed."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from sitegen.diagnostics import Diagnostic, SiteError
from sitegen.sheets import refusals
from sitegen.sheets.areas import PICTURES, refuse_vast
from sitegen.sheets.table import MAX_BYTES

ZIP = b"PK"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Office files, of .hwp, and of encrypted ones
LOCKED = "EncryptedPackage".encode("utf-16-le")
HANGUL = "FileHeader".encode("utf-16-le")
MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<style", b"<script")
MEGABYTE = 2**20
MAX_PARTS = 2_000
MAX_PART = 24 * MEGABYTE  # bytes of one part, unpacked: some 300,000 cells
MAX_UNPACKED = 64 * MEGABYTE  # bytes of all that is read
ENCRYPTED = 1  # the bit of a part's flags: APPNOTE 4.4.4


def is_workbook(path: str, data: bytes) -> bool:
    """Return whether a file is a workbook, else it is text.

    Raises:
        SiteError: `sheet-locked`, `sheet-form`, `sheet-unreadable`, `sheet-too-large`, `sheet-merged`, `sheet-empty`.

    """
    if not data.strip():
        raise SiteError([refusals.empty(path)])
    if len(data) > MAX_BYTES:
        raise SiteError([refusals.too_large(path, MAX_BYTES // MEGABYTE)])
    if data.startswith(ZIP):
        _examine(path, data)
        return True
    if data.startswith(COMPOUND):
        raise SiteError([_compound(path, data)])
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower().startswith(MARKUP):
        raise SiteError([refusals.other_form(path, ".html")])
    if data.startswith(b"%PDF"):
        raise SiteError([refusals.other_form(path, ".pdf")])
    if path.lower().endswith((".xlsx", ".xlsm", ".xls")):
        raise SiteError([refusals.unreadable(path)])
    return False


def _compound(path: str, data: bytes) -> Diagnostic:
    if LOCKED in data:
        return refusals.locked(path)
    return refusals.other_form(path, ".hwp" if HANGUL in data else ".xls")


def _examine(path: str, data: bytes) -> None:
    """Make sure that a package is a workbook that can be read within seconds.

    What a part claims to hold is all that is unpacked of it, so that sizes that are claimed are as good as real ones.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            _examine_parts(path, package.infolist())
            refuse_vast(path, package)
    except (BadZipFile, ValueError, NotImplementedError, EOFError, zlib.error):
        raise SiteError([refusals.unreadable(path)]) from None


def _examine_parts(path: str, parts: list[ZipInfo]) -> None:
    """Make sure that a package is a workbook of a size that can be unpacked."""
    names = {part.filename for part in parts}
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise SiteError([refusals.locked(path)])
    if "xl/workbook.xml" not in names:
        raise SiteError([_package(path, names)])
    sizes = [part.file_size for part in parts if not part.filename.startswith(PICTURES)]
    if len(parts) > MAX_PARTS or max(sizes) > MAX_PART or sum(sizes) > MAX_UNPACKED:
        raise SiteError([refusals.too_large(path, MAX_UNPACKED // MEGABYTE)])


def _package(path: str, names: set[str]) -> Diagnostic:
    if "xl/workbook.bin" in names:
        return refusals.other_form(path, ".xlsb")
    if "Contents/content.hpf" in names:
        return refusals.other_form(path, ".hwpx")
    if "content.xml" in names:
        return refusals.other_form(path, ".ods")
    if "word/document.xml" in names:
        return refusals.other_form(path, ".docx")
    return refusals.unreadable(path)
