"""The paths of a site's files below its output folder: which are safe, and which exclude each other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from sitegen.diagnostics import Diagnostic, Place, SiteError, error
from sitegen.write.manifest import MANIFEST

MAX_PART = 200  # bytes of UTF-8: file systems stop at 255, and stages, archives and servers add to names
MAX_PATH = 1000  # bytes of UTF-8: S3 stops at 1,024
FORBIDDEN = re.compile(r"[\\\x00-\x1f\x7f-\x9f\ud800-\udfff]|^[A-Za-z]:")  # controls, half characters, drives


def check_paths(paths: Sequence[str]) -> None:
    """Make sure that every path stays within the output folder, and that all of them can exist together.

    Raises:
        SiteError: `unsafe-path` and `output-collision`, with all of them.

    """
    if problems := (*_unsafe_paths(paths), *_collisions(paths)):
        raise SiteError(problems)


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return every folder that lies on the way to one of the paths: `a` and `a/b` for `a/b/c.html`."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def shown(path: str) -> str:
    """Return a path as it can be printed: what is not a printable character is escaped."""
    return repr(path)[1:-1]


def _unsafe_paths(paths: Sequence[str]) -> Iterator[Diagnostic]:
    for path in paths:
        parts = path.split("/")
        if FORBIDDEN.search(path):
            message = (
                "nothing can be published under this path: it contains a backslash, a control character or a drive"
            )
            yield _unsafe_path(path, message)
        elif not {"", ".", ".."}.isdisjoint(parts):
            message = "nothing can be published under this path: one of its parts is empty or made of dots"
            yield _unsafe_path(path, message)
        elif max(len(part.encode()) for part in parts) > MAX_PART:
            message = "nothing can be published under this path: one of its parts is longer than {limit} bytes"
            yield _unsafe_path(path, message, limit=MAX_PART)
        elif len(path.encode()) > MAX_PATH:
            message = "nothing can be published under this path: it is longer than {limit} bytes"
            yield _unsafe_path(path, message, limit=MAX_PATH)


def _collisions(paths: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield a problem for paths that are one on some file system, and for files where there must be a folder."""
    claimed = {_identity(MANIFEST): MANIFEST}
    for path in paths:
        identity = _identity(path)
        if identity in claimed:
            yield _collision(path, claimed[identity])
        claimed[identity] = path
    for folder in sorted(folders_of(claimed) & claimed.keys()):
        yield _collision(next(path for key, path in claimed.items() if key.startswith(f"{folder}/")), claimed[folder])


def _identity(path: str) -> str:
    """Return what macOS and Windows, which fold case and Unicode forms, take a path for."""
    return normalize("NFC", path).casefold()


def _unsafe_path(path: str, message: str, **values: object) -> Diagnostic:
    return error("unsafe-path", Place(shown(path)), message, "rename the content file it comes from", **values)


def _collision(path: str, other: str) -> Diagnostic:
    return error(
        "output-collision", Place(shown(path)), "two things cannot be published as {path} and {other} at once",
        "rename one of the content files they come from", path=shown(path), other=shown(other),
    )  # fmt: skip
