"""Putting the new site in the place of the old one, in one step if the system can."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sitegen.write.destination import Destination
from sitegen.write.durability import names_synced, sync_tree
from sitegen.write.signals import held_back

AT_FDCWD = -100  # linux/fcntl.h
RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # macOS sys/stdio.h
NOT_HERE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})

Exchange = Callable[[Path, Destination], None]
"""Make the stage the output folder, and the output folder the stage; or raise OSError and change nothing."""


def put_in_place(stage: Path, destination: Destination, exchange: Exchange) -> None:
    """Make the stage the output folder, for good; if there was one already, that now stands where the stage stood."""
    sync_tree(stage)
    with held_back(), names_synced(destination.path.parent):
        if destination.path.exists():
            exchange(stage, destination)
        else:
            stage.rename(destination.path)


def in_one_step(stage: Path, destination: Destination) -> None:
    """Exchange so that nobody ever sees anything but the old site or the new one.

    Raises:
        OSError: one of NOT_HERE, if the system or the disk has no such exchange.

    """
    failure = _swap(os.fsencode(stage), os.fsencode(destination.path))
    if failure:
        raise OSError(failure, os.strerror(failure), str(destination.path))


def in_two_steps(stage: Path, destination: Destination) -> None:
    """Exchange with the output folder missing for a moment; `recover` restores it after a kill in that moment."""
    destination.path.rename(destination.aside)
    try:
        stage.rename(destination.path)
    except OSError:
        destination.aside.rename(destination.path)
        raise
    with suppress(OSError):  # the new site is in its place, and the next build removes what is aside
        destination.aside.rename(stage)


def exchange(stage: Path, destination: Destination, *, best: Exchange = in_one_step) -> None:
    """Exchange stage and output folder in the best way, or the next best where system or disk do not offer that."""
    try:
        best(stage, destination)
    except OSError as problem:
        if problem.errno not in NOT_HERE:
            raise
        in_two_steps(stage, destination)


def _swap(one: bytes, other: bytes) -> int:
    """Exchange two folders and return 0, or the number of the error: renameat2(2), and renamex_np(2) of macOS."""
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = system.renamex_np(one, other, RENAME_SWAP)
        else:
            failed = system.renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE)
    except (AttributeError, TypeError):  # no such function; no such library, on Windows
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0
