"""Ids made of titles."""

import re
from unicodedata import combining, normalize

from sitegen.parse.names import likely_id
from sitegen.scaffold.romanisation import romanised

LONGEST = 60  # characters: enough to know a title by, and short enough for an address
APOSTROPHES = re.compile("['\u2018\u2019]")
OTHERS = re.compile(r"[^\w]+")


def identifier(title: str) -> str:
    """Return the id that a title makes, in small Latin letters, or an empty string if it makes none."""
    words = OTHERS.split(APOSTROPHES.sub("", title))
    latin = " ".join(_ascii(romanised(word)) for word in words)
    return _shortened(likely_id(latin))


def _ascii(text: str) -> str:
    """Return a text without the marks on its letters, and without letters that are not Latin."""
    plain = "".join(char for char in normalize("NFKD", text) if not combining(char))
    return "".join(char if char.isascii() else " " for char in plain)


def _shortened(text: str) -> str:
    """Return as many whole words of an id as fit."""
    return text if len(text) <= LONGEST else text[: LONGEST + 1].rpartition("-")[0] or text[:LONGEST]
