"""One publisher at a time: a lock at the target that says who publishes, and since when."""

import getpass
import os
import secrets
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sitegen.diagnostics import SiteError
from sitegen.publish import refusals
from sitegen.publish.state import LOCK, Holder, decode, encode

GIVING_WAY = 0.5  # seconds; two must take over the same lock within less for one of them to notice it only later
TRIALS = 5  # of locks that are given back just when we look at them


class Lockable(Protocol):
    """Where a lock can lie."""

    def create(self, path: str, data: bytes) -> bool:
        """Write a file, whole or not at all, unless there is one: then return False."""

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, or None if there is none."""

    def remove(self, path: str) -> None:
        """Remove a file, if there is one."""


@contextmanager
def held(place: Lockable, target: str, now: datetime, *, breaks: bool) -> Iterator[Callable[[], None]]:
    """Keep every other publisher out during the block, which gets a function that makes sure of it once more.

    A lock that a process of this machine has left behind when it died is taken over. Of any other lock nobody here
    can know whether its holder lives: that is for whoever says `breaks`.

    Raises:
        SiteError: `another-publisher`.

    """
    ours = encode(_myself(now))
    _acquire(place, target, ours, now, breaks=breaks)

    def still() -> None:
        if place.read(LOCK) != ours:
            raise refusals.lock_lost(target)

    try:
        yield still
    finally:
        with suppress(OSError, SiteError):  # a lock that stays behind is explained to the next
            if place.read(LOCK) == ours:
                place.remove(LOCK)


def _acquire(place: Lockable, target: str, ours: bytes, now: datetime, *, breaks: bool) -> None:
    is_taken_over = False
    for _ in range(TRIALS):
        if place.create(LOCK, ours):
            if is_taken_over:
                _wait_for_others(place, target, ours)
            return
        found = place.read(LOCK)
        if found is None:
            continue
        holder = decode(found, Holder)
        if not breaks and not (holder and _has_died(holder)):
            raise refusals.another_publisher(target, holder, now)
        place.remove(LOCK)
        is_taken_over = True
    raise refusals.another_publisher(target, None, now)


def _wait_for_others(place: Lockable, target: str, ours: bytes) -> None:
    """Give way to whoever has seen the same abandoned lock, and has removed ours for it; they write theirs at once."""
    time.sleep(GIVING_WAY)
    if place.read(LOCK) != ours:
        raise refusals.lock_lost(target)


def _myself(now: datetime) -> Holder:
    return Holder(
        who=f"{_user()}@{socket.gethostname()}",
        since=now,
        machine=_machine(),
        process=os.getpid(),
        started=_started(os.getpid()),
        token=secrets.token_hex(8),
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # what it raises where there is no user of that number
        return "unknown"


def _machine() -> str:
    """Return what is the same for all processes that can see each other, until they start anew; empty if unknown."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{socket.gethostname()} {boot} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return ""


def _started(process: int) -> str:
    """Return when a process has started, in ticks since the system has; empty if there is no such process.

    Source: proc_pid_stat(5), the 22nd field; the name, which is the second, may hold anything, but ends with the last
    bracket.
    """
    try:
        return (
            Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[19]
        )
    except (OSError, IndexError):
        return ""


def _has_died(holder: Holder) -> bool:
    if sys.platform != "linux" or not holder.machine or holder.machine != _machine():
        return False
    return _started(holder.process) != holder.started
