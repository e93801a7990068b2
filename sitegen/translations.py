"""Translations: what each of them was made from, and whether it still says the same as its original."""

from collections.abc import Mapping
from typing import Literal

from sitegen.model import AnyItem, Document

State = Literal["original", "current", "stale", "parted", "edited", "unstamped"]
"""How a text stands: it is the original; or it is a translation, and says what its original says (current); the
original has changed since (stale), perhaps both have (parted), or the translation alone (edited); or nobody has said
what it was made from (unstamped)."""

OUTDATED: frozenset[State] = frozenset({"stale", "parted"})
"""States in which readers are told that the original has changed."""


def original_of(item: AnyItem) -> Document:
    """Return the text of an item that the others are translations of.

    It is the one in the language that its facts name, else the one with the facts.
    """
    return original_among(item.documents, item.bearer)


def original_among(documents: Mapping[str, Document], bearer: Document) -> Document:
    """Return which of the documents of a thing, by language, the others are translations of."""
    return documents.get(bearer.original, bearer)


def state_of(item: AnyItem, language: str) -> State:
    """Return how the text of an item in a language stands."""
    original, found = original_of(item), item.documents[language]
    if found is original:
        return "original"
    if not found.stamp:
        return "unstamped"
    is_same = [now == then for now, then in zip((original.meaning, found.meaning), found.stamp.split("-"), strict=True)]
    return _STATES[is_same[0], is_same[1]]


def stamp(original: Document, translation: Document) -> str:
    """Return what a translation that says what its original says is stamped with: what both say now."""
    return f"{original.meaning}-{translation.meaning}"


_STATES: Mapping[tuple[bool, bool], State] = {
    (True, True): "current",
    (False, True): "stale",
    (False, False): "parted",
    (True, False): "edited",
}
