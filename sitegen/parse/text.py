"""Bytes as text: UTF-8 only, one kind of line break, no invisible characters."""

import re
import unicodedata

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.model import File

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def decode(file: File) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a file's text, composed (NFC), with line feeds as line breaks, and what is wrong with its characters."""
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return "", (_encoding_error(file, problem),)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text, tuple(_forbidden(match, text, file.path) for match in FORBIDDEN.finditer(text))


def _encoding_error(file: File, problem: UnicodeDecodeError) -> Diagnostic:
    before = file.data[: problem.start]
    place = Place(file.path, before.count(b"\n") + 1, problem.start - (before.rfind(b"\n") + 1) + 1)
    return error(
        "not-utf-8",
        place,
        "the file is not saved as UTF-8 (it looks like {guess})",
        'in your editor choose "Save with encoding" and UTF-8',
        guess=_likely_encoding(file.data),
    )


def _likely_encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        data.decode("cp949")
    except UnicodeDecodeError:
        return "another encoding"
    return "CP949, the old Korean encoding"


def _forbidden(match: re.Match[str], text: str, path: str) -> Diagnostic:
    line_start = text.rfind("\n", 0, match.start()) + 1
    place = Place(path, text.count("\n", 0, match.start()) + 1, match.start() - line_start + 1)
    return error(
        "control-character",
        place,
        "there is an invisible control character here ({code})",
        "delete it",
        code=f"U+{ord(match[0]):04X}",
    )
