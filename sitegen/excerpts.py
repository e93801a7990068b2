"""The lines that problems are about."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import attrgetter
from unicodedata import normalize

from sitegen.diagnostics import Diagnostic, Place

Bytes = Callable[[str], bytes | None]
"""Returns the bytes of the file at a path, None if there is none."""


def excerpts(problems: Iterable[Diagnostic], *files: Bytes) -> dict[Place, str]:
    """Return the line of each problem's place, from the first of `files` that has the file."""
    places = sorted({problem.place for problem in problems})
    found: dict[Place, str] = {}
    for path, spots in groupby(places, key=attrgetter("path")):
        data = next((data for file in files if (data := file(path)) is not None), None)
        lines = [] if data is None else _lines(data)
        found |= {spot: lines[spot.line - 1] for spot in spots if spot.line <= len(lines)}
    return found


def _lines(data: bytes) -> list[str]:
    """Return the lines of a file as parse counts them, also of one that it cannot decode."""
    text = data.removeprefix(BOM_UTF8).decode("utf-8", "replace")
    return normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
