"""The slips people make in YAML, recognised, with what to type instead."""

import re

import yaml

from sitegen.diagnostics import Diagnostic, Place, error

KEY_AND_VALUE = re.compile(r"^(?P<lead>\s*(?:- )*)(?P<key>[^\s:#\"'][^:#]*):[ \t]+(?P<value>.*?)\s*$")
OPENED_QUOTE = re.compile(r"""(?::|-)\s+(["'])""")
STARTS_BADLY = tuple("@%`[{&*!|>'\"")


def explain(problem: yaml.MarkedYAMLError, text: str, path: str, offset: int) -> Diagnostic:
    """Return what is wrong, in words for people who do not know YAML; `offset` is added to line numbers."""
    mark = problem.problem_mark or problem.context_mark
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1) if mark else 0
    place = Place(path, number + 1 + offset, (mark.column if mark else 0) + 1)
    reason = problem.problem or problem.context or ""
    if "\t" in _indentation(lines[number]):
        return _tab(Place(path, place.line, lines[number].index("\t") + 1))
    if "end of stream" in reason and (opening := _unclosed_quote(lines)):
        return _quote(Place(path, opening[0] + offset, opening[1]))
    if match := _slip_on(lines, number, reason):
        return _unquoted(match, Place(path, lines.index(match.string) + 1 + offset, match.start("value") + 1))
    if _is_indented_further(lines, number):
        return _indent(place)
    return error(
        "yaml-syntax",
        place,
        "this is not understood: {reason}",
        "compare with the lines around it; put text with special characters in quotes",
        reason=reason,
    )


def _slip_on(lines: list[str], number: int, reason: str) -> re.Match[str] | None:
    """Return the line with a value that needs quotes: this one, or the last one with a name before it."""
    if "mapping values" in reason or "start any token" in reason:
        return _needs_quotes(lines[number])
    if "expected key" in reason or "expected ','" in reason or "expected '-'" in reason:
        return _needs_quotes(lines[number]) or _needs_quotes(lines[number - 1] if number else "")
    return None


def _needs_quotes(line: str) -> re.Match[str] | None:
    match = KEY_AND_VALUE.match(line)
    if match and (": " in match["value"] or match["value"].endswith(":") or match["value"].startswith(STARTS_BADLY)):
        return match
    return None


def _unquoted(match: re.Match[str], place: Place) -> Diagnostic:
    value = match["value"].replace("“", "").replace("”", "").strip("\"'")
    return error(
        "yaml-unquoted",
        Place(place.path, place.line, place.column, len(match["value"])),
        "this text has characters that mean something else here, such as a colon",
        'put it in straight quotes: {key}: "{value}"',
        key=match["key"],
        value=value.replace('"', "'"),
    )


def _tab(place: Place) -> Diagnostic:
    return error("yaml-tab", place, "there is a tab here", "use spaces instead of the Tab key")


def _quote(place: Place) -> Diagnostic:
    return error("yaml-quote", place, "this quotation mark is never closed", "close it at the end of the text")


def _indent(place: Place) -> Diagnostic:
    return error(
        "yaml-indent",
        place,
        "this line is indented differently from the one it belongs to",
        "start it in the same column as the names above it",
    )


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _is_indented_further(lines: list[str], number: int) -> bool:
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    return bool(above) and _indentation(lines[number]) != _indentation(above)


def _unclosed_quote(lines: list[str]) -> tuple[int, int] | None:
    """Return line and column, from 1, of the first quotation mark that its own line does not close."""
    for number, line in enumerate(lines, 1):
        for match in OPENED_QUOTE.finditer(line):
            if line.count(match[1], match.start(1)) == 1:
                return number, match.start(1) + 1
    return None
