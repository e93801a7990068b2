"""Pure functions over many values: in other processes where there is enough to do, in this one where there is not."""

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Self, TypeVar

from sitegen.batches import batched
from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, error

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

A = TypeVar("A")
R = TypeVar("R")

Function = Callable[[Sequence[A]], Sequence[R]]
"""A pure function of several values at once, known by its name in its module, so that another process can find it."""

FEW = 48  # values that take less time here than processes take to start
BATCH = 32  # values handed over at once
FREES_ITSELF = (3, 11, 5)  # the first Python whose pool does not wait for ever for a process that is gone
AHEAD = 3  # batches waiting for each process, so that none is ever idle and memory stays bounded


class Workers:
    """Runs functions on a `concurrent.futures.Executor`: processes of its own, or whatever stands in for them.

    Values and results travel as pickles, failures as values; order is kept. Nothing is started before it is needed.
    `program` returns what tells one state of the code from another: it must be the same wherever the work is done.
    """

    def __init__(self, jobs: int, executor: "Executor | None" = None, program: Callable[[], bytes] = bytes) -> None:
        self._jobs = jobs
        self._given = executor
        self._program = program
        self._own: Executor | None = None
        self._lone: Executor | None = None

    def __enter__(self) -> Self:
        """Be of use during a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes that were started."""
        for executor in filter(None, (self._own, self._lone)):
            executor.shutdown(wait=True, cancel_futures=True)

    def map(self, function: Function[A, R], values: Iterable[A]) -> Iterator[R]:
        """Yield the result for each value, in their order; other processes begin at once.

        Raises:
            SiteError: `worker-died`, if a process came to an end before its work did; `other-program`.

        """
        waiting = iter(values)
        first = list(islice(waiting, FEW + 1))
        if len(first) <= FEW or (self._jobs == 1 and self._given is None):
            return chain.from_iterable(function((value,)) for value in chain(first, waiting))
        return self._elsewhere(function, batched(chain(first, waiting), BATCH), self._executor())

    def spread(self, function: Function[A, R], values: Iterable[A]) -> Iterator[R]:
        """Yield the result for each value as `map` does, but of long work: a process starts sooner than one is done."""
        waiting = tuple(values)
        if len(waiting) <= 1 or (self._jobs == 1 and self._given is None):
            return chain.from_iterable(function((value,)) for value in waiting)
        return self._elsewhere(function, ((value,) for value in waiting), self._executor())

    def apart(self, function: Function[A, R], values: Iterable[A]) -> Iterator[R]:
        """Yield the result for each value as `map` does, from one process beside all others, which begins at once.

        It is for what takes much memory, or starts threads of its own: this process gets neither.
        """
        waiting = tuple(values)
        return self._elsewhere(function, batched(iter(waiting), BATCH), self._apart()) if waiting else iter(())

    def _elsewhere(
        self, function: Function[A, R], batches: Iterator[tuple[A, ...]], executor: "Executor"
    ) -> Iterator[R]:
        ours = self._program()
        submitted = (executor.submit(_run, function, batch, self._program, ours) for batch in batches)
        with _told_if_one_dies(executor):
            running = deque(islice(submitted, AHEAD * self._jobs))
        return self._results(executor, running, submitted)

    def _results(
        self, executor: "Executor", running: "deque[Future[Sequence[R]]]", others: "Iterator[Future[Sequence[R]]]"
    ) -> Iterator[R]:
        with _told_if_one_dies(executor):
            while running:
                yield from running.popleft().result()
                running += islice(others, 1)

    def _executor(self) -> "Executor":
        if self._given is not None:
            return self._given
        if self._own is None:
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # as above
            from multiprocessing import get_context  # noqa: PLC0415  # as above

            self._own = ProcessPoolExecutor(self._jobs, get_context(_way_to_start()), initializer=_begin)
        return self._own

    def _apart(self) -> "Executor":
        """Return a process that has nothing of this one."""
        if self._given is not None:
            return self._given
        if self._lone is None:
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # as above
            from multiprocessing import get_context  # noqa: PLC0415  # as above

            self._lone = ProcessPoolExecutor(1, get_context("spawn"), initializer=_begin)
        return self._lone


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _way_to_start() -> str:
    """Return how processes start: as copies of this one where that is safe, which spares them half a second each."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


@contextmanager
def _told_if_one_dies(executor: "Executor") -> Iterator[None]:
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415  # most builds need no other process

    try:
        yield
    except BrokenExecutor as problem:
        _unblock(executor)
        raise SiteError([_worker_died()], ExitStatus.ENVIRONMENT) from problem
    except OtherProgramError as problem:
        raise SiteError([_other_program()], ExitStatus.ENVIRONMENT) from problem


class OtherProgramError(Exception):
    """The work would be done by other code than that which asks for it."""


def _run(function: Function[A, R], batch: Sequence[A], program: Callable[[], bytes], ours: bytes) -> Sequence[R]:
    if program() != ours:
        raise OtherProgramError
    return function(batch)


def _unblock(executor: "Executor") -> None:
    """Free the thread that may be handing work to a process that is gone, and would do so for ever.

    Pythons from 3.11.5 on do this themselves, and two that close one pipe may close a stranger's:
    https://github.com/python/cpython/issues/94777
    """
    if sys.version_info >= FREES_ITSELF:
        return
    queue = getattr(executor, "_call_queue", None)
    with suppress(AttributeError, OSError):
        queue._reader.close()  # type: ignore[union-attr]  # noqa: SLF001  # there is no other way


def _begin() -> None:
    """Leave it to the process that started this one to be interrupted, and end when it does."""
    from multiprocessing import parent_process  # noqa: PLC0415  # as above
    from multiprocessing.connection import wait  # noqa: PLC0415  # as above

    def follow(sentinel: int) -> None:
        wait([sentinel])
        os._exit(1)

    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if parent := parent_process():
        threading.Thread(target=follow, args=(parent.sentinel,), daemon=True).start()


def _other_program() -> Diagnostic:
    return error(
        "other-program",
        Place("build.py"),
        "the program was changed while it ran, or the machines that help to build have another version of it",
        "start it again; on a cluster, install the same version everywhere",
    )


def _worker_died() -> Diagnostic:
    return error(
        "worker-died",
        Place("build.py"),
        "a process that was helping to build was ended by the system, perhaps because memory ran out",
        "build again with --jobs 1, which needs the least memory",
    )
