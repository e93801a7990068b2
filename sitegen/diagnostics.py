"""Problems found in content and templates, and the one exception that carries them."""

from collections.abc import Iterable
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
    UNREAD = 141
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


class Translatable(str):
    """Words of ours that are not the message of a problem by themselves, but are to be translated where it is shown."""

    __slots__ = ()


class Message(Struct, frozen=True):
    """A sentence to be said in whichever language: an English template and the values that fill it in."""

    template: str
    values: dict[str, object] = {}


class RefusedError(Exception):
    """What was asked for is not done: the message says why, and what to do instead."""

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template, values)
        self._template = template
        self._values = values

    @property
    def message(self) -> Message:
        """What is to be said."""
        return Message(self._template, self._values)


class Diagnostic(Struct, frozen=True, order=True):
    """One problem; message and fix are English templates that `values` fills in, so that they can be translated."""

    place: Place
    code: str
    message: str
    fix: str = ""
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = "error"
    translatable: tuple[str, ...] = ()
    """The names of those values that are words of ours, and not somebody's text."""

    def named(self) -> dict[str, str]:
        """The values by name, words of ours as such."""
        return {name: Translatable(value) if name in self.translatable else value for name, value in self.values}

    def text(self) -> str:
        """The message in English, filled in."""
        return self.message.format(**dict(self.values))

    def fix_text(self) -> str:
        """What to do about it in English, filled in; empty if there is no good guess."""
        return self.fix.format(**dict(self.values))


class SiteError(Exception):
    """The build cannot go on: every problem found so far, and the exit status they amount to."""

    def __init__(self, diagnostics: Iterable[Diagnostic], status: ExitStatus = ExitStatus.CONTENT) -> None:
        super().__init__(status, diagnostics)
        self.diagnostics = tuple(diagnostics)
        self.status = status


def error(code: str, place: Place, message: str, fix: str = "", /, **values: object) -> Diagnostic:
    """Return a problem that stops the build."""
    return Diagnostic(place, code, message, fix, _as_text(values), "error", _translatable(values))


def warning(code: str, place: Place, message: str, fix: str = "", /, **values: object) -> Diagnostic:
    """Return a problem that stops the build only with --strict."""
    return Diagnostic(place, code, message, fix, _as_text(values), "warning", _translatable(values))


def errors(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return those problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity == "error")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that `word` most likely was meant to be, or an empty string."""
    from difflib import get_close_matches  # noqa: PLC0415  # most builds have nothing to say

    candidates = get_close_matches(word, sorted(known), n=1, cutoff=SIMILAR)
    return candidates[0] if candidates else ""


def _as_text(values: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in values.items())


def _translatable(values: dict[str, object]) -> tuple[str, ...]:
    return tuple(name for name, value in values.items() if isinstance(value, Translatable))
