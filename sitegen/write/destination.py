"""Where a site is published, what must be kept clear of it, and the names used beside it."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, error


class Destination(Struct, frozen=True):
    """The output folder, as it was named, with the folders of the sources and of the project."""

    folder: Path
    sources: tuple[Path, ...]
    project: Path

    @property
    def path(self) -> Path:
        """The output folder as an absolute path whose last part is not followed if it is a symbolic link."""
        return Path(os.path.abspath(self.folder))  # noqa: PTH100 - Path.resolve would follow the link

    @property
    def lock_file(self) -> Path:
        """The file that the one build at work holds locked."""
        return self.path.with_name(f".{self.path.name}.lock")

    @property
    def aside(self) -> Path:
        """Where the old site stands for a moment, on systems that cannot exchange two folders in one step."""
        return self.path.with_name(f".{self.path.name}.old")

    @property
    def spare(self) -> Path:
        """Where the site before the last is kept, for the next build to start from."""
        return self.path.with_name(f".{self.path.name}.spare")

    @property
    def stage_prefix(self) -> str:
        """How the names of stages, which stand beside the output folder, begin."""
        return f".{self.path.name}.next-"

    @property
    def place(self) -> Place:
        """Where to say that a problem of the whole folder is."""
        return Place(str(self.folder))


def refuse_unsafe(destination: Destination) -> None:
    """Make sure that publishing in this folder can destroy neither the sources nor anything else of the user's.

    Raises:
        SiteError: `unsafe-output`, if it could.

    """
    for reason in _objections(destination):
        raise SiteError([_unsafe_output(destination, reason)], ExitStatus.USAGE)


def _objections(destination: Destination) -> Iterator[str]:
    folder = destination.path
    if folder.is_symlink():
        yield "is a symbolic link"
    if folder.exists() and not folder.is_dir():
        yield "is not a folder"
    if os.path.ismount(folder):
        yield "is a whole disk or mounted volume"
    if _is_within(destination.project, folder):
        yield "is the folder of the project, or contains it"
    if _is_within(Path(os.path.expanduser("~")), folder):  # noqa: PTH111 - Path.home raises where there is none
        yield "is your home folder, or contains it"
    for source in destination.sources:
        if _is_within(source, folder) or _is_within(folder, source):
            yield f"overlaps {source}, which the site is made from"


def _is_within(inner: Path, outer: Path) -> bool:
    """Whether `inner` is `outer` or below it, by the identity of folders where they exist, not by spelling."""
    real = Path(os.path.realpath(inner))
    return any(_is_same(folder, outer) for folder in (real, *real.parents))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them does not exist, or is not for us to see
        return str(one) == os.path.realpath(other)


def _unsafe_output(destination: Destination, reason: str) -> Diagnostic:
    return error(
        "unsafe-output",
        destination.place,
        "the site cannot be published here: this {reason}",
        "name a folder of its own with --output, for example: --output site",
        reason=reason,
    )
