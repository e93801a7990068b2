"""The slips people make in YAML, recognised, with what to type instead."""

import re
from collections.abc import Iterator

import yaml

from sitegen.diagnostics import Diagnostic, Place, Translatable, error
from sitegen.parse.quote_slips import backslash, cut_off, no_quotes, open_quote
from sitegen.parse.spots import STEP, Slip, Spot, indentation, spot_of

GLUED = re.compile(r"^(?P<lead>[ ]*(?:-[ ]+)*)(?P<key>[a-z_]+):(?P<value>[^\s:/].*)$")
PLACEHOLDER = re.compile(r":[ ]+[-?][ ]*$")
END = re.compile(r"\.\.\.[ \t]*$")


def explain(problem: yaml.MarkedYAMLError, text: str, path: str, offset: int) -> Slip:
    """Return what is wrong, in words for people who do not know YAML; `offset` is added to line numbers."""
    spot = spot_of(problem, tuple(text.split("\n")), path, offset)
    diagnoses = (_tab, _placeholder, open_quote, backslash, _no_space, no_quotes, _no_name, _brackets,
                 _second_document, cut_off, _indent, _list_entry)  # fmt: skip
    return next((slip for diagnose in diagnoses if (slip := diagnose(spot))), _unknown(spot))


def tab_before(line: str, column: int, place: Place) -> Iterator[Diagnostic]:
    """Yield a problem if there is a tab between a name and its value, which starts at `column`, from 0."""
    before = line[:column]
    if before.endswith("\t"):
        yield _tab_at(Place(place.path, place.line, len(before.rstrip()) + 1, column - len(before.rstrip())))


def _tab(spot: Spot) -> Slip | None:
    lead = indentation(spot.line)
    if "\t" not in lead:
        return None
    place = spot.place(spot.number, lead.index("\t"))
    level = lead.replace("\t", " " * STEP)
    if not spot.above.rstrip().endswith(":") and not spot.above.lstrip().startswith("- "):
        level = indentation(spot.above)
    return Slip((_tab_at(place),), spot.mended(spot.number, level + spot.line.lstrip()))


def _tab_at(place: Place) -> Diagnostic:
    return error("yaml-tab", place, "there is a tab here", "use spaces instead of the Tab key")


def _placeholder(spot: Spot) -> Slip | None:
    """A hyphen alone, which stands for a value that is missing: who reads the field knows what to say of that."""
    if not PLACEHOLDER.search(spot.line):
        return None
    return Slip((), spot.mended(spot.number, PLACEHOLDER.sub(": ~", spot.line)))


def _no_space(spot: Spot) -> Slip | None:
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


def _no_name(spot: Spot) -> Slip | None:
    """A line without a name: mostly a text that goes on in the next line without being indented."""
    number = _nameless(spot)
    if number is None:
        return None
    line = spot.lines[number]
    lead = len(indentation(line))
    problem = error(
        "yaml-name",
        spot.place(number, lead, max(len(line.strip()), 1)),
        "this line has no name with a colon after it",
        "begin it with the name of a field; if the text above goes on here, indent it by two spaces",
    )
    return Slip((problem,), spot.mended(number, " " * STEP + line if number else ""))


def _nameless(spot: Spot) -> int | None:
    """Return the line that ought to have a name: where what could not be read began, or above a name that is not."""
    if "could not find" in spot.reason:
        return spot.opening[0]
    above = spot.lines[spot.number - 1] if spot.number else ":"
    is_alike = above.strip() and indentation(above) == indentation(spot.line)
    return spot.number - 1 if "mapping values" in spot.reason and is_alike and ":" not in above else None


def _brackets(spot: Spot) -> Slip | None:
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


def _second_document(spot: Spot) -> Slip | None:
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


def _indent(spot: Spot) -> Slip | None:
    lead = indentation(spot.line)
    if not spot.above or lead == indentation(spot.above):
        return None
    problem = error(
        "yaml-indent",
        spot.place(spot.number, 0, max(len(lead), 1)),
        "this line is indented differently from the one it belongs to",
        "start it in the same column as the names above it",
    )
    return Slip((problem,))


def _list_entry(spot: Spot) -> Slip | None:
    if spot.line.lstrip().startswith("- "):
        message = "this entry of a list belongs to no field"
        fix = "write the name of the field and a colon on the line above, and nothing after the colon"
    elif "'-'" in spot.reason:
        message = "this line is not part of the list above it"
        fix = "start every entry of a list with a hyphen, and indent the lines that belong to it by two spaces"
    else:
        return None
    return Slip((error("yaml-list", spot.place(spot.number, 0, max(len(spot.line.rstrip()), 1)), message, fix),))


def _unknown(spot: Spot) -> Slip:
    problem = error(
        "yaml-syntax",
        spot.place(spot.number, spot.column),
        "this is not understood: {reason}",
        "compare with the lines around it; put text with special characters in quotes",
        reason=Translatable(spot.reason),
    )
    return Slip((problem,))
