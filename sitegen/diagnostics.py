"""Problems found in content and templates, and the one exception that carries them."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import IntEnum
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]
SIMILAR = 0.7  # how alike words are, from 0 to 1, before one is suggested for the other (difflib's ratio)


class ExitStatus(IntEnum):
    """What the process tells the shell."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    ENVIRONMENT = 3
    BUSY = 4
    INTERRUPTED = 130
    TERMINATED = 143


class Place(Struct, frozen=True, order=True):
    """Where in the project's files: path from the project's root, line and column from 1, length in characters.

    A path alone is the file as a whole, and has no length. In a spreadsheet, line and column are numbers of rows and
    columns, and `cell` is what the spreadsheet program calls that: B7, or 과제!B7 on a sheet with a name.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 0
    cell: str = ""


class Diagnostic(Struct, frozen=True, order=True):
    """One problem; message and fix are English templates that `values` fills in, so that they can be translated."""

    place: Place
    code: str
    message: str
    fix: str = ""
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = "error"

    def text(self) -> str:
        """The message, filled in."""
        return self.message.format(**dict(self.values))

    def fix_text(self) -> str:
        """What to do about it, filled in; empty if there is no good guess."""
        return self.fix.format(**dict(self.values))


class SiteError(Exception):
    """The build cannot go on: every problem found so far, and the exit status they amount to."""

    def __init__(self, diagnostics: Iterable[Diagnostic], status: ExitStatus = ExitStatus.CONTENT) -> None:
        super().__init__(status, diagnostics)
        self.diagnostics = tuple(diagnostics)
        self.status = status


def error(code: str, place: Place, message: str, fix: str = "", /, **values: object) -> Diagnostic:
    """Return a problem that stops the build."""
    return Diagnostic(place, code, message, fix, _as_text(values))


def warning(code: str, place: Place, message: str, fix: str = "", /, **values: object) -> Diagnostic:
    """Return a problem that stops the build only with --strict."""
    return Diagnostic(place, code, message, fix, _as_text(values), "warning")


def errors(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return those problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity == "error")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that `word` most likely was meant to be, or an empty string."""
    candidates = get_close_matches(word, sorted(known), n=1, cutoff=SIMILAR)
    return candidates[0] if candidates else ""


def _as_text(values: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in values.items())
