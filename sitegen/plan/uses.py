"""Where a body uses a term first: in its running text, not in what is somebody else's words, a name, or a link."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from html import escape

from msgspec import Struct

from sitegen.markup import Cut, cut
from sitegen.speech.inflection import may_stand, pattern

BETWEEN = "\0"
"""What stands between two blocks in the text of a body: no word, and no white space."""

INLINE = frozenset({"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "q", "s", "small", "span",
                    "strong", "sub", "sup"})  # fmt: skip
PASSED_OVER = frozenset({"a", "blockquote", "button", "caption", "cite", "code", "dt", "h1", "h2", "h3", "h4", "h5",
                         "h6", "pre", "q", "sup", "th"})  # fmt: skip
"""Elements in which nothing is explained: links, quotations, code, headings of every sort, numbers of references."""

TITLE = 'class="admonition-title"'
NOT_OURS = re.compile(r'“[^”\0]*”|"[^"\0]*"|[「『](?P<title>[^「」『』\0]*)[」』]')
"""Somebody's words, and titles of laws and documents."""

COVER = "\ufffc"
"""The sign for an object in the place of which it stands: no word, and no white space."""


class Form(Struct, frozen=True, dict=True):
    """One of the ways in which a term is written."""

    term: str
    text: str
    language: str

    @cached_property
    def clue(self) -> str:
        """A part of it that is in every text that has it."""
        longest = max(self.text[1:].split(), key=len, default="")
        return escape(longest.removesuffix("y"), quote=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it."""
        return re.compile(pattern(self.text, self.language))

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a text has it: start and end."""
        for match in self.pattern.finditer(text):
            if may_stand(self.text, match[0], text[max(0, match.start() - 16) : match.start()]):
                yield match.span()


class Use(Struct, frozen=True):
    """A term where a body uses it first: start and end of its words in the HTML."""

    term: str
    start: int
    end: int


class Span(Struct, frozen=True):
    """Text between two tags: where it begins in the text of the body and in its HTML, and whether it may be marked."""

    start: int
    html_start: int
    is_open: bool


def forms(called: Mapping[str, Sequence[str]], language: str) -> tuple[Form, ...]:
    """Return every way in which terms, each by its id, are written in a language."""
    return tuple(Form(term, text.strip(), language) for term, texts in called.items() for text in texts if text.strip())


def first_uses(html: str, known: Iterable[Form]) -> tuple[Use, ...]:
    """Return the first use of each term in a body, in its order; the longest term wins, wherever it stands."""
    candidates = [form for form in known if form.clue in html]
    if not candidates:
        return ()
    text, spans = _text_of(cut(html, str))
    found = _found(_own_words(text, candidates), candidates)
    first: dict[str, Use] = {}
    for start, end, term in sorted(_apart(found, len(text))):
        use = None if term in first else _use(term, start, end, spans)
        if use:
            first[term] = use
    return tuple(first.values())


def _found(text: str, candidates: Iterable[Form]) -> Iterator[tuple[int, int, str]]:
    for form in candidates:
        for start, end in form.found(text):
            yield start, end, form.term


def _apart(found: Iterable[tuple[int, int, str]], length: int) -> Iterator[tuple[int, int, str]]:
    """Yield what was found without what overlaps with something longer."""
    taken = bytearray(length)
    for start, end, term in sorted(found, key=lambda each: (each[0] - each[1], each)):
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            yield start, end, term


def _own_words(text: str, candidates: Sequence[Form]) -> str:
    """Return a text with a sign in the place of each character of somebody's words, and of titles that are no term."""

    def covered(match: re.Match[str]) -> str:
        title = match["title"]
        if title is not None and any(form.pattern.fullmatch(title) for form in candidates):
            return match[0]
        return COVER * len(match[0])

    return NOT_OURS.sub(covered, text)


def _use(term: str, start: int, end: int, spans: Sequence[Span]) -> Use | None:
    """Return a use that lies within one span that may be marked."""
    number = bisect_right(spans, start, key=lambda span: span.start) - 1
    span = spans[number]
    if not span.is_open or end > spans[number + 1].start:
        return None
    shift = span.html_start - span.start
    return Use(term, start + shift, end + shift)


def _text_of(body: Cut[str]) -> tuple[str, Sequence[Span]]:
    """Return the words of a body, block by block, and its spans with an empty one at the end.

    Numbers of references are left out: they do not end a word.
    """
    texts, spans = [""], [Span(0, 0, is_open=False)]
    length = 0
    closed: list[str] = []
    ends = (body.start, *(offset + len(tag) + 1 for offset, tag in zip(body.offsets, body.written, strict=False)))
    for number, text in enumerate(body.texts):
        if number:
            tag = body.written[number - 1]
            _step(tag, closed)
            if _name(tag) not in INLINE:
                texts.append(BETWEEN)
                length += 1
        if "sup" not in closed:
            spans.append(Span(length, ends[number], is_open=not closed))
            texts.append(text)
            length += len(text)
    return "".join((*texts, BETWEEN)), (*spans, Span(length, 0, is_open=False))


def _step(tag: str, closed: list[str]) -> None:
    """Enter an element in which nothing is explained, or leave it; those within it are counted as well."""
    name = _name(tag)
    if tag.startswith("</"):
        if closed and closed[-1] == name:
            closed.pop()
    elif name in PASSED_OVER or TITLE in tag or (closed and closed[-1] == name):
        closed.append(name)


def _name(tag: str) -> str:
    return tag.removeprefix("<").removeprefix("/").partition(" ")[0]
