"""The forms in which texts are compared: as the same words look wherever, and however, they are written."""

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import is_normalized, normalize
from urllib.parse import unquote

UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Characters that nobody sees, such as soft hyphens and joiners."""
TAG = re.compile(r"<[^>]*>")
NOT_A_TAG = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
"""What stands around text that only looks like a tag."""
DIGITS = 4  # in a number that does not stand in other texts by chance
YEARS = range(1900, 2200)

_JSON = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtbfN])|(.))")
_CSS = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|\n)")
_PUNYCODE = re.compile(r"\bxn--[a-zA-Z0-9-]+", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})++(?!\d)(?:\.\d+)?|\d++(?:\.\d+)?")


def composed(text: str) -> str:
    """Return a text composed (NFC), and in small letters."""
    return (text if is_normalized("NFC", text) else normalize("NFC", text)).lower()


def tight(text: str) -> str:
    """Return a text without spaces and unseen characters, composed and in small letters."""
    text = "".join(composed(text).split())
    return text if text.isascii() else UNSEEN.sub("", text)


def loose(text: str) -> str:
    """Return a text with single spaces, composed and in small letters: what stands alone is compared like this."""
    return " ".join(composed(text).split())


def decoded(text: str, path: str = "") -> Iterator[str]:
    """Yield a text, and what it says wherever something in it stands for other characters, one after the other.

    Such are entities, escapes of JSON, JavaScript and calendars, in a stylesheet those of CSS, quoted addresses and
    names of hosts, and tags that are written with entities.
    """
    yield text
    for mark, decode in (("&", unescape), ("\\", _uncss if path.endswith(".css") else _unslashed), ("%", unquote),
                         ("xn--", _named), ("<", _untagged), ("&", unescape)):  # fmt: skip
        if mark in text:
            plainer = decode(text)
            if plainer != text:
                text = plainer
                yield text


def numbers(text: str) -> set[str]:
    """Return the numbers in a text that have digits enough to be known by, without commas between thousands."""
    found = (number(each) for each in _NUMBER.findall(text))
    return {each for each in found if each}


def number(text: str) -> str:
    """Return a number as it is compared; empty if it is too short to be known by, or a year."""
    plain = text.replace(",", "").rstrip(".")
    if plain.count(".") > 1 or sum(map(str.isdigit, plain)) < DIGITS:
        return ""
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "" if len(plain) == DIGITS and plain.isdigit() and int(plain) in YEARS else plain


def _unslashed(text: str) -> str:
    """Return a text without escapes; two of them may stand for one character (RFC 8259, section 7)."""
    return _JSON.sub(_meant, text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _meant(match: re.Match[str]) -> str:
    unit, byte, blank, other = match.groups()
    if unit or byte:
        return chr(int(unit or byte, 16))
    return " " if blank else other


def _uncss(text: str) -> str:
    return _CSS.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)) if match[1] else "", text)


def _named(text: str) -> str:
    return _PUNYCODE.sub(lambda match: _host(match[0]), text)


def _host(label: str) -> str:
    try:
        return label[len("xn--") :].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _untagged(text: str) -> str:
    return TAG.sub("", text)
