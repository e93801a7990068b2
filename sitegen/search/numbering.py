"""The numbers of things, which stay the same when others come and go.

A thing's place follows from its id; if it is taken, the thing takes the next one that is free. As only one place of
eight is taken at most, something new nearly never moves anything else, and files that do not tell of it stay as they
are. Things of a kind have numbers that follow each other.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sitegen.fingerprint import fingerprint

FREE = 3  # powers of two: places for each thing of the kind that has most
GROUP = 5  # powers of two: the places whose texts are in one file, which holds two to four things
BUNDLE = 10  # powers of two: the places that are indexed at once
FEW = 16  # shards at least


class Numbering(Struct, frozen=True):
    """Number of each thing by kind and id; `width` is how many bits of it count within a kind, `depth` those of shards.

    The rest of a number is the place of the kind in `kinds`.
    """

    width: int
    depth: int
    kinds: tuple[str, ...]
    numbers: Mapping[tuple[str, str], int]


def numbering(things: Mapping[str, Sequence[str]]) -> Numbering:
    """Return the numbers of things, which are given as ids by kind."""
    most = max(map(len, things.values()), default=0)
    width = max(most.bit_length() + FREE, GROUP)
    total = sum(map(len, things.values()))
    depth = max(total.bit_length() - 3, FEW.bit_length() - 1)
    numbers = {
        (kind, identifier): (place << width) + slot
        for place, (kind, identifiers) in enumerate(things.items())
        for identifier, slot in _slots(identifiers, width)
    }
    return Numbering(width, depth, tuple(things), numbers)


def _slots(identifiers: Iterable[str], width: int) -> Iterable[tuple[str, int]]:
    """Yield each id with its place, in the order of places; who finds no place to the end takes one from there back."""
    wanted = sorted((int.from_bytes(fingerprint(each)[:4]) >> (32 - width), each) for each in identifiers)
    last, end = -1, 1 << width
    taken = []
    for left, (place, each) in zip(range(len(wanted), 0, -1), wanted, strict=True):
        last = min(max(place, last + 1), end - left)
        taken.append((each, last))
    return taken
