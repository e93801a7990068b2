"""The files of an index, from what things say; what is as it was is neither looked at nor assembled again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from sitegen.fingerprint import fingerprint
from sitegen.results import Recollection
from sitegen.search.bundles import Bundle, column, digests_in, index_bundles, parts_in
from sitegen.search.said import Said
from sitegen.search.shards import Parts, assemble_shards
from sitegen.search.texts import files_in, tell_bundles

BLOCK = 1024  # shards whose parts are held at once: as many as make few readings, and not much memory


class Pile(Struct, frozen=True):
    """Things whose numbers follow each other: what stands for all that they say, and what makes it."""

    key: bytes
    said: Callable[[], tuple[Said, ...]]


def word_files(piles: Sequence[Pile], depth: int, recollection: Recollection) -> Iterator[tuple[int, bytes]]:
    """Yield each shard, with its number; there are two to the power of `depth`, and some may be empty."""
    asked = {pile.key: partial(_bundle, pile, depth) for pile in piles}
    digests = [digests_in(head) for head in recollection.heads(index_bundles, asked)]
    columns = _Columns(asked, recollection)
    keys = {shard: fingerprint("shard", column(digests, shard)) for shard in range(1 << depth)}
    wanted = {key: partial(columns.parts, shard) for shard, key in keys.items()}
    recollection.heads(assemble_shards, wanted)
    for shard, key in keys.items():
        yield shard, recollection.rest(assemble_shards, key, wanted[key])


def text_files(piles: Sequence[Pile], recollection: Recollection) -> Iterator[tuple[int, bytes]]:
    """Yield each file of texts, with its number."""
    asked = {pile.key: pile.said for pile in piles}
    recollection.heads(tell_bundles, asked)
    for key, said in asked.items():
        yield from files_in(recollection.rest(tell_bundles, key, said)).items()


class _Columns:
    """The parts of each shard, of some shards that follow each other at a time."""

    def __init__(self, asked: Mapping[bytes, Callable[[], Bundle]], recollection: Recollection) -> None:
        self._asked = asked
        self._recollection = recollection
        self._block = -1
        self._rows: list[dict[int, bytes]] = []

    def parts(self, shard: int) -> Parts:
        """Return the parts of a shard."""
        if self._block != shard // BLOCK:
            self._block = shard // BLOCK
            self._rows = list(map(self._row, self._asked))
        return tuple(row[shard] for row in self._rows if shard in row)

    def _row(self, key: bytes) -> dict[int, bytes]:
        """Return the parts that a bundle has in the shards at hand."""
        parts = parts_in(self._recollection.rest(index_bundles, key, self._asked[key]))
        return {shard: bytes(part) for shard, part in parts.items() if shard // BLOCK == self._block}


def _bundle(pile: Pile, depth: int) -> Bundle:
    return Bundle(pile.said(), depth)
