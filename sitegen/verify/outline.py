"""How a finished page is put together: its tags, what stands between them, and which end tag ends what."""

from collections.abc import Iterator, Sequence
from html import unescape

from msgspec import Struct

from sitegen.markup import Cut, MarkupError, cut
from sitegen.verify.marks import Mark, marks

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
READ = frozenset({*HEADINGS, "a", "button", "title", "caption", "summary", "script", "label"})
"""Elements that rules ask for the words in them."""

Span = tuple[int, int]
"""An element, by the numbers of its start tag and its end tag on the page."""


class Outline(Struct, frozen=True):
    """A page cut at its tags; the tags of note, each with its number, and the elements that are read, in its order."""

    cut: Cut[Mark]
    noted: Sequence[tuple[int, Mark]]
    spans: Sequence[Span]

    @property
    def ids(self) -> Sequence[tuple[str, int]]:
        """The ids on the page, each with the number of its tag."""
        return [(tag.attributes["id"], number) for number, tag in self.noted if "id" in tag.attributes]

    def named(self, *names: str) -> Iterator[Span]:
        """Yield the elements of those names, of those that are read, in the order of the page."""
        return (span for span in self.spans if self.cut.tags[span[0]].name in names)

    def words(self, span: Span) -> str:
        """Return the words in an element, with single spaces between them; a picture's text is not among them."""
        start, end = span
        return " ".join(unescape("".join(self.cut.texts[start + 1 : end + 1])).split())

    def has_words(self, span: Span) -> bool:
        """Whether there are words in an element; a picture's text and an element's label are words."""
        start, end = span
        texts = self.cut.texts
        if _is_said(texts[start + 1]) or any(map(_is_said, texts[start + 2 : end + 1])):
            return True
        inner = (tag.attributes for tag in self.cut.tags[start + 1 : end])
        return any((told.get("alt") or told.get("aria-label") or "").strip() for told in inner)


def outline(html: str) -> Outline:
    """Return how a page is put together.

    Raises:
        MarkupError: if tags do not match, or the text is not the HTML we write.

    """
    pieces = cut(html, marks().__getitem__)
    noted: list[tuple[int, Mark]] = []
    spans: list[Span] = []
    names, starts = [""], [-1]  # of what is open
    for number, tag in enumerate(pieces.tags):
        if tag.is_noted:
            if tag.refusal and not (tag.is_svg and "svg" in names):
                raise MarkupError(tag.refusal, pieces.offsets[number])
            noted.append((number, tag))
        if tag.is_end:
            start, opened = starts.pop(), names.pop()
            if opened != tag.name:
                raise _unexpected(tag.name, opened, pieces.offsets[number])
            if opened in READ:
                spans.append((start, number))
        elif not tag.is_empty:
            starts.append(number)
            names.append(tag.name)
    _check_end(pieces, names[-1], starts[-1])
    return Outline(pieces, noted, sorted(spans))


def _check_end(pieces: Cut[Mark], opened: str, start: int) -> None:
    if pieces.problem:
        raise pieces.problem
    if opened:
        raise MarkupError("<{opened}> is never closed", pieces.offsets[start], opened=opened)


def _unexpected(end: str, opened: str, offset: int) -> MarkupError:
    if opened:
        return MarkupError("</{end}> stands where </{opened}> is expected", offset, end=end, opened=opened)
    return MarkupError("</{end}> stands where nothing is expected", offset, end=end)


def _is_said(text: str) -> bool:
    return bool((unescape(text) if "&" in text else text).strip())
