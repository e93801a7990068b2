"""What the system refused, told so that somebody can do something about it."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from sitegen.diagnostics import Diagnostic, ExitStatus, SiteError, Translatable, error
from sitegen.write.destination import Destination
from sitegen.write.paths import shown

SPACE = Translatable("free some space on that disk, then build again")
RIGHTS = Translatable("get the right to write there, or name another folder with --output")
OTHERWISE = Translatable("build again; if that does not help, name another folder with --output")
FIXES: Mapping[int | None, Translatable] = MappingProxyType(
    {
        errno.ENOSPC: SPACE,
        errno.EDQUOT: SPACE,
        errno.EACCES: RIGHTS,
        errno.EPERM: RIGHTS,
        errno.EROFS: RIGHTS,
    }
)


@contextmanager
def explained(destination: Destination) -> Iterator[None]:
    """Turn whatever the system refuses within the block into a problem with its path, reason and a way out.

    Raises:
        SiteError: `cannot-write`.

    """
    try:
        yield
    except OSError as problem:
        raise SiteError([_cannot_write(problem, destination)], ExitStatus.ENVIRONMENT) from problem


def _cannot_write(problem: OSError, destination: Destination) -> Diagnostic:
    return error(
        "cannot-write",
        destination.place,
        "the site could not be published: {path}: {reason}",
        Translatable(FIXES.get(problem.errno, OTHERWISE)),
        path=_path(problem, destination),
        reason=Translatable(problem.strerror or problem),
    )


def _path(problem: OSError, destination: Destination) -> str:
    """Return the path that was refused; for one in a stage, where it would have been published."""
    name = str(problem.filename or destination.folder)
    _, in_stage, rest = name.partition(os.sep + destination.stage_prefix)
    return shown(str(destination.folder / rest.partition(os.sep)[2]) if in_stage else name)
