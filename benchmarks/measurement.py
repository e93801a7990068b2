"""A command, run once in a new process: how long it takes, and what it uses. Memory needs the /proc of Linux."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

EVERY = 0.1  # seconds between two looks at memory
MEMORY_SHARE = 0.6  # of the machine's: a command that takes more is stopped
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")
MEMORY = os.sysconf("SC_PHYS_PAGES") * PAGE_SIZE
TAIL = 300  # characters of what a command said before it failed


class Run(Struct, frozen=True):
    """A command's run.

    `seconds` pass on the clock, `cpu` seconds are those of the process and all it started, system time included.
    `largest` is the peak resident size in bytes of the largest process; `tree` is that of all processes together,
    seen ten times a second, where pages that processes share count in each of them.
    """

    seconds: float
    cpu: float
    largest: int
    tree: int
    failure: str = ""


def run(command: tuple[str, ...], folder: Path, log: Path, limit: float) -> Run:
    """Run a command in a folder, for at most `limit` seconds; what it says goes into a log.

    The largest process is never found smaller than this one, from which it starts: keep this one small.
    """
    with log.open("wb") as stream:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603  # the commands are our own
            command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL, stdout=stream, stderr=stream,
            start_new_session=True,
        )  # fmt: skip
    watch = Watch(process.pid, started + limit)
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    watch.ended.set()
    watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    largest = usage.ru_maxrss * 1024
    failure = watch.stopped_for or (_tail(log) if process.returncode else "")
    return Run(seconds, usage.ru_utime + usage.ru_stime, largest, max(largest, watch.peak), failure)


class Watch(threading.Thread):
    """Looks at the memory of a process and all it started, and stops them at a limit."""

    def __init__(self, pid: int, deadline: float) -> None:
        super().__init__(daemon=True)
        self.pid, self.deadline = pid, deadline
        self.ended = threading.Event()
        self.peak = 0
        self.stopped_for = ""

    def run(self) -> None:
        """Look until told that it has ended."""
        while not self.ended.wait(EVERY):
            self.peak = max(self.peak, sum(map(_resident, _family(self.pid))))
            if self.peak > MEMORY * MEMORY_SHARE:
                self._end("took too much memory")
            elif time.perf_counter() > self.deadline:
                self._end("took too long")

    def _end(self, reason: str) -> None:
        self.stopped_for = reason
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)


def _environment() -> Mapping[str, str]:
    """Return ours but for what makes Python slower, with plain messages."""
    slowing = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONDEVMODE"}
    kept = {name: value for name, value in os.environ.items() if name not in slowing}
    return kept | {"NO_COLOR": "1", "LC_ALL": "C.UTF-8"}


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all it started, as far as they still run."""
    yield pid
    for thread in _threads(pid):
        for child in _read(thread / "children").split():
            yield from _family(int(child))


def _threads(pid: int) -> list[Path]:
    try:
        return list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:  # it has ended meanwhile
        return []


def _resident(pid: int) -> int:
    sizes = _read(Path(f"/proc/{pid}/statm")).split()
    return int(sizes[1]) * PAGE_SIZE if sizes else 0


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except OSError:  # as above
        return ""


def _tail(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace").strip()[-TAIL:]
