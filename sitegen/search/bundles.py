"""What some things are found by, divided as the files are: so that an edit leaves most of it as it was."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

import msgspec
from msgspec import Struct

from sitegen.results import Result
from sitegen.search.letters import lettered
from sitegen.search.said import Said
from sitegen.search.texts import plain
from sitegen.search.words import WHOLE, initials, is_syllabic, joined, keys_of, words_in

BODY, SUMMARY, HEADING, TITLE, SHORT_TITLE = range(5)
"""Where a word stands, the weightiest last."""
STANDINGS = WHOLE + 1
KNOWN = 1 << 17  # keys whose shards are kept while a build indexes
CODES = (SHORT_TITLE + 1) * STANDINGS
"""A place, and how a key stands in a word there; the larger counts more."""
FEW_WORDS = 3  # in a title that is about each of them
DIGEST = 8  # bytes

Postings = tuple[int, int, int, str]
"""Numbers of things in their order: the first with the code of the key there, the last, all after the first."""
Part = Mapping[str, Postings]
"""What belongs in a shard: postings by key."""


class Bundle(Struct, frozen=True, array_like=True):
    """Things whose numbers follow each other, in their order, and how many bits of a key's hash name a shard."""

    said: tuple[Said, ...]
    depth: int


def index_bundles(bundles: Sequence[Bundle]) -> tuple[Result, ...]:
    """Return for each bundle its part of every shard, and as the head a digest of each."""
    return tuple(map(_indexed, bundles))


def digests_in(head: bytes) -> memoryview:
    """Return the digest of each shard's part as a number; 0 for none."""
    return memoryview(head).cast("Q")


def parts_in(rest: bytes) -> Mapping[int, msgspec.Raw]:
    """Return the parts of a bundle by shard, still encoded."""
    return msgspec.msgpack.decode(rest, type=dict[int, msgspec.Raw])


def column(digests: Iterable[memoryview], shard: int) -> bytes:
    """Return what stands for all that is in a shard."""
    return b"".join(each[shard].to_bytes(DIGEST, "little") for each in digests)


@lru_cache(KNOWN)
def shard_of(key: str, depth: int) -> int:
    """Return the number of the shard that a key is in."""
    found = 0
    for letter in key:
        found = (found * 131 + ord(letter)) % 65521
    return found % (1 << depth)


def _indexed(bundle: Bundle) -> Result:
    shards: dict[int, dict[str, Postings]] = {}
    for key, postings in sorted(_postings(bundle.said).items()):
        shards.setdefault(shard_of(key, bundle.depth), {})[key] = postings
    parts = {shard: msgspec.msgpack.encode(part) for shard, part in sorted(shards.items())}
    digests = (_digest(parts.get(shard)) for shard in range(1 << bundle.depth))
    raw = {shard: msgspec.Raw(part) for shard, part in parts.items()}
    return Result(b"".join(digests), msgspec.msgpack.encode(raw))


def _digest(part: bytes | None) -> bytes:
    return bytes(DIGEST) if part is None else blake2b(part, digest_size=DIGEST).digest()


def _postings(said: Iterable[Said]) -> dict[str, Postings]:
    found: dict[str, list[tuple[int, int]]] = {}
    for each in said:
        for key, code in _codes(each).items():
            found.setdefault(key, []).append((each.number, code))
    return {key: _encoded(numbers) for key, numbers in found.items()}


def _encoded(numbers: Sequence[tuple[int, int]]) -> Postings:
    (first, code), last = numbers[0], numbers[-1][0]
    gaps = pairwise(numbers)
    tail = "".join(lettered((number - before) * CODES + there) for (before, _), (number, there) in gaps)
    return first, code, last, tail


def _codes(said: Said) -> dict[str, int]:
    """Return the keys that find a thing, each where and as it counts most: once, however many words have it."""
    found: dict[str, int] = {}
    for word, place in _places(said).items():
        for key, standing in keys_of(word).items():
            code = place * STANDINGS + standing
            if code > found.get(key, -1):
                found[key] = code
    return found


def _places(said: Said) -> dict[str, int]:
    """Return the words of a thing, each with the weightiest place in which it stands."""
    found: dict[str, int] = {}
    for place, texts in ((BODY, map(plain, said.body)), (SUMMARY, (said.summary,)), (HEADING, said.headings)):
        found |= dict.fromkeys((word for text in texts for word in words_in(text)), place)
    for name in (*said.names, said.title):
        words = tuple(words_in(name))
        place = SHORT_TITLE if len(words) <= FEW_WORDS else TITLE
        found |= {word: max(place, found.get(word, 0)) for word in _forms(words)}
    return found


def _forms(words: Sequence[str]) -> Iterator[str]:
    """Yield what the words of a name are looked up as: also written together, and by their initial consonants."""
    together = (*words, *joined(words))
    yield from together
    yield from (initials(word) for word in together if is_syllabic(word))
