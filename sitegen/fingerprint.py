"""Fingerprints: short digests that stand for values, so that "has it changed?" is a comparison of sixteen bytes."""

from hashlib import blake2b

from msgspec.msgpack import encode

SIZE = 16  # bytes: two values in 10**9 share one with a probability below 10**-20


def fingerprint(*parts: bytes | str) -> bytes:
    """Return the fingerprint of some parts in their order: 16 bytes, the same in every process and on every machine.

    The parts are hashed as a MessagePack array, so that ("ab", "c") is not ("a", "bc").
    """
    try:
        data = encode(parts)
    except UnicodeEncodeError:  # half characters, which no encoding has
        data = encode([part if isinstance(part, bytes) else part.encode(errors="surrogatepass") for part in parts])
    return blake2b(data, digest_size=SIZE).digest()
