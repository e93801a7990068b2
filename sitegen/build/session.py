"""What a build works with, and what one leaves to the next in the same process."""

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from sitegen.build.options import Options
from sitegen.build.outcome import Outcome
from sitegen.cache import Ledger, note, program, recall
from sitegen.sources import Sources

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from sitegen.cache.store import Store
    from sitegen.pipeline import Prepared, Tools
    from sitegen.workers import Workers

RESULTS = "results.sqlite"


class Work(Struct, frozen=True):
    """What a build has worked with and made: the source files, and the site."""

    sources: Sources
    prepared: "Prepared"


class Session:
    """What one build works with, or all builds that a process makes of one site: a store, and workers.

    Pages are made by as many processes as the options say, or by an `executor` that stands in for them.
    """

    def __init__(self, options: Options, executor: "Executor | None" = None) -> None:
        self._cache = options.cache
        self._jobs = options.jobs
        self._executor = executor
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        """Be of use during a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the store, and end the workers."""
        self._opened.close()

    @cached_property
    def store(self) -> "Store":
        """Where results are kept; a build that has nothing to do does not open it."""
        return self._opened.enter_context(self.open_store(self._cache / RESULTS if self._cache else None))

    @cached_property
    def workers(self) -> "Workers":
        """Other processes; a build that has nothing to do starts none."""
        from sitegen.workers import Workers  # noqa: PLC0415  # a build that has nothing to do needs none of these

        return self._opened.enter_context(Workers(self._jobs, self._executor, program))

    def recall(self, place: Path | None) -> Ledger | None:
        """Return the record of the last build."""
        return recall(place)

    def note(self, place: Path | None, ledger: Ledger) -> None:
        """Keep the record of a build."""
        note(place, ledger)

    def see(self, outcome: Outcome, work: "Work", tools: "Tools") -> None:
        """Look at what is about to be published, or at what is wrong with it."""

    def open_store(self, path: Path | None) -> "Store":
        """Return the store at a path."""
        from sitegen.cache.store import Store  # noqa: PLC0415  # as above

        return Store(path)
