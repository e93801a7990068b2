"""Marks: where in the body something was written, carried along in the text itself.

Python-Markdown keeps no positions. So we write four private-use characters, which no body may contain, beside
everything that a problem or a link may later point to; whoever finds one knows the exact offset, whatever the
library has moved, repeated or unwrapped in between, and whether it took it for code. A mark stands between two
characters where it changes nothing for either (beside punctuation, never beside `*`, `_` or white space that
matters), and four characters do not move a tab stop. Marks that nobody asked for are removed at the end.
"""

import re

OPTIONAL = "(?:\ue000[\ue100-\ue17f]{3})?"
MARK = re.compile("\ue000([\ue100-\ue17f]{3})")
SLOT = re.compile("\ue001([\ue100-\ue17f]{3})")

_DIGIT = 0xE100
_INLINE = re.compile(
    r"""
    \\.(?P<escape>)                                            # an escaped character means nothing
    | \]\((?:[ ]*+(?:\n[ ]*+)?<)?                             # the address of a link or image
    | \[[\^@=]                                                # the label of a footnote, a citation, or a figure
    | \{(?=:?[ ]*[^}\n ])                                     # a list of attributes
    | <(?P<tag>)(?=[A-Za-z/!?])                               # HTML, or an address in angle brackets
    | _(?=_[^\s_][^_\n]*__[^\W_](?P<underscores>)(?!_))       # __emphasis__ that goes on as a word
    """,
    re.VERBOSE,
)
_HEADING = re.compile(r"\n[ \t>*+\-:\d.]*+(?:\[\^[^\]\n]*\]:[ \t>*+\-:\d.]*+)?#{1,6}")


def mark(body: str) -> str:
    """Return the body with a mark at everything that can have a position."""
    pieces: list[str] = []
    done = 0
    for offset in sorted({*_inline(body), *(match.end() - 1 for match in _HEADING.finditer(f"\n{body}"))}):
        pieces += body[done:offset], at(offset)
        done = offset
    return "".join([*pieces, body[done:]])


def at(offset: int) -> str:
    """Return the mark of an offset."""
    return f"\ue000{_digits(offset)}"


def take(text: str) -> tuple[int | None, str]:
    """Return the offset of the first mark in `text`, and the text without any."""
    match = MARK.search(text)
    return (_number(match[1]), strip(text)) if match else (None, text)


def strip(text: str) -> str:
    """Return the text without its marks."""
    return MARK.sub("", text)


def slot(number: int) -> str:
    """Return what stands in the HTML where something of that number belongs, such as the address of a link."""
    return f"\ue001{_digits(number)}"


def cut(html: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the HTML cut at its slots, and their numbers: always one part more than numbers."""
    pieces = SLOT.split(html)
    return tuple(pieces[::2]), tuple(map(_number, pieces[1::2]))


def _inline(body: str) -> list[int]:
    offsets = []
    for found in _INLINE.finditer(body):
        match found.lastgroup:
            case None:
                offsets.append(found.end())
            case "tag":
                offsets.append(found.start())
            case "underscores":
                offsets.append(found.end("underscores"))
    return offsets


def _digits(number: int) -> str:
    return chr(_DIGIT + (number >> 14 & 127)) + chr(_DIGIT + (number >> 7 & 127)) + chr(_DIGIT + (number & 127))


def _number(digits: str) -> int:
    return ord(digits[0]) - _DIGIT << 14 | ord(digits[1]) - _DIGIT << 7 | ord(digits[2]) - _DIGIT
