"""What differs between a site as it was built and as it stands in the output folder, by bytes, never by dates."""

import os
import stat
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from sitegen.write.manifest import Entry

OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

Stamp = tuple[int, int, int]
"""Times of the last change of a file's bytes, and of anything about it, in nanoseconds; and its inode."""


class Published(Struct, frozen=True):
    """A file that stands in the output folder just as its entry says, with its stamp."""

    entry: Entry
    stamp: Stamp


def find_unchanged(entries: Iterable[Entry], folder: Path, known: Mapping[str, Published]) -> dict[str, Published]:
    """Return every file that stands in the folder just as its entry says; those `known` to do so are not read again."""
    found: dict[str, Published] = {}
    for entry in entries:
        sure = known.get(entry.path)
        stamp = sure.stamp if sure and sure.entry == entry else _stamp_if_same(f"{folder}/{entry.path}", entry)
        if stamp is not None:
            found[entry.path] = Published(entry, stamp)
    return found


def stamp_of(path: str, size: int) -> Stamp | None:
    """Return the stamp of a regular file of that size, None if there is none."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    is_it = stat.S_ISREG(status.st_mode) and status.st_size == size
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_ino) if is_it else None


def _stamp_if_same(path: str, entry: Entry) -> Stamp | None:
    """Return the stamp of the file if it holds what the entry says; one that cannot be read is to be replaced."""
    try:
        descriptor = os.open(path, OPENING)
    except OSError:
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size != entry.size:
            return None
        is_same = sha256(os.read(descriptor, entry.size + 1)).hexdigest() == entry.sha256
        return (status.st_mtime_ns, status.st_ctime_ns, status.st_ino) if is_same else None
    finally:
        os.close(descriptor)
