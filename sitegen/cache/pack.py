"""The heads of results in one piece: a build that needs nearly all of them again need not ask for each.

The file is a row of bundles, each with its length and a checksum before it, so that nobody need hold all of it at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO
from zlib import crc32

import msgspec

from sitegen.cache.whole import write_whole

LENGTH = 4  # bytes that say how long a bundle is
CHECK = 4  # bytes of the checksum of both: among 4 * 10**9 damaged ones, one is taken for a sound one
LONGEST = 2**28  # bytes of a bundle: a length that is damaged may be anything


def read_pack(path: Path) -> dict[bytes, bytes]:
    """Return what was packed; nothing if there is no pack, or one that is damaged or foreign.

    One that was cut short between two bundles is as good as one with fewer heads.
    """
    heads: dict[bytes, bytes] = {}
    with suppress(OSError, msgspec.DecodeError), path.open("rb") as file:
        while bundle := _next_bundle(file):
            heads |= msgspec.msgpack.decode(bundle, type=dict[bytes, bytes])
        if bundle is not None:
            return heads
    return {}


def write_pack(path: Path, bundles: Iterable[Mapping[bytes, bytes]]) -> None:
    """Keep heads by key, in one step; where the disk does not let us, there is no pack."""
    write_whole(path, (part for heads in bundles for part in _parts(msgspec.msgpack.encode(heads))))


def _parts(bundle: bytes) -> Iterator[bytes]:
    length = len(bundle).to_bytes(LENGTH, "big")
    yield length + _checksum(length, bundle)
    yield bundle


def _next_bundle(file: IO[bytes]) -> bytes | None:
    """Return the bundle that comes next, an empty one at the end of the file, None if it is damaged."""
    length, checksum = file.read(LENGTH), file.read(CHECK)
    bundle = file.read(min(int.from_bytes(length, "big"), LONGEST))
    is_sound = not length or _checksum(length, bundle) == checksum
    return bundle if is_sound else None


def _checksum(length: bytes, bundle: bytes) -> bytes:
    return crc32(bundle, crc32(length)).to_bytes(CHECK, "big")
