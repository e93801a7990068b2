"""The files of withheld things, by their fingerprints: no finished file may be a copy of one, or name its digest."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from sitegen.files import File
from sitegen.fingerprint import SIZE, fingerprint
from sitegen.results import Result
from sitegen.verify.embargo.secret import Owner, Secret, Secrets

HEX = 10  # digits of a digest: files are called after them


def digest_files(files: Sequence[File]) -> tuple[Result, ...]:
    """Return the digests of files: our own, and SHA-256."""
    return tuple(Result(fingerprint(file.data) + sha256(file.data).digest()) for file in files)


def of_files(digested: Iterable[tuple[Owner, bytes]]) -> Secrets:
    """Return the secrets that files are, from whose they are and their digests."""
    found: dict[Secret, Owner] = {}
    for owner, digests in digested:
        own, other = digests[:SIZE].hex(), digests[SIZE:].hex()
        found |= {Secret("file", own): owner, Secret("words", own[:HEX]): owner, Secret("words", other[:HEX]): owner}
    return Secrets(found)
