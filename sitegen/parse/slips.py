"""The slips people make in YAML, recognised, with what to type instead."""

import re
from collections.abc import Iterator

import yaml
from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.parse.quotes import CLOSING, STARTS_BADLY, Unquoted, quoted, unquoted

OPENED_QUOTE = re.compile(r"""(?:^|:[ ]+|-[ ]+|[\[,{][ ]*)(?P<mark>["'])""")
GLUED = re.compile(r"^(?P<lead>[ ]*(?:-[ ]+)*)(?P<key>[a-z_]+):(?P<value>[^\s:/].*)$")
IN_QUOTES = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*)"')
PLACEHOLDER = re.compile(r":[ ]+[-?][ ]*$")
COMMENT = re.compile(r"[ \t]+(?P<text>#.*)$")
END = re.compile(r"\.\.\.[ \t]*$")
STEP = 2  # columns that we indent by


class Slip(Struct, frozen=True):
    """What is wrong, and the text as it was probably meant; no text if that is not clear."""

    problems: tuple[Diagnostic, ...]
    mended: str = ""


class _Spot(Struct, frozen=True):
    """Where reading stopped and why; `opening` is where what could not be read began. Numbers count from 0."""

    lines: tuple[str, ...]
    number: int
    column: int
    opening: tuple[int, int]
    reason: str
    is_in_brackets: bool
    path: str
    offset: int

    @property
    def line(self) -> str:
        return self.lines[self.number]

    @property
    def above(self) -> str:
        """The line above that is not blank."""
        return next((line for line in reversed(self.lines[: self.number]) if line.strip()), "")

    def place(self, number: int, column: int, length: int = 1) -> Place:
        return Place(self.path, number + 1 + self.offset, column + 1, length)

    def mended(self, number: int, line: str) -> str:
        return "\n".join((*self.lines[:number], line, *self.lines[number + 1 :]))


def explain(problem: yaml.MarkedYAMLError, text: str, path: str, offset: int) -> Slip:
    """Return what is wrong, in words for people who do not know YAML; `offset` is added to line numbers."""
    spot = _spot(problem, tuple(text.split("\n")), path, offset)
    diagnoses = (_tab, _placeholder, _open_quote, _backslash, _no_space, _no_quotes, _no_name, _brackets,
                 _second_document, _cut_off, _indent, _list_entry)  # fmt: skip
    return next((slip for diagnose in diagnoses if (slip := diagnose(spot))), _unknown(spot))


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


def tab_before(line: str, column: int, place: Place) -> Iterator[Diagnostic]:
    """Yield a problem if there is a tab between a name and its value, which starts at `column`, from 0."""
    before = line[:column]
    if before.endswith("\t"):
        yield _tab_at(Place(place.path, place.line, len(before.rstrip()) + 1, column - len(before.rstrip())))


def _spot(problem: yaml.MarkedYAMLError, lines: tuple[str, ...], path: str, offset: int) -> _Spot:
    mark = problem.problem_mark or problem.context_mark
    number, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    context = problem.context_mark
    opening = (context.line, context.column) if context else (number, column)
    reason = problem.problem or problem.context or ""
    before = lines[number][: column + 1]
    is_open = sum(map(before.count, "[{")) > sum(map(before.count, "]}"))
    is_in_brackets = is_open or "flow" in (problem.context or "") or "',' or" in reason
    return _Spot(lines, number, column, opening, reason, is_in_brackets, path, offset)


def _tab(spot: _Spot) -> Slip | None:
    lead = _indentation(spot.line)
    if "\t" not in lead:
        return None
    place = spot.place(spot.number, lead.index("\t"))
    level = lead.replace("\t", " " * STEP)
    if not spot.above.rstrip().endswith(":") and not spot.above.lstrip().startswith("- "):
        level = _indentation(spot.above)
    return Slip((_tab_at(place),), spot.mended(spot.number, level + spot.line.lstrip()))


def _tab_at(place: Place) -> Diagnostic:
    return error("yaml-tab", place, "there is a tab here", "use spaces instead of the Tab key")


def _placeholder(spot: _Spot) -> Slip | None:
    """A hyphen alone, which stands for a value that is missing: who reads the field knows what to say of that."""
    if not PLACEHOLDER.search(spot.line):
        return None
    return Slip((), spot.mended(spot.number, PLACEHOLDER.sub(": ~", spot.line)))


def _open_quote(spot: _Spot) -> Slip | None:
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


def _unclosed(spot: _Spot) -> tuple[int, int] | None:
    """Return line and column of a quotation mark that its line does not close, if reading stopped because of it."""
    for number, line in enumerate(spot.lines[: spot.number + 1]):
        for match in OPENED_QUOTE.finditer(line):
            start = match.start("mark")
            if line.count(match["mark"], start) == 1 and _reaches(spot, number, match["mark"]):
                return number, start
    return None


def _reaches(spot: _Spot, number: int, mark: str) -> bool:
    """Whether a quotation opened on a line is first closed where reading stopped, or never."""
    closing = next((later for later, line in enumerate(spot.lines[number + 1 :], number + 1) if mark in line), None)
    return closing is None or closing == spot.number


def _backslash(spot: _Spot) -> Slip | None:
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


def _no_space(spot: _Spot) -> Slip | None:
    number = spot.opening[0] if "could not find" in spot.reason else spot.number - 1
    match = GLUED.match(spot.lines[number]) if number >= 0 else None
    if match is None:
        return None
    problem = error(
        "yaml-space",
        spot.place(number, match.end("key")),
        "there is no space after this colon",
        "write {key}: {value}",
        key=match["key"],
        value=match["value"],
    )
    return Slip((problem,), spot.mended(number, f"{match['lead']}{match['key']}: {match['value']}"))


def _no_quotes(spot: _Spot) -> Slip | None:
    """A value that needs quotes: on this line, or where what could not be read began, or on the line above."""
    candidates = dict.fromkeys((spot.number, spot.opening[0], spot.number - 1))
    for number in candidates:
        found = unquoted(spot.lines[number]) if 0 <= number < len(spot.lines) else None
        if found:
            return Slip((_needs_quotes(found, number, spot),), spot.mended(number, found.mended))
    return None


def _needs_quotes(found: Unquoted, number: int, spot: _Spot) -> Diagnostic:
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


def _no_name(spot: _Spot) -> Slip | None:
    """A line without a name: mostly a text that goes on in the next line without being indented."""
    if "could not find" not in spot.reason:
        return None
    number = spot.opening[0]
    line = spot.lines[number]
    problem = error(
        "yaml-name",
        spot.place(number, spot.opening[1], max(len(line.strip()), 1)),
        "this line has no name with a colon after it",
        "begin it with the name of a field; if the text above goes on here, indent it by two spaces",
    )
    return Slip((problem,), spot.mended(number, " " * STEP + line))


def _brackets(spot: _Spot) -> Slip | None:
    """Brackets that are not closed, or a text within them that has some of its own."""
    if not spot.is_in_brackets:
        return None
    problem = error(
        "yaml-bracket",
        spot.place(spot.number, spot.column),
        "this is not understood within the brackets that it stands in",
        "close each [ with ] and each {{ with }}, divide what is in them by commas, and put texts in straight quotes",
    )
    return Slip((problem,))


def _cut_off(spot: _Spot) -> Slip | None:
    """A text that goes on after a line whose end was taken for a comment."""
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


def _indent(spot: _Spot) -> Slip | None:
    lead = _indentation(spot.line)
    if not spot.above or lead == _indentation(spot.above):
        return None
    problem = error(
        "yaml-indent",
        spot.place(spot.number, 0, max(len(lead), 1)),
        "this line is indented differently from the one it belongs to",
        "start it in the same column as the names above it",
    )
    return Slip((problem,))


def _list_entry(spot: _Spot) -> Slip | None:
    if spot.line.lstrip().startswith("- "):
        message = "this entry of a list belongs to no field"
        fix = "write the name of the field and a colon on the line above, and nothing after the colon"
    elif "'-'" in spot.reason:
        message = "this line is not part of the list above it"
        fix = "start every entry of a list with a hyphen, and indent the lines that belong to it by two spaces"
    else:
        return None
    return Slip((error("yaml-list", spot.place(spot.number, 0, max(len(spot.line.rstrip()), 1)), message, fix),))


def _second_document(spot: _Spot) -> Slip | None:
    number = next((number for number, line in enumerate(spot.lines[: spot.number + 1]) if END.match(line)), None)
    return None if number is None else Slip((second_document(spot.place(number, 0, len(spot.lines[number].rstrip()))),))


def second_document(place: Place) -> Diagnostic:
    """Return that a line ends the text for YAML, which knows several documents in one file."""
    return error(
        "yaml-second-document",
        place,
        "for the computer the text ends here, and another one starts",
        "remove this line, or put it in quotes if it belongs to a text",
    )


def _unknown(spot: _Spot) -> Slip:
    problem = error(
        "yaml-syntax",
        spot.place(spot.number, spot.column),
        "this is not understood: {reason}",
        "compare with the lines around it; put text with special characters in quotes",
        reason=spot.reason,
    )
    return Slip((problem,))


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
