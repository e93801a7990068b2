"""What must not be told: the secrets of withheld things, and whose they are."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct

from sitegen.fingerprint import fingerprint

Sort = Literal["words", "short", "name", "number", "file"]
"""`words` are looked for anywhere, without their spaces; `short` words and `name`s where they stand alone; a `number`
as a whole number; a `file` by the fingerprint of its bytes, in hexadecimal."""

GRAM = 4  # characters
SHORTEST = 2 * GRAM - 1  # characters without spaces; shorter words stand in other texts by chance

Owner = tuple[str, str]
"""Kind and id of the withheld thing."""


class Secret(NamedTuple):
    """Something that a withheld thing says, in the form in which it is compared (sitegen/verify/embargo/forms.py)."""

    sort: Sort
    text: str


class Secrets(Struct, frozen=True, dict=True):
    """Secrets by what they say, and whose they are."""

    owners: Mapping[Secret, Owner]

    @cached_property
    def fingerprint(self) -> bytes:
        """The same for the same secrets."""
        return fingerprint(msgspec.msgpack.encode(sorted(self.owners.items())))

    def of(self, sort: Sort) -> frozenset[str]:
        """Return the secrets of a sort."""
        return self._by_sort.get(sort, frozenset())

    def words_in(self, text: str) -> set[str]:
        """Return the words that a text without spaces holds.

        Of those that are in it, one of the pieces into which the text can be cut lies wholly within their beginning:
        so few are left to be looked for, however many there are.
        """
        grams = {text[start : start + GRAM] for start in range(0, len(text), GRAM)}
        likely = {words for gram in grams & self._by_gram.keys() for words in self._by_gram[gram]}
        return {words for words in likely if words in text}

    @cached_property
    def _by_sort(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for sort, text in self.owners:
            found.setdefault(sort, set()).add(text)
        return {sort: frozenset(texts) for sort, texts in found.items()}

    @cached_property
    def _by_gram(self) -> Mapping[str, tuple[str, ...]]:
        """Words by each piece that they may be known by: whole ones from one of the first places."""
        found: dict[str, list[str]] = {}
        for words in sorted(self.of("words")):
            for start in range(GRAM):
                found.setdefault(words[start : start + GRAM], []).append(words)
        return {gram: tuple(words) for gram, words in found.items()}


def joined(one: Secrets, other: Secrets) -> Secrets:
    """Return the secrets of both."""
    return Secrets({**other.owners, **one.owners})


def without(secrets: Secrets, public: Iterable[Secret]) -> Secrets:
    """Return those secrets that are not public."""
    told = frozenset(public)
    return Secrets({secret: owner for secret, owner in secrets.owners.items() if secret not in told})
