"""read: folders -> files with their bytes, sorted; the only stage that looks at the disk before writing."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, error
from sitegen.model import File, Sources

__all__ = ["Folders", "read"]

EDITORS_LEFTOVERS = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", "4913")
SYSTEM_FILES = frozenset({"Thumbs.db", "desktop.ini"})
MAX_FILE = 50 * 2**20  # bytes


class Folders(Struct, frozen=True):
    """Where the sources of a site are."""

    content: Path = Path("content")
    templates: Path = Path("templates")
    assets: Path = Path("assets")


def read(folders: Folders) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Return every file of the three folders, and what could not be read for a reason in the content itself.

    Paths start with the role of the folder (`content/…`), whatever its real name, so that output and messages
    do not depend on where it lies.

    Raises:
        SiteError: if a folder is missing or a file cannot be read, naming all of them.

    """
    problems: list[Diagnostic] = []
    content = _tree(folders.content, "content", problems)
    templates = _tree(folders.templates, "templates", problems)
    assets = _tree(folders.assets, "assets", problems)
    if unreadable := [problem for problem in problems if problem.code == "cannot-read"]:
        raise SiteError(unreadable, ExitStatus.ENVIRONMENT)
    return Sources(content, templates, assets), tuple(problems)


def _tree(root: Path, role: str, problems: list[Diagnostic]) -> tuple[File, ...]:
    if not os.path.isdir(root):  # noqa: PTH112  # Path.is_dir raises where nobody may look
        problems.append(_cannot_read(role, f"there is no folder {root}"))
        return ()
    found: dict[str, File] = {}
    for path in _walk(root, problems, role):
        name = normalize("NFC", f"{role}/{path.relative_to(root).as_posix()}")
        if name in found:
            problems.append(_twins(name))
        elif (file := _file(path, name, problems)) is not None:
            found[name] = file
    return tuple(found[name] for name in sorted(found))


def _walk(root: Path, problems: list[Diagnostic], role: str) -> Iterator[Path]:
    """Yield every file below `root` that is not an editor's or the system's own, never through a symbolic link."""
    try:
        with os.scandir(root) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as problem:
        problems.append(_cannot_read(role, str(problem.strerror)))
        return
    for entry in listed:
        path = Path(entry.path)
        if _is_ignored(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, problems, f"{role}/{entry.name}")
        elif entry.is_file(follow_symlinks=False):
            yield path
        else:
            problems.append(_not_regular(f"{role}/{entry.name}", is_link=entry.is_symlink()))


def _is_ignored(name: str) -> bool:
    return name.startswith((".", "~$", "#")) or name.endswith(EDITORS_LEFTOVERS) or name in SYSTEM_FILES


def _file(path: Path, name: str, problems: list[Diagnostic]) -> File | None:
    try:
        name.encode()
        if path.lstat().st_size > MAX_FILE:
            problems.append(_too_large(name))
            return None
        return File(name, _bytes(path))
    except UnicodeEncodeError:
        problems.append(_unreadable_name(name))
    except OSError as problem:
        problems.append(_cannot_read(name, str(problem.strerror)))
    return None


def _bytes(path: Path) -> bytes:
    """Read a file, making sure at the moment of opening that it is a regular one and no link."""
    descriptor = os.open(
        path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "not a regular file")
        return stream.read()


def _cannot_read(name: str, reason: str) -> Diagnostic:
    return error(
        "cannot-read", Place(name), "this cannot be read: {reason}", "check that it exists and who may read it",
        reason=reason,
    )  # fmt: skip


def _not_regular(name: str, *, is_link: bool) -> Diagnostic:
    what = "a symbolic link" if is_link else "not a regular file"
    return error("not-a-file", Place(name), "this is {what}", "put the file itself here, or remove it", what=what)


def _too_large(name: str) -> Diagnostic:
    return error("file-too-large", Place(name), "this file is larger than 50 MB", "make it smaller")


def _unreadable_name(name: str) -> Diagnostic:
    shown = name.encode("utf-8", "backslashreplace").decode()
    return error("file-name", Place(shown), "this file's name is not text", "rename the file")


def _twins(name: str) -> Diagnostic:
    return error(
        "file-name", Place(name), "two files have this name, written with different Unicode", "remove one of them"
    )
