"""The dialect of HTML that we write ourselves, as a stream of tokens.

Attribute values stand in double quotes, names are in lower case (within `<svg>` also in SVG's mixed case),
every `<` belongs to a tag, and there are no comments. What reads the tokens decides what is allowed.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from msgspec import Struct

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})

_NAME = "[a-z][a-zA-Z0-9:._-]*+"
_BEFORE = re.compile(r"(?:<!(?i:doctype) html>)?([^<]*+)")
_TAG = re.compile(
    rf"""
    < (?: (?P<start>{_NAME}) (?P<attributes>(?:[ \t\n]++{_NAME}(?:="[^"<]*+")?+)*+) [ \t\n]*+ (?P<slash>/?)
        | /(?P<end>{_NAME}) )
    > (?P<text>[^<]*+)
    """,
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(rf'[ \t\n]({_NAME})(?:="([^"]*+)")?')


class Start(Struct, frozen=True):
    """A start tag; attributes with their entities resolved, those without a value as an empty string."""

    name: str
    attributes: Mapping[str, str]
    offset: int
    is_empty: bool = False
    """Whether no end tag follows: a void element, or an SVG element closed by a slash."""


class End(Struct, frozen=True):
    """An end tag."""

    name: str
    offset: int


class Text(Struct, frozen=True):
    """Text between tags, as it was written."""

    raw: str
    offset: int

    @property
    def text(self) -> str:
        """The text with its entities resolved."""
        return unescape(self.raw) if "&" in self.raw else self.raw


Token = Start | End | Text


class MarkupError(ValueError):
    """The text is not of our dialect; `offset` is that of the first character that is not."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message, offset)
        self.offset = offset


def tokens(html: str) -> Iterator[Token]:
    """Yield the tokens of a fragment or of a whole document; its doctype is passed over.

    Raises:
        MarkupError: where the text is not of our dialect.

    """
    position = svg = 0
    if before := _BEFORE.match(html):
        position = before.end()
        if before[1]:
            yield Text(before[1], before.start(1))
    for match in _TAG.finditer(html, position):
        if match.start() != position:
            break
        name, attributes, slash, end, text = match.groups()
        if end:
            svg -= end == "svg"
            yield _end(end, position, in_svg=svg > 0)
        else:
            svg += name == "svg" and not slash
            yield _start(name, attributes, slash, position, in_svg=svg > 0 or name == "svg")
        if text:
            yield Text(text, match.start("text"))
        position = match.end()
    if position != len(html):
        raise MarkupError(f"not a tag that we write: {html[position : position + 40]!r}", position)


def _start(name: str, written: str, slash: str, offset: int, *, in_svg: bool) -> Start:
    pairs = _ATTRIBUTE.findall(written) if written else ()
    attributes = dict(pairs)
    if len(attributes) != len(pairs):
        raise MarkupError("an attribute is written twice", offset)
    if not in_svg and (slash or not name.islower() or not all(map(str.islower, attributes))):
        raise MarkupError("a slash or a capital letter outside SVG", offset)
    if "&" in written:
        attributes = {key: unescape(value) for key, value in pairs}
    return Start(name, attributes, offset, bool(slash) or name in VOID)


def _end(name: str, offset: int, *, in_svg: bool) -> End:
    if name in VOID or not (in_svg or name.islower()):
        raise MarkupError("an end tag that HTML does not have", offset)
    return End(name, offset)
