"""Fenced code as Python-Markdown recognises it, and fences that it would take for something else."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sitegen.diagnostics import Diagnostic, Place, error, warning

OPENING = re.compile(r"(?P<lead>[ \t>]*)(?P<marker>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)")
LANGUAGE = re.compile(r"\.?[\w#.+-]*")


class Fence(Struct, frozen=True):
    """A line, counted from 0, that opens a block of code, and the one that closes it, if there is one."""

    first: int
    lead: str
    marker: str
    info: str
    last: int | None = None

    @property
    def is_code(self) -> bool:
        """Whether the library sees code here, too."""
        return self.last is not None and not self.lead

    @property
    def is_language(self) -> bool:
        """Whether at most the name of a language follows the marker."""
        return bool(LANGUAGE.fullmatch(self.info))

    def closes(self, line: str) -> bool:
        """Whether a line ends this block; an indented one is closed by an indented marker, too."""
        return line.rstrip().lstrip(" \t>" if self.lead else "") == self.marker


def may_occur(text: str) -> bool:
    """Whether there is what each fence begins with."""
    return "```" in text or "~~~" in text


def fences(text: str) -> Iterator[Fence]:
    """Yield the fences in a body, those that are never closed last."""
    fence = None
    for number, line in enumerate(text.split("\n") if may_occur(text) else ()):
        if fence and fence.closes(line):
            yield replace(fence, last=number)
            fence = None
        elif (opening := OPENING.fullmatch(line)) and (not fence or (fence.lead and not opening["lead"])):
            if fence:
                yield fence
            fence = Fence(number, opening["lead"], opening["marker"], opening["info"].rstrip())
    if fence:
        yield fence


def without_info(text: str, found: Sequence[Fence]) -> str:
    """Return the text with blanks for what follows a marker and is not the name of a language."""
    if not found:
        return text
    lines = text.split("\n")
    for fence in found:
        if fence.is_code and not fence.is_language:
            lines[fence.first] = fence.marker.ljust(len(lines[fence.first]))
    return "\n".join(lines)


def without_code(text: str, found: Sequence[Fence]) -> str:
    """Return the text with empty lines for fenced code."""
    if not found:
        return text
    lines = text.split("\n")
    for fence in found:
        if fence.last is not None and not fence.lead:
            lines[fence.first : fence.last + 1] = [""] * (fence.last + 1 - fence.first)
    return "\n".join(lines)


def problems(found: Sequence[Fence]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the fences."""
    for fence in found:
        place = Place("", fence.first + 1, len(fence.lead) + 1, len(fence.marker))
        if fence.lead:
            yield _indented(place, fence)
            continue
        if fence.last is None:
            yield _unclosed(place, fence)
        if not fence.is_language:
            yield _attributes(place, fence)


def _unclosed(place: Place, fence: Fence) -> Diagnostic:
    return error(
        "unclosed-fence",
        place,
        "the code that starts here is never closed",
        "write a line {marker} after its last line",
        marker=fence.marker,
    )


def _attributes(place: Place, fence: Fence) -> Diagnostic:
    return error(
        "fence-attributes",
        place,
        'only the name of a language may follow {marker}, not "{info}"',
        "write {marker} alone, or with one word, as in {marker}yaml",
        marker=fence.marker,
        info=fence.info,
    )


def _indented(place: Place, fence: Fence) -> Diagnostic:
    return warning(
        "fence-indented",
        place,
        "{marker} is not understood here, because it does not stand at the start of its line",
        "move it to the start of the line, or indent the code by four more spaces instead",
        marker=fence.marker,
    )
