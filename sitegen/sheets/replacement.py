"""Drafts in the place of the files they were made from: all of them, or none."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, Translatable, error
from sitegen.sheets.drafts import Draft
from sitegen.sheets.holdings import Holdings
from sitegen.write.durability import names_synced
from sitegen.write.signals import held_back

PREFIX = ".import-"  # what starts with a dot is no content, so that a build does not see it
FILE_MODE = 0o644


class Step(Struct, frozen=True):
    """A file to be replaced or made: where it is, the one that is ready beside it, and the old one kept beside it."""

    draft: Draft
    target: Path
    ready: Path
    kept: Path


def replace(drafts: tuple[Draft, ...], holdings: Holdings, content: Path) -> None:
    """Put every draft in its place; what the system refuses half-way is taken back.

    Killed in between, whole files are old or new, and the same sheet imported again does the rest.

    Raises:
        SiteError: `changed-meanwhile`, `cannot-write`.

    """
    with explained(content), _staged(drafts, holdings, content) as steps:
        _refuse_changed(steps)
        done: list[Step] = []
        with held_back():
            try:
                for step in steps:
                    _put(step)
                    done.append(step)
            except OSError:
                for step in reversed(done):
                    _take_back(step)
                raise


@contextmanager
def _staged(drafts: tuple[Draft, ...], holdings: Holdings, content: Path) -> Iterator[list[Step]]:
    """Yield the steps, with every file ready and on the disk; what is left of them afterwards is removed."""
    steps: list[Step] = []
    try:
        steps.extend(_ready(draft, _target(draft, holdings, content)) for draft in drafts)
        yield steps
    finally:
        for step in steps:
            for path in (step.ready, step.kept):
                with suppress(OSError):
                    path.unlink(missing_ok=True)


def _ready(draft: Draft, target: Path) -> Step:
    target.parent.mkdir(parents=True, exist_ok=True)
    number, name = mkstemp(prefix=PREFIX, dir=target.parent)
    step = Step(draft, target, Path(name), Path(f"{name}.old"))
    with ExitStack() as undone:
        undone.callback(step.ready.unlink)
        with os.fdopen(number, "wb") as file:
            file.write(draft.after)
            file.flush()
            os.fsync(file.fileno())
        if draft.before is not None:
            undone.callback(step.kept.unlink, missing_ok=True)
            step.kept.write_bytes(draft.before)
        step.ready.chmod(target.stat().st_mode & 0o777 if target.is_file() else FILE_MODE)
        undone.pop_all()
    return step


def _refuse_changed(steps: list[Step]) -> None:
    """Make sure that every file is still what its draft was made from."""
    if problems := [_changed(step.draft.path) for step in steps if _bytes(step.target) != step.draft.before]:
        raise SiteError(problems, ExitStatus.ENVIRONMENT)


def _put(step: Step) -> None:
    with names_synced(step.target.parent):
        step.ready.replace(step.target)


def _take_back(step: Step) -> None:
    """Put the old file back, or remove the new one; where that fails too, nothing better can be done."""
    with suppress(OSError):
        if step.draft.before is None:
            step.target.unlink()
        else:
            step.kept.replace(step.target)


def _target(draft: Draft, holdings: Holdings, content: Path) -> Path:
    sighting = holdings.sightings.get(draft.path)
    return Path(sighting.location) if sighting else content / draft.path.partition("/")[2]


def _bytes(path: Path) -> bytes | None:
    """Return the bytes of a file, None if there is none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


@contextmanager
def explained(content: Path) -> Iterator[None]:
    """Turn what the system refuses within the block into a problem with its path, reason and a way out.

    Raises:
        SiteError: `cannot-write`.

    """
    try:
        yield
    except OSError as problem:
        raise SiteError([_cannot_write(problem, content)], ExitStatus.ENVIRONMENT) from problem


def _cannot_write(problem: OSError, content: Path) -> Diagnostic:
    return error(
        "cannot-write",
        Place(content.as_posix()),
        "the content could not be written, and is as it was: {path}: {reason}",
        "see whether there is space on the disk and who may write there, then import the sheet again",
        path=problem.filename2 or problem.filename or content,
        reason=Translatable(problem.strerror or problem),
    )


def _changed(path: str) -> Diagnostic:
    return error(
        "changed-meanwhile",
        Place(path),
        "this file was changed while the sheet was read, so nothing was written",
        "import the sheet again",
    )
