"""Slips with quotation marks: texts that need them, lack one, or have something within that means something else."""

import re

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.parse.quotes import CLOSING, STARTS_BADLY, Unquoted, quoted, unquoted
from sitegen.parse.spots import Slip, Spot

OPENED_QUOTE = re.compile(r"""(?:^|:[ ]+|-[ ]+|[\[,{][ ]*)(?P<mark>["'])""")
IN_QUOTES = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*)"')
COMMENT = re.compile(r"[ \t]+(?P<text>#.*)$")


def special(line: str, place: Place) -> Diagnostic:
    """Return that a value starts with a character that means something to YAML, but nothing to us."""
    found = unquoted(line)
    written = line[place.column - 1 :][: place.length]
    corrected = found.corrected if found and found.column == place.column - 1 else quoted(written)
    return error(
        "yaml-special",
        place,
        "a text that starts with {character} needs quotes",
        "put it in straight quotes, {corrected}, or remove it",
        character=written[:1],
        corrected=corrected,
    )


def open_quote(spot: Spot) -> Slip | None:
    """Return that a quotation mark is never closed, or closed by that of another text."""
    found = _unclosed(spot)
    if found is None:
        return None
    number, column = found
    line = spot.lines[number]
    problem = error(
        "yaml-quote",
        spot.place(number, column),
        "this quotation mark is never closed",
        "close it at the end of the text; if it is part of the text, put all of it in other quotes",
    )
    return Slip((problem,), spot.mended(number, _closed(line.rstrip(), column)))


def _closed(line: str, column: int) -> str:
    """Return a line with the quotation closed at its end, or before the brackets that were opened before it."""
    brackets = len(line) - len(line.rstrip("]}")) if set("[{") & set(line[:column]) else 0
    end = len(line) - brackets
    return f"{line[:end]}{line[column]}{line[end:]}"


def _unclosed(spot: Spot) -> tuple[int, int] | None:
    """Return line and column of a quotation mark that its line does not close, if reading stopped because of it."""
    for number, line in enumerate(spot.lines[: spot.number + 1]):
        for match in OPENED_QUOTE.finditer(line):
            start = match.start("mark")
            if line.count(match["mark"], start) == 1 and _reaches(spot, number, match["mark"]):
                return number, start
    return None


def _reaches(spot: Spot, number: int, mark: str) -> bool:
    """Whether a quotation opened on a line is first closed where reading stopped, or never."""
    closing = next((later for later, line in enumerate(spot.lines[number + 1 :], number + 1) if mark in line), None)
    return closing is None or closing == spot.number


def backslash(spot: Spot) -> Slip | None:
    """Return that a backslash stands within double quotes, as in a path of Windows."""
    if "escape" not in spot.reason and "hexdecimal" not in spot.reason:
        return None
    number, column = spot.opening
    match = IN_QUOTES.match(spot.lines[number], column)
    if match is None:
        return None
    text = quoted(match["text"])
    problem = error(
        "yaml-backslash",
        spot.place(spot.number, spot.column),
        "a backslash means something else in double quotes",
        "put the text in single quotes: {text}",
        text=text,
    )
    line = spot.lines[number]
    return Slip((problem,), spot.mended(number, line[:column] + text + line[match.end() :]))


def no_quotes(spot: Spot) -> Slip | None:
    """Return that a value needs quotes: on this line, or where what could not be read began, or on the line above."""
    candidates = dict.fromkeys((spot.number, spot.opening[0], spot.number - 1))
    for number in candidates:
        found = unquoted(spot.lines[number]) if 0 <= number < len(spot.lines) else None
        if found:
            return Slip((_needs_quotes(found, number, spot),), spot.mended(number, found.mended))
    return None


def _needs_quotes(found: Unquoted, number: int, spot: Spot) -> Diagnostic:
    first = found.value[0]
    closing = CLOSING.get(first, "")
    fix = "put it in straight quotes: {corrected}"
    if first in "\"'":
        message = "text goes on after the closing quotation mark, so that all of it needs other quotes"
    elif first in "[{":
        message = "this starts with {first} but is no list with {closing} at its end, and no text in quotes"
        fix = "put a text in straight quotes: {corrected}"
        if closing not in found.value:
            fix = "close a list with {closing}, or put a text in straight quotes: {corrected}"
    elif found.value.startswith(STARTS_BADLY):
        message = "a text that starts with {first} needs quotes"
    else:
        message = "a text with a colon followed by a space needs quotes"
    return error(
        "yaml-unquoted",
        spot.place(number, found.column, len(found.value)),
        message,
        fix,
        first=first,
        corrected=found.corrected,
        closing=closing,
    )


def cut_off(spot: Spot) -> Slip | None:
    """Return that a text goes on after a line whose end was taken for a comment."""
    number = spot.number - 1
    found = COMMENT.search(spot.lines[number]) if number >= 0 else None
    if found is None or not spot.line.startswith(" "):
        return None
    problem = error(
        "comment-in-value",
        spot.place(number, found.start("text"), len(found["text"])),
        "everything after # is a comment and is not shown, so the text cannot go on in the next line",
        "put all of the text in straight quotes",
    )
    return Slip((problem,), spot.mended(number, spot.lines[number][: found.start()]))
