"""Characters that no text needs: invisible ones, those that turn the reading direction, those of one font only."""

import re

from sitegen.diagnostics import Diagnostic, Place, error

LAST = 0x10FFFF
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
ONE_FONT_ONLY = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
UNSEEN = re.compile(f"[\u00ad\u200b-\u200f\u2060-\u2064]|{ONE_FONT_ONLY.pattern}")
"""Characters of no width, and those that one font alone can show: no title, name or address needs them."""


def refused(number: int, place: Place) -> Diagnostic:
    """Return the problem that a character is, known by its number, which may be of none that there is."""
    code = f"U+{number:04X}"
    if number <= LAST and ONE_FONT_ONLY.fullmatch(chr(number)):
        message = "this character ({code}) exists in one font only, and readers would see an empty box"
        return error("control-character", place, message, "type it again, or delete it", code=code)
    return error(
        "control-character", place, "there is an invisible control character here ({code})", "delete it", code=code
    )
