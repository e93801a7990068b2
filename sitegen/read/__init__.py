"""read: folders -> what is in them: every file with its stamp, sorted; and the bytes of those that are asked for."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, ExitStatus, SiteError
from sitegen.read.refusals import cannot_read, no_folder, not_regular, too_large, twins, unreadable_name

__all__ = ["Folders", "Sighting", "Survey", "is_ignored", "load", "survey", "survey_content"]

EDITORS_LEFTOVERS = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", "4913")
SYSTEM_FILES = frozenset({"Thumbs.db", "desktop.ini"})
MAX_FILE = 50 * 2**20  # bytes
OPENING = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Folders(Struct, frozen=True):
    """Where the sources of a site are."""

    content: Path = Path("content")
    templates: Path = Path("templates")
    assets: Path = Path("assets")


class Sighting(Struct, frozen=True):
    """A file that is there: its path by role, where it really is, and its stamp.

    The stamp is size in bytes, times of the last change of bytes and of anything in nanoseconds, and inode.
    """

    path: str
    location: str
    stamp: tuple[int, int, int, int]


class Survey(Struct, frozen=True):
    """Every file of the three folders, each sorted by path, and what cannot be read for a reason in the content."""

    content: tuple[Sighting, ...]
    templates: tuple[Sighting, ...]
    assets: tuple[Sighting, ...]
    problems: tuple[Diagnostic, ...]

    @property
    def files(self) -> tuple[Sighting, ...]:
        """Every file, content first."""
        return (*self.content, *self.templates, *self.assets)


def survey(folders: Folders) -> Survey:
    """Return what is in the three folders, without opening a single file.

    Paths start with the role of the folder (`content/…`), whatever its real name, so that output and messages
    do not depend on where it lies.

    Raises:
        SiteError: if a folder is missing or cannot be looked into, naming all of them.

    """
    problems: list[Diagnostic] = []
    content = _tree(folders.content, "content", problems)
    templates = _tree(folders.templates, "templates", problems)
    assets = _tree(folders.assets, "assets", problems)
    _raise_unreadable(problems)
    return Survey(content, templates, assets, tuple(problems))


def survey_content(folder: Path) -> Survey:
    """Return what is in the folder of the content alone.

    Raises:
        SiteError: if it is missing or cannot be looked into.

    """
    problems: list[Diagnostic] = []
    content = _tree(folder, "content", problems)
    _raise_unreadable(problems)
    return Survey(content, (), (), tuple(problems))


def load(sighting: Sighting) -> bytes:
    """Return the bytes of a file, making sure at the moment of opening that it is a regular one and no link.

    Raises:
        SiteError: `cannot-read`.

    """
    try:
        return _bytes(sighting.location)
    except OSError as problem:
        raise SiteError([cannot_read(sighting.path, str(problem.strerror))], ExitStatus.ENVIRONMENT) from problem


def _raise_unreadable(problems: list[Diagnostic]) -> None:
    if unreadable := [problem for problem in problems if problem.code == "cannot-read"]:
        raise SiteError(unreadable, ExitStatus.ENVIRONMENT)


def _tree(root: Path, role: str, problems: list[Diagnostic]) -> tuple[Sighting, ...]:
    if not os.path.isdir(root):  # noqa: PTH112  # Path.is_dir raises where nobody may look
        problems.append(no_folder(role, str(root)))
        return ()
    found: dict[str, Sighting] = {}
    for sighting in _walk(str(root), role, problems):
        if sighting.path in found:
            problems.append(twins(sighting.path))
        else:
            found[sighting.path] = sighting
    return tuple(found[path] for path in sorted(found))


def _walk(folder: str, role: str, problems: list[Diagnostic]) -> Iterator[Sighting]:
    """Yield every file below a folder that is not an editor's or the system's own, never through a symbolic link."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as problem:
        problems.append(cannot_read(role, str(problem.strerror)))
        return
    for entry in listed:
        path = f"{role}/{entry.name}"
        if is_ignored(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, path, problems)
        elif entry.is_file(follow_symlinks=False):
            yield from _sighting(entry, path, problems)
        else:
            problems.append(not_regular(path, is_link=entry.is_symlink()))


def is_ignored(name: str) -> bool:
    """Whether a file or folder of this name is an editor's or the system's own, and no content."""
    return name.startswith((".", "~$", "#")) or name.endswith(EDITORS_LEFTOVERS) or name in SYSTEM_FILES


def _sighting(entry: os.DirEntry[str], path: str, problems: list[Diagnostic]) -> Iterator[Sighting]:
    try:
        path.encode()
        status = entry.stat(follow_symlinks=False)
    except UnicodeEncodeError:
        problems.append(unreadable_name(path))
    except OSError as problem:
        problems.append(cannot_read(path, str(problem.strerror)))
    else:
        if status.st_size > MAX_FILE:
            problems.append(too_large(normalize("NFC", path)))
            return
        stamp = status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
        yield Sighting(normalize("NFC", path), entry.path, stamp)


def _bytes(location: str) -> bytes:
    descriptor = os.open(location, OPENING)
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "not a regular file")
        return stream.read()
