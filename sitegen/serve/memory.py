"""What stays in memory from one build of the preview to the next."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import structs

from sitegen.build import Options, Outcome, Session, Work
from sitegen.cache import Growth, Ledger, recall
from sitegen.cache.store import Store
from sitegen.diagnostics import ExitStatus
from sitegen.making import Materials
from sitegen.pipeline import Prepared, Tools
from sitegen.read import Survey
from sitegen.results import Result
from sitegen.sources import Sources

MOST = 100_000  # heads held in memory; beyond, the store is asked again

Stamps = Mapping[str, tuple[int, ...]]
"""What the system said of each source file when it was last looked at."""


class Memory(Session):
    """A session that keeps the record of the last build, and what its site was made of.

    `look` is called with what the stages work with when a good site is about to be published.
    """

    def __init__(self, options: Options, look: Callable[[Tools], None]) -> None:
        super().__init__(options)
        self._look = look
        self._ledger: Ledger | None = None
        self.stamps: Stamps | None = None
        self.sources: Sources | None = None
        self.prepared: Prepared | None = None

    @property
    def materials(self) -> Materials | None:
        """What the last good site was made of."""
        return self.prepared.made.materials if self.prepared and self.prepared.made else None

    @property
    def growth(self) -> Growth:
        """How the last good site grew."""
        return self.prepared.made.growth if self.prepared and self.prepared.made else Growth()

    def recall(self, place: Path | None) -> Ledger | None:
        """Return the record of the last build; one of another process does not count as enough, so as to see it all."""
        if self._ledger is None and (found := recall(place)):
            return structs.replace(found, ways=b"")
        return self._ledger

    def note(self, place: Path | None, ledger: Ledger) -> None:
        """Keep the record of a build."""
        self._ledger = ledger
        self.stamps = {seen.path: seen.stamp for seen in ledger.seen}
        super().note(place, ledger)

    def see(self, outcome: Outcome, work: Work, tools: Tools) -> None:
        """Hold on to a good site."""
        self.stamps = {seen.path: seen.stamp for seen in work.sources.seen.values()}
        self.sources = work.sources
        if outcome.status is ExitStatus.FINE:
            self.prepared = work.prepared
            self._look(tools)

    def open_store(self, path: Path | None) -> Store:
        """Return a store that remembers in memory what it has found."""
        return WarmStore(path)

    def renew_workers(self) -> None:
        """Let the next build start other processes, as one of these has come to an end."""
        self.workers.__exit__()
        del self.workers


def stamps_of(found: Survey) -> Stamps:
    """Return what the system says of each source file now."""
    return {sighting.path: sighting.stamp for sighting in found.files}


class WarmStore(Store):
    """A store that holds the heads it has given out: a build asks for nearly the same ones as the build before."""

    def __init__(self, path: Path | None, most: int = MOST) -> None:
        super().__init__(path)
        self._most = most
        self._known: dict[bytes, bytes] = {}

    def heads(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the heads of the results that there are, by key."""
        known = {key: self._known[key] for key in keys if key in self._known}
        found = super().heads([key for key in keys if key not in known])
        self._learn(found)
        return known | found

    def put(self, results: Mapping[bytes, Result]) -> None:
        """Keep results."""
        super().put(results)
        self._learn({key: result.head for key, result in results.items()})

    def _learn(self, heads: Mapping[bytes, bytes]) -> None:
        if len(self._known) > self._most:
            self._known.clear()
        self._known.update(heads)
