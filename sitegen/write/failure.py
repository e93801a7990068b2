"""What the system refused, told so that somebody can do something about it."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, Translatable, error
from sitegen.write.destination import Destination
from sitegen.write.paths import shown
from sitegen.write.placement import HalfwayError

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
NO_RIGHTS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
SPACE = Translatable("free some space on that disk, then try again")


class Advice(Struct, frozen=True):
    """What to do where rights are wanting, and where something else is."""

    rights: Translatable
    otherwise: Translatable


OTHER_FOLDER = Advice(
    Translatable("get the right to write there, or name another folder with --output"),
    Translatable("build again; if that does not help, name another folder with --output"),
)
OTHER_FILE = Advice(
    Translatable("get the right to write there, or name another file with --output"),
    Translatable("name another file with --output"),
)
SAME_PLACE = Advice(
    Translatable("get the right to write there, then try again"),
    Translatable("try again; if that does not help, ask whoever looks after the machine"),
)


class HalfWrittenError(SiteError):
    """Some files are written, the system refused another one, and then to take those back."""


@contextmanager
def explained(
    place: Place, message: Translatable, advice: Advice, named: Callable[[OSError], str] | None = None
) -> Iterator[None]:
    """Turn what the system refuses within the block into a problem; `named` returns what to call the path of it.

    The message may name that {path}, and the {reason}.

    Raises:
        SiteError: `cannot-write`.

    """
    try:
        yield
    except OSError as problem:
        path = named(problem) if named else _path(problem) or place.path
        raise SiteError([_cannot_write(problem, place, message, advice, path)], ExitStatus.ENVIRONMENT) from problem


def publishing(destination: Destination) -> AbstractContextManager[None]:
    """Turn what the system refuses while a site is published into a problem of the output folder.

    Raises:
        SiteError: `cannot-write`.

    """
    message = Translatable("the site could not be published: {path}: {reason}")
    return explained(destination.place, message, OTHER_FOLDER, partial(_published, destination))


def half_written(problem: HalfwayError, place: Callable[[Path], Place]) -> HalfWrittenError:
    """Return what is left half-way as problems of the files that could not be taken back."""
    found = [_left(place(target), kept) for target, kept in problem.left]
    return HalfWrittenError(found, ExitStatus.ENVIRONMENT)


def _cannot_write(problem: OSError, place: Place, message: Translatable, advice: Advice, path: str) -> Diagnostic:
    fix = advice.rights if problem.errno in NO_RIGHTS else advice.otherwise
    return error(
        "cannot-write",
        place,
        Translatable(message),
        Translatable(SPACE if problem.errno in NO_SPACE else fix),
        path=path,
        reason=Translatable(problem.strerror or problem),
    )


def _path(problem: OSError) -> str:
    """Return the path that was refused: of two, that which was to be made of the other."""
    return str(problem.filename2 or problem.filename or "")


def _published(destination: Destination, problem: OSError) -> str:
    """Return the path that was refused; for one in a stage, where it would have been published."""
    name = str(problem.filename or destination.folder)
    _, in_stage, rest = name.partition(os.sep + destination.stage_prefix)
    return shown(str(destination.folder / rest.partition(os.sep)[2]) if in_stage else name)


def _left(place: Place, kept: Path | None) -> Diagnostic:
    if kept is None:
        return error(
            "cannot-write",
            place,
            "another file could not be written, and this one, which is new, could not be taken away again",
            "remove it, or try again when the other one can be written",
        )
    return error(
        "cannot-write",
        place,
        "another file could not be written, and this one, which has changed, could not be put back as it was",
        "what it was stands in {kept}: rename that file to {name}, or try again when the other one can be written",
        kept=kept,
        name=place.path.rpartition("/")[2],
    )
