"""Bytes as text: UTF-8 only, one kind of line break, nothing that cannot be seen."""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator

from sitegen.characters import FORBIDDEN, UNSEEN, refused
from sitegen.diagnostics import Diagnostic, Place, Translatable, error
from sitegen.files import File

MAX_BYTES = 1_000_000
UTF_16 = "UTF-16"


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
                yield refused(ord(match[0]), place)


def _found(pattern: re.Pattern[str], text: str, path: str, offset: int) -> Iterator[Diagnostic]:
    for match in pattern.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        line = text.count("\n", 0, match.start()) + 1 + offset
        yield refused(ord(match[0]), Place(path, line, match.start() - line_start + 1))


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
