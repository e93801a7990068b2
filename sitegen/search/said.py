"""What a thing says to readers, as far as it can be found by."""

from msgspec import Struct


class Said(Struct, frozen=True, array_like=True):
    """What a thing says in a language: its number, where it can be read, and its texts, the weightiest first.

    `names` are what else it is called, in any language. `body` are finished texts or HTML, with what only the whole
    site knows filled in.
    """

    number: int
    address: str
    title: str
    names: tuple[str, ...]
    headings: tuple[str, ...]
    summary: str
    body: tuple[str, ...]
