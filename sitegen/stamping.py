"""The line of a file that says what a translation was made from: written, or written anew, and nothing else touched."""

import re

from sitegen.diagnostics import Place
from sitegen.model import Document

LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|$)")
VALUE = re.compile(
    rb"""(?P<head>[ ]*["']?translated_from["']?[ ]*:[ ]+)(?P<value>"[^"]*"|'[^']*'|[^\s"'#]+)(?P<tail>\s*|\s+#.*)"""
    rb"(?P<end>\r\n|\r|\n)"
)


class UnclearError(Exception):
    """There is no line that could be written without touching others."""


def stamped(data: bytes, document: Document, stamp: str) -> bytes:
    """Return the bytes of a document's file with a line that holds the stamp: in its place, or as the last field.

    Raises:
        UnclearError: if fields do not stand on lines of their own.

    """
    lines = LINE.findall(data)
    place = document.origin.place("translated_from:")
    number = place.line - 1 if document.stamp else document.origin.body_line - 2
    if document.stamp:
        lines[number] = _renewed(lines[number], stamp)
    else:
        lines.insert(number, _added(lines, document.origin.place("title:"), stamp))
    return b"".join(lines)


def _renewed(line: bytes, stamp: str) -> bytes:
    match = VALUE.fullmatch(line)
    if not match:
        raise UnclearError
    return match["head"] + stamp.encode() + match["tail"] + match["end"]


def _added(lines: list[bytes], title: Place, stamp: str) -> bytes:
    """Return the new line, indented and ended as the title's is."""
    match = re.fullmatch(rb"""(?P<indent>[ ]*)["']?title["']?[ ]*:.*?(?P<end>\r\n|\r|\n)""", lines[title.line - 1])
    if not match:
        raise UnclearError
    return match["indent"] + f"translated_from: {stamp}".encode() + match["end"]
