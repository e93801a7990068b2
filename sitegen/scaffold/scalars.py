"""Texts as YAML scalars that are read as the very same text."""

import re

from sitegen.parse.refusals import PLACEHOLDERS

PLAIN = re.compile(r"[^\s#:'\"\[\]{}&*!|>%@`,?-][^#:'\"\[\]{}]*(?<!\s)")
"""What needs no quotation marks whatever it stands in; more would do without, but this is sure."""
LIKE_A_NUMBER = re.compile(r"[0-9a-fTZxo.:_+ -]*")
WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "nan", *PLACEHOLDERS})
"""What is taken for another thing than text by us, or by an editor."""


def scalar(text: str) -> str:
    """Return a text on one line as YAML, without quotation marks where it needs none."""
    is_text = text.casefold() not in WORDS and not LIKE_A_NUMBER.fullmatch(text)
    return text if is_text and PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"
