"""What differs between a site as it was built and as it stands in the output folder, by bytes, never by dates."""

import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

from sitegen.model import Output

OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def find_unchanged(outputs: Sequence[Output], folder: Path) -> Mapping[str, int]:
    """Return the path of every output that stands in the folder just as it is, with the file's inode."""
    found = ((output.path, _inode_if_same(f"{folder}/{output.path}", output.data)) for output in outputs)
    return {path: inode for path, inode in found if inode is not None}


def _inode_if_same(path: str, data: bytes) -> int | None:
    """Return the inode of the regular file if it holds this data; one that cannot be read is to be replaced."""
    try:
        descriptor = os.open(path, OPENING)
    except OSError:
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return None
        return status.st_ino if os.read(descriptor, len(data) + 1) == data else None
    finally:
        os.close(descriptor)
