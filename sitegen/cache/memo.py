"""Remembering pure functions: what the same program has worked out once for the same input is not worked out again."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from sitegen.batches import batched
from sitegen.cache.program import program
from sitegen.cache.store import Store
from sitegen.fingerprint import fingerprint, fingerprints
from sitegen.results import Making, Result
from sitegen.workers import Function, Workers

A = TypeVar("A")
BATCH = 500  # results kept at once
Where = Literal["map", "apart", "spread"]
"""How workers work things out: see `Workers`."""


class Wanted(Struct, Generic[A], frozen=True):
    """A result that is needed: the key it is kept under, and the argument, made only if it has to be worked out."""

    key: bytes
    argument: Callable[[], A]


class Memo:
    """Results from the store, or from workers and then in the store; notes which were used."""

    def __init__(self, store: Store, workers: Workers) -> None:
        self._store = store
        self._workers = workers
        self._used: set[bytes] = set()

    def key(self, stage: str, *seen: bytes | str) -> bytes:
        """Return the key of what a stage makes of everything it sees."""
        return fingerprint(program(), stage, *seen)

    def keys(self, stage: str, *always: bytes | str) -> Callable[..., bytes]:
        """Return what gives the key of what a stage makes of some things that it always sees, and of others."""
        return fingerprints(program(), stage, *always)

    def heads(self, function: Function[A, Result], wanted: Sequence[Wanted[A]]) -> Iterator[bytes]:
        """Yield the head of the result for each argument, in their order; what is missing is worked out first."""
        return self.begin(function, wanted)()

    def begin(
        self, function: Function[A, Result], wanted: Sequence[Wanted[A]], where: Where = "map"
    ) -> Callable[[], Iterator[bytes]]:
        """Let other processes begin to work out what is missing, and return what yields the heads as `heads` does."""
        self._used.update(want.key for want in wanted)
        found = self._store.heads([want.key for want in wanted])
        missing = {want.key: want.argument for want in wanted if want.key not in found}
        work = {"map": self._workers.map, "apart": self._workers.apart, "spread": self._workers.spread}[where]
        made = zip(missing, work(function, (argument() for argument in missing.values())), strict=True)
        return lambda: map((found | self._kept(made)).__getitem__, (want.key for want in wanted))

    def known_head(self, key: bytes) -> bytes:
        """Return the head of a result if it is known, else nothing."""
        return self._store.heads([key]).get(key, b"")

    def head(self, function: Function[A, Result], want: Wanted[A]) -> bytes:
        """Return the head of one result."""
        self._used.add(want.key)
        found = self._store.heads([want.key]).get(want.key)
        return self._again(function, want).head if found is None else found

    def rest(self, function: Function[A, Result], want: Wanted[A]) -> bytes:
        """Return the rest of one result."""
        self._used.add(want.key)
        found = self._store.rest(want.key)
        return self._again(function, want).rest if found is None else found

    def tidy(self) -> None:
        """Let the store make it easy to find again what this build used, and remove the rest if there is much of it."""
        self._store.tidy(self._used)

    def _again(self, function: Function[A, Result], want: Wanted[A]) -> Result:
        (made,) = function((want.argument(),))
        self._store.put({want.key: made})
        return made

    def _kept(self, made: Iterable[tuple[bytes, Result]]) -> dict[bytes, bytes]:
        """Return the heads of results by key; they are kept."""
        heads: dict[bytes, bytes] = {}
        for batch in batched(made, BATCH):
            self._store.put(dict(batch))
            heads |= {key: result.head for key, result in batch}
        return heads


class Recollections:
    """What a memo remembers, for those who know it as a `Recollection`."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo

    def heads(self, function: Making[A], asked: Mapping[bytes, Callable[[], A]]) -> Sequence[bytes]:
        """Return the head of each result that is asked for, in the order of the keys."""
        return tuple(self._memo.heads(function, [self._wanted(function, *each) for each in asked.items()]))

    def rest(self, function: Making[A], key: bytes, argument: Callable[[], A]) -> bytes:
        """Return the rest of one result."""
        return self._memo.rest(function, self._wanted(function, key, argument))

    def _wanted(self, function: Making[A], key: bytes, argument: Callable[[], A]) -> Wanted[A]:
        return Wanted(self._memo.key(function.__name__, key), argument)
