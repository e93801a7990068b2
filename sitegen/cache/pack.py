"""The heads of results in one piece: a build that needs nearly all of them again need not ask for each."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from sitegen.cache.whole import write_whole

CHECK = 4  # bytes of the checksum: among 4 * 10**9 damaged packs, one is taken for a sound one


def read_pack(path: Path) -> Mapping[bytes, bytes]:
    """Return what was packed; nothing if there is no pack, or one that is damaged or foreign."""
    with suppress(OSError, msgspec.DecodeError):
        with path.open("rb") as file:
            seal, data = file.read(CHECK), file.read()
        if seal == _seal(data):
            return msgspec.msgpack.decode(data, type=dict[bytes, bytes])
    return {}


def write_pack(path: Path, heads: Mapping[bytes, bytes]) -> None:
    """Keep heads by key, in one step; where the disk does not let us, there is no pack."""
    data = msgspec.msgpack.encode(heads)
    write_whole(path, _seal(data), data)


def _seal(data: bytes) -> bytes:
    return crc32(data).to_bytes(CHECK, "big")
