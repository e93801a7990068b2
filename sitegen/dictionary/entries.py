"""What an entry of the dictionary holds."""

from collections.abc import Mapping

from msgspec import Struct

Said = Mapping[str, str]
"""Words by language: every entry has English and Korean."""


class Entry(Struct, frozen=True):
    """What people call a field, what it is for, and what each word means that it may hold."""

    name: Said
    purpose: Said
    words: Mapping[str, Said] = {}


class Field(Struct, frozen=True):
    """What the dictionary adds to a field: its English and Korean name, its purpose in Korean, what its words mean.

    The purpose in English stands in the field's own type.
    """

    english: str
    korean: str
    purpose: str
    words: Mapping[str, Said] = {}


def words(**meanings: tuple[str, str]) -> dict[str, Said]:
    """Return what each word that a field may hold means, from its meaning in English and in Korean."""
    return {word: {"en": english, "ko": korean} for word, (english, korean) in meanings.items()}
