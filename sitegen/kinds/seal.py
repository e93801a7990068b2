"""Seals: what a source says, as digests, recorded when a person has compared it with the original."""

from typing import Annotated

from msgspec import Meta, Struct

from sitegen.values import Id

DIGEST = r"^[0-9a-f]{8}-[0-9a-f]{8}$"
Digest = Annotated[str, Meta(pattern=DIGEST)]


class SealedPassage(Struct, frozen=True, kw_only=True):
    """A passage, by the digest of its language and text."""

    id: Id
    digest: Digest


class Seal(Struct, frozen=True, kw_only=True):
    """Digests of everything that a source says: its passages, and each paragraph where we give its whole text."""

    passages: tuple[SealedPassage, ...] = ()
    whole_text: tuple[Digest, ...] = ()
