"""What the preview shows at a moment: the builder hands one whole to the server after each step."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, Severity


class Writing(Struct, frozen=True):
    """Where something is written: a file on this machine, and the line in it."""

    file: str
    line: int = 1
    column: int = 1


class Entry(Struct, frozen=True):
    """A thing that the status bar names: title, the moment that matters if there is one, where it is written."""

    title: str
    when: datetime | None
    writing: Writing | None


class Census(Struct, frozen=True):
    """Things on the way: drafts, what is not published yet or any more, what lacks a translation or has an old one."""

    drafts: tuple[Entry, ...] = ()
    scheduled: tuple[Entry, ...] = ()
    expired: tuple[Entry, ...] = ()
    untranslated: tuple[Entry, ...] = ()
    stale: tuple[Entry, ...] = ()


class Known(Struct, frozen=True):
    """What is known of the site that is shown.

    `base` is the path it is published under, with a slash at both ends. `pages` says where each page is written.
    It holds until a moment in seconds since 1970.
    """

    base: str = "/"
    pages: Mapping[str, Writing] = {}
    census: Census = Census()
    as_of: datetime | None = None
    until: float = float("inf")


class Told(Struct, frozen=True):
    """A problem with its line, and where to mend it, None if that is in no file of ours."""

    diagnostic: Diagnostic
    excerpts: Mapping[Place, str]
    writing: Writing | None


class Showing(Struct, frozen=True):
    """Everything that the server shows.

    `fresh` holds finished files that do not stand in the folder yet. If `is_current` is false, the last build went
    wrong, and what is shown is the good site before it. `fault` is a fault of the program, in its own words.
    `is_fixed` says that somebody has asked for a moment, and not for now.
    """

    folder: Path
    fresh: Mapping[str, bytes] = {}
    known: Known = Known()
    told: tuple[Told, ...] = ()
    fault: str = ""
    is_current: bool = True
    is_building: bool = True
    is_fixed: bool = False

    def problems(self, severity: Severity) -> tuple[Told, ...]:
        """Return the problems of a severity."""
        return tuple(told for told in self.told if told.diagnostic.severity == severity)
