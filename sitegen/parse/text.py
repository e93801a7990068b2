"""Bytes as text: UTF-8 only, one kind of line break, nothing that cannot be seen."""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator

from sitegen.diagnostics import Diagnostic, Place, Translatable, error
from sitegen.files import File

MAX_BYTES = 1_000_000
UTF_16 = "UTF-16"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064]|[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Characters of no width, and those that one font alone can show: no title, name or address needs them."""


def decode(file: File) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a file's text, composed (NFC), with line feeds as line breaks, and what is wrong with its characters."""
    if len(file.data) > MAX_BYTES:
        return "", (_too_large(file.path),)
    data = file.data.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = data.decode()
    except UnicodeDecodeError as problem:
        return "", (_encoding_error(data, problem.start, file.path),)
    if "\x00" in text and _likely_encoding(data) == UTF_16:
        return "", (_encoding_error(data, 0, file.path),)
    text = unicodedata.normalize("NFC", text)
    return text, tuple(_found(FORBIDDEN, text, file.path, 0))


def unseen(text: str, path: str, offset: int) -> Iterator[Diagnostic]:
    """Yield a problem for each character that readers would not see as it was meant; `offset` is added to lines."""
    yield from _found(UNSEEN, text, path, offset)


def escaped(value: str, place: Place, lines: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield a problem for each character of either sort that a backslash made, and that no line of the file has."""
    for pattern in (FORBIDDEN, UNSEEN):
        for match in pattern.finditer(value):
            if not any(match[0] in line for line in lines):
                yield _character(match[0], place)


def _found(pattern: re.Pattern[str], text: str, path: str, offset: int) -> Iterator[Diagnostic]:
    for match in pattern.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        line = text.count("\n", 0, match.start()) + 1 + offset
        yield _character(match[0], Place(path, line, match.start() - line_start + 1))


def _character(character: str, place: Place) -> Diagnostic:
    code = f"U+{ord(character):04X}"
    if unicodedata.category(character) == "Co":
        message = "this character ({code}) exists in one font only, and readers would see an empty box"
        return error("control-character", place, message, "type it again, or delete it", code=code)
    message = "there is an invisible control character here ({code})"
    return error("control-character", place, message, "delete it", code=code)


def _encoding_error(data: bytes, start: int, path: str) -> Diagnostic:
    line_start = data.rfind(b"\n", 0, start) + 1
    guess = _likely_encoding(data)
    return error(
        "not-utf-8",
        Place(path, data.count(b"\n", 0, start) + 1, len(data[line_start:start].decode()) + 1),
        "the file is not saved as UTF-8, it looks like {guess}" if guess else "the file is not saved as UTF-8",
        'in your editor choose "Save with encoding" and UTF-8',
        guess=guess,
    )


def _likely_encoding(data: bytes) -> str:
    """Return which other encoding the data may be in, or an empty string."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or data.count(0) * 4 > len(data):
        return UTF_16
    try:
        data.decode("cp949")
    except UnicodeDecodeError:
        return ""
    return Translatable("CP949, the old Korean encoding")


def _too_large(path: str) -> Diagnostic:
    return error(
        "file-too-large", Place(path), "this file is larger than 1 MB", "divide it; is it a picture or a document?"
    )
