"""How a secret got into a finished file: where it stands there, and in which of our own files it stands as well."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from msgspec import structs

from sitegen.diagnostics import Diagnostic, Translatable
from sitegen.verify.embargo.forms import TAG, tight

BETWEEN = r"(?:\s|<[^>]*>)*+"
"""What may stand between two letters of a word, and is not seen by readers."""
FOUND = Translatable("take it out of {origin}, or publish what it is of")


class Spot(NamedTuple):
    """Where words stand in a file: line and column, from 1, and how they are written there."""

    line: int
    column: int
    written: str


def spot_of(words: str, data: bytes) -> Spot | None:
    """Return where words stand in a file, None if they are not written there as readers see them."""
    text = unescape(data.decode("utf-8", "replace"))
    found = re.search(BETWEEN.join(map(re.escape, words)), text, re.IGNORECASE) if words else None
    if found is None:
        return None
    line, before = text.count("\n", 0, found.start()) + 1, text.rfind("\n", 0, found.start())
    return Spot(line, found.start() - before, " ".join(TAG.sub("", found[0]).split()))


def traced(problems: Iterable[Diagnostic], files: Iterable[tuple[str, bytes]]) -> Iterator[Diagnostic]:
    """Yield problems, those with secrets with the first of our own files, and its line, that says the same."""
    ours = tuple(files)
    for problem in problems:
        origin = _origin(problem.named().get("words", ""), ours) if problem.code == "embargo" else ""
        yield _told(problem, origin) if origin else problem


def _origin(words: str, files: Iterable[tuple[str, bytes]]) -> str:
    sought = tight(words.rstrip("…"))
    spots = ((path, spot_of(sought, data)) for path, data in files)
    return next((f"{path}:{spot.line}" for path, spot in spots if spot), "")


def _told(problem: Diagnostic, origin: str) -> Diagnostic:
    return structs.replace(problem, fix=FOUND, values=(*problem.values, ("origin", origin)))
