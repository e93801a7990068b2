"""Comments at the end of a line: what YAML cuts off a text without saying so."""

import re

from msgspec import Struct

from sitegen.diagnostics import Place

REMARK = re.compile(r"[ \t]+(?P<text>#.*?)[ \t]*$")


class Remark(Struct, frozen=True):
    """A comment, with its #."""

    text: str
    place: Place


def remark(line: str, column: int, place: Place) -> Remark | None:
    """Return the comment that follows a value ending before `column`, from 0, of a line; `place` is that line."""
    match = REMARK.match(line, column) if "#" in line else None
    if match is None:
        return None
    return Remark(match["text"], Place(place.path, place.line, match.start("text") + 1, len(match["text"])))
