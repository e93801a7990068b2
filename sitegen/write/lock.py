"""One build at a time."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import FileIO
from pathlib import Path

from sitegen.diagnostics import Diagnostic, ExitStatus, SiteError, error
from sitegen.write.destination import Destination, refuse_unsafe
from sitegen.write.disk import make_parents
from sitegen.write.failure import publishing
from sitegen.write.signals import held_back

if sys.platform != "win32":
    import fcntl


@contextmanager
def lock(destination: Destination) -> Iterator[None]:
    """Keep every other build of this output folder out during the block; on Windows, without flock, it is let in.

    When a holder is killed, nothing stale stays behind, even if its workers live on.

    Raises:
        SiteError: `unsafe-output`; `another-build`, naming the process that holds the lock; `cannot-write`.

    """
    with ExitStack() as held:
        with publishing(destination), held_back():  # or an interruption could leave the file of a lock nobody holds
            refuse_unsafe(destination)
            make_parents(destination.path)
            held.callback(_release, _acquire(destination), destination.lock_file)
        yield


def _acquire(destination: Destination) -> FileIO:
    """Return the lock file, open and locked, with our process id in it."""
    while True:
        with ExitStack() as opened:
            file = opened.enter_context(_open(destination.lock_file))
            if not _try_lock(file):
                raise SiteError([_another_build(destination, _holder(file))], ExitStatus.BUSY)
            if _is_at(file, destination.lock_file):  # else its last holder has removed it since we opened it
                file.truncate(0)
                file.write(b"%d\n" % os.getpid())
                opened.pop_all()
                return file


def _release(file: FileIO, path: Path) -> None:
    """Remove the lock file while it is still locked, so that whoever opened it meanwhile sees that it is gone."""
    with file, suppress(OSError):  # a lock file that stays behind keeps nobody out
        if _is_at(file, path):
            path.unlink()


def _open(path: Path) -> FileIO:
    return FileIO(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644), "r+")


def _try_lock(file: FileIO) -> bool:
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        os.register_at_fork(after_in_child=file.close)  # a flock is held by every process that has the file open
    return True


def _is_at(file: FileIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except FileNotFoundError:
        return False


def _holder(file: FileIO) -> str:
    """Return the process id that the holder of the lock has written, unless it is only about to."""
    return file.read().decode("ascii", "replace").strip() or "unknown"


def _another_build(destination: Destination, holder: str) -> Diagnostic:
    return error(
        "another-build",
        destination.place,
        "another build is publishing here (process {holder})",
        "wait until it is done, then build again",
        holder=holder,
    )
