"""Files and folders as the output folder needs them."""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

FOLDER_MODE = 0o755
FILE_MODE = 0o644

Entry = os.DirEntry[str]


Spot = tuple[str, Entry, bool]
"""Something in a folder: its path there, what the system says of it, and whether it is a folder itself."""


def spots_below(folder: Path) -> list[Spot]:
    """Return everything below a folder, each folder before what is in it."""
    root = str(folder)
    found: list[Spot] = []
    waiting = [""] if folder.is_dir() else []  # no recursion: folders may be deeper than Python's stack
    while waiting:
        prefix = waiting.pop()
        with os.scandir(f"{root}/{prefix}") as entries:
            for entry in entries:
                path = prefix + entry.name
                is_folder = entry.is_dir(follow_symlinks=False)
                found.append((path, entry, is_folder))
                if is_folder:
                    waiting.append(f"{path}/")
    return found


def make_folder(folder: Path) -> None:
    """Make a folder that everybody may read, whatever the umask."""
    folder.mkdir()
    folder.chmod(FOLDER_MODE)


def make_parents(path: Path) -> None:
    """Make the folders that a path is in, where they are missing, such that everybody may read them."""
    if not path.parent.is_dir():
        make_parents(path.parent)
        make_folder(path.parent)


def write_file(path: Path, data: bytes) -> None:
    """Write a new file that everybody may read, whatever the umask."""
    try:
        with path.open("xb") as file:
            file.write(data)
    except OSError as problem:
        problem.filename = str(path)  # which the system does not say when a disk is full
        raise
    path.chmod(FILE_MODE)


def link(source: str, target: str) -> bool:
    """Return whether the file could be given a second name; some disks cannot, and some allow only so many."""
    try:
        os.link(source, target)
    except OSError:
        return False
    return True


def carry_file(source: Path, target: Path) -> None:
    """Put a file of any kind at a second place as well: the same file, or a copy with its dates, mode and owner."""
    if source.is_symlink():
        target.symlink_to(source.readlink())
    elif not link(str(source), str(target)):
        shutil.copyfile(source, target)
        carry_metadata(source, target)


def carry_metadata(source: Path, target: Path) -> None:
    """Give a copy the dates, mode and owner of what it was made from."""
    shutil.copystat(source, target)
    status = source.stat()
    if sys.platform != "win32" and not _is_owned_alike(status, target.stat()):
        os.chown(target, status.st_uid, status.st_gid)


def discard(folder: Path) -> None:
    """Remove a folder with everything in it, if it exists, even if some of it is read-only."""
    with suppress(FileNotFoundError):
        try:
            shutil.rmtree(folder)
        except PermissionError:
            for path, _, _ in os.walk(folder):
                Path(path).chmod(0o700)
            shutil.rmtree(folder)


def _is_owned_alike(one: os.stat_result, other: os.stat_result) -> bool:
    return (one.st_uid, one.st_gid) == (other.st_uid, other.st_gid)
