"""The dialect of HTML that we write ourselves: cut at its tags, or as a stream of tokens.

Attribute values stand in double quotes, names are in lower case (within `<svg>` also in SVG's mixed case),
every `<` belongs to a tag, and there are no comments. What reads the tokens decides what is allowed.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache, partial
from html import unescape
from itertools import accumulate
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from sitegen.diagnostics import Translatable

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
FORMS = 4096
"""How many forms of tags a process remembers; we write fewer."""

Read = TypeVar("Read")
"""What a tag is read as."""

_NAME = "[a-z][a-zA-Z0-9:._-]*+"
_ATTRIBUTES = rf'(?:[ \t\n]++{_NAME}(?:="[^"<]*+")?+)*+'
_DOCTYPE = re.compile("<!(?i:doctype) html>")
_FORM = re.compile(rf"<(?:({_NAME})({_ATTRIBUTES})[ \t\n]*+(/?)|/({_NAME}))")
_CUT = re.compile(rf"(<(?:{_NAME}{_ATTRIBUTES}[ \t\n]*+/?|/{_NAME}))>")
_ATTRIBUTE = re.compile(rf'[ \t\n]({_NAME})(="")?')


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


class Tag(Struct, frozen=True):
    """What a tag says wherever it stands: a start tag as in `Start`, or an end tag, which has no attributes."""

    name: str
    attributes: Mapping[str, str] = {}
    is_end: bool = False
    is_empty: bool = False
    refusal: str = ""
    """Why it is not of our dialect; empty if it is."""
    is_svg: bool = False
    """Whether it is only where it stands outside `<svg>` that it is refused."""


class Form(Struct, frozen=True):
    """What tags say that differ only in the values of their attributes: those values are empty in `tag`."""

    tag: Tag
    valued: tuple[str, ...]
    """The attributes that have values, in the order in which they are written."""


class MarkupError(ValueError):
    """The text is not of our dialect: why, with the values that names, and the offset of the first character."""

    def __init__(self, message: str, offset: int, **values: str) -> None:
        super().__init__(message.format(**values), offset)
        self.message = message
        self.offset = offset
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Carry everything to another process."""
        return partial(MarkupError, self.message, self.offset, **self.values), ()


class Cut(Struct, Generic[Read], frozen=True, dict=True):
    """HTML cut at its tags: `texts[0]`, `written[0]`, `texts[1]`, ..., with `tags` as each of them was read.

    It starts behind a doctype, and ends before the first `<` that is not of a tag; then `problem` says so.
    """

    start: int
    texts: Sequence[str]
    written: Sequence[str]
    """Each tag but for the `>` at its end."""
    tags: Sequence[Read]
    problem: MarkupError | None = None

    @cached_property
    def offsets(self) -> Sequence[int]:
        """Where each tag stands, and then where the last text ends."""
        lengths = (len(tag) + 1 + len(text) for tag, text in zip(self.written, self.texts[1:], strict=True))
        return tuple(accumulate(lengths, initial=self.start + len(self.texts[0])))


def cut(html: str, read: Callable[[str], Read]) -> Cut[Read]:
    """Return a fragment or a whole document cut at its tags, as far as it is of our dialect.

    `read` is given each tag but for the `>` at its end, and does with it what `read_tag` does.
    """
    doctype = _DOCTYPE.match(html)
    start = doctype.end() if doctype else 0
    body = html[start:]
    pieces = body.replace("<", "><").split(">")  # in turn a text and a tag, unless a `>` is elsewhere
    written = pieces[1::2]
    if len(pieces) % 2 and len(written) == body.count("<"):  # as many of both signs
        with suppress(MarkupError):
            return Cut(start, pieces[::2], written, list(map(read, written)))
    return _cut_carefully(body, start, read)


def read_tag(written: str) -> Tag:
    """Return what a tag says that is written so, but for the `>` at its end.

    Raises:
        MarkupError: if that is not a tag.

    """
    pieces = written.split('"')  # what is between two quotes is a value
    form = _form('""'.join(pieces[::2])) if len(pieces) % 2 and written.count("<") == 1 else None
    if not form:
        raise _not_a_tag(written, 0)
    tag, values = form.tag, pieces[1::2]
    if not values:
        return tag
    if "&" in written:
        values = list(map(unescape, values))
    attributes = {**tag.attributes, **dict(zip(form.valued, values, strict=True))}
    return Tag(tag.name, attributes, tag.is_end, tag.is_empty, tag.refusal, tag.is_svg)


def tokens(html: str) -> Iterator[Token]:
    """Yield the tokens of a fragment or of a whole document; its doctype is passed over.

    Raises:
        MarkupError: where the text is not of our dialect.

    """
    pieces = cut(html, read_tag)
    position, svg = pieces.start + len(pieces.texts[0]), 0
    if pieces.texts[0]:
        yield Text(pieces.texts[0], pieces.start)
    for written, tag, text in zip(pieces.written, pieces.tags, pieces.texts[1:], strict=True):
        if tag.name == "svg":
            svg += -1 if tag.is_end else not tag.is_empty
        if tag.refusal and not (tag.is_svg and svg > 0):
            raise MarkupError(tag.refusal, position)
        yield End(tag.name, position) if tag.is_end else Start(tag.name, tag.attributes, position, tag.is_empty)
        position += len(written) + 1
        if text:
            yield Text(text, position)
            position += len(text)
    if pieces.problem:
        raise pieces.problem


def _cut_carefully(body: str, start: int, read: Callable[[str], Read]) -> Cut[Read]:
    """Return what `cut` does where a `>` may stand in a text or in a value, and a `<` anywhere."""
    pieces = _CUT.split(body)
    last = next((number for number, text in enumerate(pieces[::2]) if "<" in text), len(pieces) // 2)
    texts, written = [*pieces[: 2 * last : 2], pieces[2 * last].partition("<")[0]], pieces[1 : 2 * last : 2]
    tags = list(map(read, written))
    end = Cut(start, texts, written, tags).offsets[-1]
    rest = body[end - start :]
    return Cut(start, texts, written, tags, _not_a_tag(rest, end) if rest else None)


def _not_a_tag(text: str, offset: int) -> MarkupError:
    return MarkupError("not a tag that we write: {text}", offset, text=repr(text[:40]))


@lru_cache(FORMS)
def _form(written: str) -> Form | None:
    """Return what tags say that are written so, but for their values, which are empty here; None if none is."""
    match = _FORM.fullmatch(written)
    if not match:
        return None
    start, attributes, slash, end = match.groups()
    pairs: list[tuple[str, str]] = _ATTRIBUTE.findall(attributes or "")
    names, valued = [name for name, _ in pairs], tuple(name for name, value in pairs if value)
    return Form(_end(end) if end else _start(start, names, slash), valued)


def _start(name: str, names: Sequence[str], slash: str) -> Tag:
    attributes = dict.fromkeys(names, "")
    tag = Tag(name, attributes, is_empty=bool(slash) or name in VOID)
    if len(attributes) != len(names):
        return replace(tag, refusal=Translatable("an attribute is written twice"))
    if name != "svg" and (slash or not all(map(str.islower, (name, *attributes)))):
        return replace(tag, refusal=Translatable("a slash or a capital letter outside SVG"), is_svg=True)
    return tag


def _end(name: str) -> Tag:
    if name.islower() and name not in VOID:
        return Tag(name, is_end=True)
    refusal = Translatable("an end tag that HTML does not have")
    return Tag(name, is_end=True, refusal=refusal, is_svg=name not in VOID)
