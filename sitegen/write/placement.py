"""Single files put in their places: each at once with all its bytes, several of them all or none."""

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path

from msgspec import Struct

from sitegen.write.durability import names_synced
from sitegen.write.signals import held_back

PREFIX = ".unfinished-"  # what starts with a dot is no content, so that a build does not see it
OPENING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
USUAL_MODE = 0o666  # of which the umask of whoever writes takes away what it takes away


class Placement(Struct, frozen=True):
    """A file that is to stand somewhere: its path, its bytes, and those that must stand there until then.

    `before` is None where there must be no file yet; if `is_forced`, whatever file stands there gives way.
    """

    target: Path
    after: bytes
    before: bytes | None = None
    is_forced: bool = False

    @property
    def is_new(self) -> bool:
        """Whether there must be no file yet."""
        return self.before is None and not self.is_forced


class MeanwhileError(Exception):
    """Somebody has made, changed or removed these files meanwhile, so nothing was written."""

    def __init__(self, targets: Iterable[Path]) -> None:
        self.targets = tuple(targets)
        super().__init__(*map(str, self.targets))


class HalfwayError(Exception):
    """The system refused a file, which is the cause, and then to take back others.

    These are `left`: each with where its old bytes are kept, None for one that was not there before.
    """

    def __init__(self, left: Iterable[tuple[Path, Path | None]]) -> None:
        self.left = tuple(left)
        super().__init__(*(str(target) for target, _ in self.left))


class _Step(Struct, frozen=True):
    """A file to be put: where it really goes, and beside that the new file, ready, and the old one, kept."""

    target: Path
    ready: Path
    kept: Path | None
    placement: Placement


def put(placements: Sequence[Placement], *, makes_folders: bool = False) -> None:
    """Put every file in its place, for good; what is refused half-way is taken back.

    Everything is on the disk before the first one is put. A link is followed, and an older file hands on its mode.
    Killed in between, whole files are old or new.

    Raises:
        MeanwhileError: if something else stands in one of the places than should.
        HalfwayError: if what was put cannot be taken back.
        OSError: if the system does not let a file be written; then all is as it was.

    """
    with ExitStack() as stack:
        if makes_folders:
            for folder in dict.fromkeys(placement.target.parent for placement in placements):
                stack.enter_context(_folder(folder))
        steps = [stack.enter_context(_step(placement, keeps=len(placements) > 1)) for placement in placements]
        if changed := [step.placement.target for step in steps if _is_changed(step)]:
            raise MeanwhileError(changed)
        for folder in dict.fromkeys(step.target.parent for step in steps):
            stack.enter_context(names_synced(folder))
        with held_back():
            _put_all(steps)


def _put_all(steps: Iterable[_Step]) -> None:
    done: list[_Step] = []
    try:
        for step in steps:
            _put(step)
            done.append(step)
    except (OSError, MeanwhileError) as problem:
        if left := [step for step in reversed(done) if not _is_taken_back(step)]:
            raise HalfwayError((step.placement.target, step.kept) for step in left) from problem
        raise


def _put(step: _Step) -> None:
    if not step.placement.is_new:
        step.ready.replace(step.target)
        return
    try:
        _name(step.ready, step.target)
    except FileExistsError:
        if step.target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(step.target)) from None
        raise MeanwhileError([step.placement.target]) from None


def _is_taken_back(step: _Step) -> bool:
    """Put the old file back, or remove the new one, and return whether that could be done."""
    try:
        if step.kept:
            step.kept.replace(step.target)
        else:
            step.target.unlink()
    except OSError:
        return False
    return True


def _is_changed(step: _Step) -> bool:
    """Whether something else stands in a place than should; a folder is not taken for somebody's work."""
    placement = step.placement
    if placement.is_new:
        return os.path.lexists(step.target) and not step.target.is_dir()
    if placement.is_forced:
        return False
    try:
        return step.target.read_bytes() != placement.before
    except OSError:
        return True


@contextmanager
def _step(placement: Placement, *, keeps: bool) -> Iterator[_Step]:
    """Have everything ready for a file during the block."""
    is_followed = placement.target.is_symlink() and not placement.is_new
    target = placement.target.resolve() if is_followed else placement.target
    is_there = not placement.is_new and target.is_file()
    with ExitStack() as stack:
        ready = stack.enter_context(_beside(target, placement.after, is_there=is_there))
        kept = stack.enter_context(_kept(target, ready.with_suffix(".old"))) if is_there and keeps else None
        yield _Step(target, ready, kept, placement)


@contextmanager
def _beside(target: Path, data: bytes, *, is_there: bool) -> Iterator[Path]:
    """Have a file with some bytes beside another one, with its mode, and on the disk, during the block."""
    mode = stat.S_IMODE(target.stat().st_mode) if is_there else USUAL_MODE
    descriptor, path = _opened(target, mode)
    try:
        _fill(descriptor, data, target)
        if is_there:
            path.chmod(mode)
        yield path
    finally:
        with suppress(OSError):  # the outcome is settled by now
            path.unlink(missing_ok=True)


def _opened(target: Path, mode: int) -> tuple[int, Path]:
    """Open a new file beside another one; its name is short, as that of the other may be as long as names can be."""
    for number in count():
        path = target.with_name(f"{PREFIX}{os.getpid()}-{number}")
        try:
            return os.open(path, OPENING, mode), path
        except FileExistsError:
            continue
        except OSError as problem:
            problem.filename = str(target)
            raise
    raise AssertionError  # there are always more numbers


def _fill(descriptor: int, data: bytes, target: Path) -> None:
    """Write bytes to the disk; what the system refuses is said of the target."""
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
    except OSError as problem:
        problem.filename = str(target)  # which the system does not say when a disk is full
        raise


@contextmanager
def _kept(target: Path, path: Path) -> Iterator[Path]:
    """Have a file under a second name during the block, and for good if it could not be put back."""
    is_needed = False
    try:
        _name(target, path)
        yield path
    except HalfwayError as problem:
        is_needed = path in dict(problem.left).values()
        raise
    finally:
        if not is_needed:
            with suppress(OSError):  # as above
                path.unlink(missing_ok=True)


def _name(path: Path, new: Path) -> None:
    """Give a file another name, if that is free; some disks know no second names."""
    try:
        os.link(path, new)
    except FileExistsError:
        raise
    except OSError:
        _copy(path, new)


def _copy(path: Path, new: Path) -> None:
    with new.open("xb") as file:
        try:
            file.write(path.read_bytes())
            file.flush()
            os.fsync(file.fileno())
            shutil.copystat(path, new)
        except OSError:
            new.unlink()
            raise


@contextmanager
def _folder(path: Path) -> Iterator[None]:
    """Have a folder, and leave none behind that stays empty."""
    if path.is_dir():
        yield
        return
    path.mkdir(parents=True, exist_ok=True)
    try:
        with names_synced(path.parent):
            yield
    finally:
        with suppress(OSError):  # there is something in it: ours, if all went well
            path.rmdir()
