"""Fingerprints: short digests that stand for values, so that "has it changed?" is a comparison of sixteen bytes."""

from collections.abc import Callable
from hashlib import blake2b

from msgspec.msgpack import encode

SIZE = 16  # bytes: two values in 10**9 share one with a probability below 10**-20


def fingerprint(*parts: bytes | str) -> bytes:
    """Return the fingerprint of some parts in their order: 16 bytes, the same in every process and on every machine.

    The parts are hashed as a MessagePack array, so that ("ab", "c") is not ("a", "bc").
    """
    return blake2b(_encoded(parts), digest_size=SIZE).digest()


def fingerprints(*first: bytes | str) -> Callable[..., bytes]:
    """Return what gives the fingerprint of some parts that come after the same first ones: faster where there are many.

    Both are hashed as MessagePack arrays, one behind the other.
    """
    begun = blake2b(_encoded(first), digest_size=SIZE)

    def fingerprint_after(*parts: bytes | str) -> bytes:
        found = begun.copy()
        found.update(_encoded(parts))
        return found.digest()

    return fingerprint_after


def _encoded(parts: tuple[bytes | str, ...]) -> bytes:
    try:
        return encode(parts)
    except UnicodeEncodeError:  # half characters, which no encoding has
        return encode([part if isinstance(part, bytes) else part.encode(errors="surrogatepass") for part in parts])
