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
    for objection in _objections(destination):
        raise SiteError([objection], ExitStatus.USAGE)


def _objections(destination: Destination) -> Iterator[Diagnostic]:
    folder = destination.path
    if folder.is_symlink():
        yield _unsafe_output(destination, "the site cannot be published here: this is a symbolic link")
    if folder.exists() and not folder.is_dir():
        yield _unsafe_output(destination, "the site cannot be published here: this is not a folder")
    if os.path.ismount(folder):
        yield _unsafe_output(destination, "the site cannot be published here: this is a whole disk or mounted volume")
    if _is_within(destination.project, folder):
        message = "the site cannot be published here: this is the folder of the project, or contains it"
        yield _unsafe_output(destination, message)
    if _is_within(Path(os.path.expanduser("~")), folder):  # noqa: PTH111 - Path.home raises where there is none
        message = "the site cannot be published here: this is your home folder, or contains it"
        yield _unsafe_output(destination, message)
    for source in destination.sources:
        if _is_within(source, folder) or _is_within(folder, source):
            message = "the site cannot be published here: this overlaps {source}, which the site is made from"
            yield _unsafe_output(destination, message, source=source)


def _is_within(inner: Path, outer: Path) -> bool:
    """Whether `inner` is `outer` or below it, by the identity of folders where they exist, not by spelling."""
    real = Path(os.path.realpath(inner))
    return any(_is_same(folder, outer) for folder in (real, *real.parents))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them does not exist, or is not for us to see
        return str(one) == os.path.realpath(other)


def _unsafe_output(destination: Destination, message: str, **values: object) -> Diagnostic:
    return error(
        "unsafe-output",
        destination.place,
        message,
        "name a folder of its own with --output, for example: --output site",
        **values,
    )
