"""New files and longer lists onto the disk: all of them or none, and nothing of anybody else's in their place."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from sitegen.files import File


class Longer(Struct, frozen=True):
    """A file that is there, with the bytes that it had when it was read, and those that it is to have."""

    path: str
    before: bytes
    after: bytes


class TakenError(Exception):
    """Somebody made or changed the file at a path in the meantime."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def write(new: Sequence[File], longer: Longer | None, content: Path) -> None:
    """Write all files below the folder of the content, or, if one cannot be written, none.

    Each appears at once with all its bytes. Files that are there are not written over, but one may be made longer.

    Raises:
        TakenError: if a file to be made is there, or the one to be longer is not as it was.
        OSError: if the system does not let a file be written.

    """
    with ExitStack() as prepared, ExitStack() as undo:
        ready = [prepared.enter_context(_beside(_at(file.path, content), file.data)) for file in new]
        exchanged = prepared.enter_context(_beside(_at(longer.path, content), longer.after)) if longer else None
        for file, path in zip(new, ready, strict=True):
            _put(path, _at(file.path, content), file.path)
            undo.callback(_at(file.path, content).unlink)
        if longer and exchanged:
            _exchange(exchanged, _at(longer.path, content), longer)
        undo.pop_all()


def _at(path: str, content: Path) -> Path:
    """Return where a path by role really is."""
    return content / path.removeprefix("content/")


@contextmanager
def _beside(target: Path, data: bytes) -> Iterator[Path]:
    """Have a file with some bytes beside another one during the block; builds do not look at it."""
    with _folder(target.parent):
        path = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            with path.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            yield path
        finally:
            path.unlink(missing_ok=True)


@contextmanager
def _folder(path: Path) -> Iterator[None]:
    """Have a folder, and leave none behind that stays empty."""
    is_new = not path.is_dir()
    path.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        if is_new:
            with suppress(OSError):  # somebody has put something into it: us, if all went well
                path.rmdir()


def _put(prepared: Path, target: Path, path: str) -> None:
    try:
        _link(prepared, target)
    except FileExistsError:
        raise TakenError(path) from None


def _link(prepared: Path, target: Path) -> None:
    """Give a file its name, if that is free."""
    try:
        os.link(prepared, target)
    except FileExistsError:
        raise
    except OSError:  # some disks know no second names
        _copy(prepared, target)


def _copy(prepared: Path, target: Path) -> None:
    with target.open("xb") as file:
        try:
            file.write(prepared.read_bytes())
        except OSError:
            target.unlink()
            raise


def _exchange(prepared: Path, target: Path, longer: Longer) -> None:
    if target.read_bytes() != longer.before:
        raise TakenError(longer.path)
    shutil.copymode(target, prepared)
    prepared.replace(target)
