"""Passages and their digests: which are new, changed or gone since a source was sealed."""

from collections.abc import Iterable

from msgspec import Struct

from sitegen.fingerprint import fingerprint
from sitegen.kinds.seal import Seal, SealedPassage
from sitegen.kinds.source import SourceFacts, evened

HALF = 8  # hexadecimal digits: with two halves, of 10**19 changes one goes unnoticed


class Difference(Struct, frozen=True):
    """The ids of passages that a seal does not hold, holds otherwise, and holds though they are gone; each in order."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def digest(language: str, text: str) -> str:
    """Return the digest of a text in a language; white space and the form of Unicode do not count.

    It must not change: every seal in the content would be wrong.
    """
    found = fingerprint(language, evened(text)).hex()
    return f"{found[:HALF]}-{found[HALF : 2 * HALF]}"


def seal_of(source: SourceFacts, whole_text: Iterable[str]) -> Seal:
    """Return the seal of a source as it is, and of its whole text, paragraph by paragraph, where we give it."""
    passages = (SealedPassage(id=each.id, digest=digest(each.language, each.text)) for each in source.passages)
    return Seal(passages=tuple(passages), whole_text=tuple(digest(source.language, words) for words in whole_text))


def difference(source: SourceFacts, seal: Seal) -> Difference:
    """Return in what the passages of a source differ from its seal."""
    now = {passage.id: passage.digest for passage in seal_of(source, ()).passages}
    then = {passage.id: passage.digest for passage in seal.passages}
    return Difference(
        new=tuple(identifier for identifier in now if identifier not in then),
        changed=tuple(identifier for identifier in now if then.get(identifier, now[identifier]) != now[identifier]),
        gone=tuple(identifier for identifier in then if identifier not in now),
    )


def altered(source: SourceFacts, seal: Seal) -> frozenset[str]:
    """Return the ids of those passages that are not what they were when they were sealed."""
    return frozenset(difference(source, seal).changed)
