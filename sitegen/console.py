"""Problems and results as text for a terminal, JSON for programs, and annotations for GitHub."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from unicodedata import category, combining, east_asian_width

import msgspec
from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, Translatable
from sitegen.speech import Language

Excerpts = Mapping[Place, str]
TAB_WIDTH = 4
CONTEXT = 50  # characters shown before a spot in a long line, and at least as many from its start on
LONGEST = 60  # characters shown of a spot
UNSEEN = frozenset({"Cc", "Cf", "Co", "Zl", "Zp"})
PICTURES = 0x2400  # where Unicode keeps pictures of the first control characters, in their order
REPLACEMENT = "\ufffd"


class Telling(Struct, frozen=True):
    """What people are told of a problem: its place, what is wrong there, the line with the spot marked, what to do.

    The last two are empty where there is nothing to show or to do.
    """

    place: str
    message: str
    excerpt: str
    fix: str


def as_text(diagnostics: Iterable[Diagnostic], excerpts: Excerpts, language: Language) -> str:
    """Return problems for people: place, code, message, the line with the spot marked, and what to do."""
    return "\n".join(_text(telling(found, excerpts.get(found.place), language)) for found in diagnostics)


def telling(diagnostic: Diagnostic, excerpt: str | None, language: Language) -> Telling:
    """Return what people are told of a problem; `excerpt` is its line."""
    place = diagnostic.place
    severity = language.translated(SEVERITIES[diagnostic.severity])
    return Telling(
        _visible(f"{place.path}:{place.cell or f'{place.line}:{place.column}'}"),
        _visible(f"{severity}[{diagnostic.code}] {language.message(diagnostic)}"),
        "\n".join(_excerpt(excerpt, place)) if excerpt and excerpt.strip() and _is_spot(place) else "",
        _visible(_fix(diagnostic, language)) if diagnostic.fix else "",
    )


def as_json(diagnostics: Iterable[Diagnostic], excerpts: Excerpts, language: Language) -> str:
    """Return problems for programs: a JSON array of objects with the same fields as the text."""
    return msgspec.json.encode([_fields(found, excerpts.get(found.place), language) for found in diagnostics]).decode()


def as_github(diagnostics: Iterable[Diagnostic], excerpts: Excerpts, language: Language) -> str:
    """Return problems as workflow commands that GitHub shows beside the lines of a change.

    Source of the form: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    del excerpts  # GitHub shows the lines itself
    return "\n".join(_annotation(diagnostic, language) for diagnostic in diagnostics)


FORMATS: Mapping[str, Callable[[Iterable[Diagnostic], Excerpts, Language], str]] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github}
)


SEVERITIES: Mapping[str, Translatable] = MappingProxyType(
    {"error": Translatable("error"), "warning": Translatable("warning")}
)


def _text(told: Telling) -> str:
    fix = f"  {told.fix}" if told.fix else ""
    return "\n".join(filter(None, (f"{told.place}: {told.message}", told.excerpt, fix)))


def _fix(diagnostic: Diagnostic, language: Language) -> str:
    return language.say("fix: {fix}", fix=language.fix(diagnostic))


def _is_spot(place: Place) -> bool:
    """Whether this is a place in a file, and not the file as a whole."""
    return place.length > 0 or (place.line, place.column) != (1, 1) or place.cell != ""


def _excerpt(line: str, place: Place) -> tuple[str, ...]:
    """Return the line, as much of it as fits around the spot, and carets under the spot; a cell is all spot."""
    if place.cell:
        return (f"  {place.cell} | {_visible(line[:LONGEST])}{'…' if len(line) > LONGEST else ''}",)
    first = place.column - 1
    length = min(place.length, LONGEST)
    is_short = len(line) <= 2 * CONTEXT
    start = 0 if is_short else max(first - CONTEXT, 0)
    end = len(line) if is_short else first + max(length, CONTEXT)
    before = ("…" if start else "") + line[start:first]
    spot = line[first : first + length]
    after = line[first + length : end] + ("…" if end < len(line) else "")
    margin = " " * len(str(place.line))
    shown = _visible(f"{before}{spot}{after}".replace("\t", " " * TAB_WIDTH))
    return f"  {place.line} | {shown}", f"  {margin} | {' ' * _width(before)}{'^' * max(_width(spot), 1)}"


def _visible(text: str) -> str:
    """Return a text that moves no cursor and turns no reading direction, whatever a file holds or is called."""
    return "".join(char if category(char) not in UNSEEN else _picture(char) for char in text)


def _picture(char: str) -> str:
    return chr(PICTURES + ord(char)) if ord(char) < ord(" ") else REPLACEMENT


def _width(text: str) -> int:
    """Return how many columns a terminal gives to a text (Unicode Standard Annex 11)."""
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if char == "\t":
        return TAB_WIDTH
    if combining(char):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def _fields(diagnostic: Diagnostic, excerpt: str | None, language: Language) -> dict[str, object]:
    place = diagnostic.place
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        **({"cell": place.cell} if place.cell else {}),
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": language.message(diagnostic),
        "fix": language.fix(diagnostic),
        "excerpt": excerpt if _is_spot(place) else None,
    }


def _annotation(diagnostic: Diagnostic, language: Language) -> str:
    place = diagnostic.place
    cell = f"{place.cell}: " if place.cell else ""
    message = cell + language.message(diagnostic) + (f"\n{_fix(diagnostic, language)}" if diagnostic.fix else "")
    properties = {
        "file": place.path,
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + place.length,
        "title": diagnostic.code,
    }
    listed = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    return f"::{diagnostic.severity} {listed}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(char):02X}" if char in "%\r\n" + more else char for char in text)
