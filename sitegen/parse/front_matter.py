"""A Markdown file as front matter and body."""

from collections.abc import Collection

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error

FENCE = "---"
MAX_BYTES = 65_536


class Parts(Struct, frozen=True):
    """The front matter, which starts on line 2, and the body with the number of its first line."""

    front_matter: str
    body: str
    body_line: int


def split(text: str, path: str, fields: Collection[str]) -> tuple[Parts | None, tuple[Diagnostic, ...]]:
    """Return the two parts of a file, or None and what is wrong with its `---` lines; `fields` are names of fields."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None, (_unopened(Place(path, 1, 1, len(lines[0]))),)
    closing = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if closing is None:
        return None, (_unclosed(path),)
    front_matter = "\n".join(lines[1:closing])
    if len(front_matter.encode()) > MAX_BYTES:
        return None, (_too_large(path),)
    body = "\n".join(lines[closing + 1 :])
    return Parts(front_matter, body, closing + 2), _closed_early(body, path, closing, fields)


def _closed_early(body: str, path: str, closing: int, fields: Collection[str]) -> tuple[Diagnostic, ...]:
    """Return the problem of a closing line with fields behind it, which would be shown to readers as text."""
    name, colon, _ = body.lstrip().partition(":")
    if not colon or name not in fields:
        return ()
    return (
        error(
            "front-matter-early",
            Place(path, closing + 1, 1, len(FENCE)),
            'the fields end here, but another one follows: "{field}"',
            "remove this line, and keep the line --- after the last field",
            field=name,
        ),
    )


def _unopened(place: Place) -> Diagnostic:
    return error(
        "front-matter-missing",
        place,
        "the file does not start with a line of three hyphens",
        "begin with a line ---, then the fields, then another line ---",
    )


def _unclosed(path: str) -> Diagnostic:
    return error(
        "front-matter-unclosed",
        Place(path, 1, 1, len(FENCE)),
        "the fields that start here are never closed",
        "write a line --- after the last field, before the text",
    )


def _too_large(path: str) -> Diagnostic:
    return error(
        "front-matter-too-large",
        Place(path, 1, 1, len(FENCE)),
        "the fields that start here are larger than 64 KB",
        "move what is long into the text below them",
    )
