"""A folder that one preview has to itself for as long as it runs."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import FileIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryFile

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def leased(folder: Path) -> Iterator[Path]:
    """Keep every other preview out of a folder during the block: of this one or, if it is taken, the next that is free.

    They are called `preview`, `preview-2`, `preview-3`: there are never more than previews that ran at once.
    Whatever ends the process ends the lease, so that nothing has to be cleared away after a crash.

    Raises:
        OSError: if nothing can be put beside the folder.

    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=folder.parent):
        pass
    with ExitStack() as held:
        yield next(found for found in _folders(folder) if _is_free(found, held))


def _folders(first: Path) -> Iterator[Path]:
    yield first
    yield from (first.with_name(f"{first.name}-{number}") for number in count(2))


def _is_free(folder: Path, held: ExitStack) -> bool:
    """Whether no other preview has a folder; from now on, this one has it."""
    file = held.enter_context(FileIO(folder.with_name(f".{folder.name}.taken"), "a"))
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # a disk that knows no locks: better two previews in one folder than none
        return True
    return True


def _lock(file: FileIO) -> None:
    """Lock a file for this process alone: workers that live on a moment longer hold nothing."""
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
