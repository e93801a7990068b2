"""How a finished page is put together: its tags, what stands between them, and which end tag ends what."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from html import unescape
from typing import NamedTuple

from msgspec import Struct

from sitegen.markup import Cut, MarkupError, Tag, cut

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
READ = frozenset({*HEADINGS, "a", "button", "title", "caption", "summary", "script"})
"""Elements that rules ask for the words in them."""


class Span(NamedTuple):
    """An element, by the numbers of its start tag and its end tag on the page."""

    start: int
    end: int


class Outline(Struct, frozen=True):
    """A page cut at its tags; the ids on it, and the elements that are read, both in the order of their tags."""

    cut: Cut
    ids: Sequence[tuple[str, int]]
    """Each with the number of its tag."""
    spans: Sequence[Span]
    written: AbstractSet[str]
    """What is written in tags, each once: most stand on a page many times."""

    def named(self, *names: str) -> Iterator[Span]:
        """Yield the elements of those names, of those that are read, in the order of the page."""
        return (span for span in self.spans if self.cut.tags[span.start].name in names)

    def has_words(self, span: Span) -> bool:
        """Whether there are words in an element; a picture's text and an element's label are words."""
        start, end = span
        if _is_said(" ".join(self.cut.texts[start + 1 : end + 1])):
            return True
        attributes = (tag.attributes for tag in self.cut.tags[start + 1 : end])
        return any((told.get("alt") or told.get("aria-label") or "").strip() for told in attributes)


def outline(html: str) -> Outline:
    """Return how a page is put together.

    Raises:
        MarkupError: if tags do not match, or the text is not the HTML we write.

    """
    pieces = cut(html)
    tags = pieces.tags
    opened: list[int] = []
    spans: list[Span] = []
    for number, tag in enumerate(tags):
        if tag.refusal and not (tag.is_svg and _is_in_svg(tags, opened)):
            raise MarkupError(tag.refusal, pieces.offsets[number])
        if tag.is_end:
            if not opened or tags[opened[-1]].name != tag.name:
                raise MarkupError(_unexpected(tag, tags, opened), pieces.offsets[number])
            start = opened.pop()
            if tag.name in READ:
                spans.append(Span(start, number))
        elif not tag.is_empty:
            opened.append(number)
    _check_end(pieces, opened)
    ids = [(tag.attributes["id"], number) for number, tag in enumerate(tags) if "id" in tag.attributes]
    return Outline(pieces, ids, sorted(spans), frozenset(pieces.written))


def _is_in_svg(tags: Sequence[Tag], opened: Iterable[int]) -> bool:
    return any(tags[number].name == "svg" for number in opened)


def _check_end(pieces: Cut, opened: Sequence[int]) -> None:
    if pieces.problem:
        raise pieces.problem
    if opened:
        name = pieces.tags[opened[-1]].name
        raise MarkupError(f"<{name}> is never closed", pieces.offsets[opened[-1]])


def _unexpected(end: Tag, tags: Sequence[Tag], opened: Sequence[int]) -> str:
    expected = f"</{tags[opened[-1]].name}>" if opened else "nothing"
    return f"</{end.name}> stands where {expected} is expected"


def _is_said(text: str) -> bool:
    return bool((unescape(text) if "&" in text else text).strip())
