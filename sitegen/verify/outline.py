"""What a finished page consists of, as far as its rules need it."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.markup import End, MarkupError, Start, Text, tokens

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
READ = frozenset({*HEADINGS, "a", "button", "title", "caption", "summary", "script"})


class Element(Struct, frozen=True):
    """A start tag with its attributes, the text within it where a rule asks for that, and where it stands."""

    name: str
    attributes: Mapping[str, str]
    text: str
    offset: int


class Outline(Struct, frozen=True):
    """The elements of a page in the order they end, and the ids on it in the order they are given."""

    elements: tuple[Element, ...]
    ids: tuple[tuple[str, int], ...]

    def named(self, *names: str) -> tuple[Element, ...]:
        """Return the elements of those names, in the order of the page."""
        return tuple(sorted((e for e in self.elements if e.name in names), key=lambda element: element.offset))


def outline(html: str) -> Outline:
    """Return what a page consists of.

    Raises:
        MarkupError: if tags do not match, or the text is not the HTML we write.

    """
    elements: list[Element] = []
    ids: list[tuple[str, int]] = []
    opened: list[tuple[Start, list[str]]] = []
    for token in tokens(html):
        match token:
            case Start():
                if "id" in token.attributes:
                    ids.append((token.attributes["id"], token.offset))
                _alternative(token, opened)
                if token.is_empty:
                    elements.append(Element(token.name, token.attributes, "", token.offset))
                else:
                    opened.append((token, []))
            case Text():
                _collect(token.text, opened)
            case End():
                elements.append(_closed(token, opened))
    if opened:
        raise MarkupError(f"<{opened[-1][0].name}> is never closed", opened[-1][0].offset)
    return Outline(tuple(elements), tuple(ids))


def _closed(end: End, opened: list[tuple[Start, list[str]]]) -> Element:
    if not opened or opened[-1][0].name != end.name:
        expected = f"</{opened[-1][0].name}>" if opened else "nothing"
        raise MarkupError(f"</{end.name}> stands where {expected} is expected", end.offset)
    start, text = opened.pop()
    return Element(start.name, start.attributes, "".join(text), start.offset)


def _collect(text: str, opened: list[tuple[Start, list[str]]]) -> None:
    """Add text to every open element whose text a rule asks for."""
    for start, texts in opened:
        if start.name in READ:
            texts.append(text)


def _alternative(start: Start, opened: list[tuple[Start, list[str]]]) -> None:
    """Let a picture's text or an element's label count as content."""
    words = start.attributes.get("alt") or start.attributes.get("aria-label")
    if words:
        _collect(words, opened)
