"""Where reading a YAML text stopped, and what may be said of it."""

import yaml
from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place

STEP = 2
"""Columns that we indent by."""


class Slip(Struct, frozen=True):
    """What is wrong, and the text as it was probably meant; no text if that is not clear."""

    problems: tuple[Diagnostic, ...]
    mended: str = ""


class Spot(Struct, frozen=True):
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
        """The line on which reading stopped."""
        return self.lines[self.number]

    @property
    def above(self) -> str:
        """The line above that is not blank."""
        return next((line for line in reversed(self.lines[: self.number]) if line.strip()), "")

    def place(self, number: int, column: int, length: int = 1) -> Place:
        """Return the place in the file of a line and column of the text."""
        return Place(self.path, number + 1 + self.offset, column + 1, length)

    def mended(self, number: int, line: str) -> str:
        """Return the text with another line in the place of one."""
        return "\n".join((*self.lines[:number], line, *self.lines[number + 1 :]))


def spot_of(problem: yaml.MarkedYAMLError, lines: tuple[str, ...], path: str, offset: int) -> Spot:
    """Return where and why the parser stopped in a text; `offset` is added to line numbers."""
    mark = problem.problem_mark or problem.context_mark
    number, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    context = problem.context_mark
    opening = (context.line, context.column) if context else (number, column)
    reason = problem.problem or problem.context or ""
    before = lines[number][: column + 1]
    is_open = sum(map(before.count, "[{")) > sum(map(before.count, "]}"))
    is_in_brackets = is_open or "flow" in (problem.context or "") or "',' or" in reason
    return Spot(lines, number, column, opening, reason, is_in_brackets, path, offset)


def indentation(line: str) -> str:
    """Return the spaces and tabs that a line starts with."""
    return line[: len(line) - len(line.lstrip())]
