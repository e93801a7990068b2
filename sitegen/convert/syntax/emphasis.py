"""Emphasis: `*word*` and `**word**`, also before a Korean particle, where `__word__는` stays as it is."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import DelimiterProcessor, InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_RE

from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.diagnostics import warning

Match = tuple[Element | None, int | None, int | None]

EMPHASIS, STRONG = "*", "**"
DELIMITERS = frozenset({EMPHASIS, STRONG, "_", "__"})
PLAIN = re.compile(r"(?<!\*)(\*{1,2})(?![\s*])([^*_]*+(?<!\s))\1(?!\*)")
"""Words between two pairs of asterisks, or two single ones, with neither asterisk nor underscore between."""

UNSEEN = rf"(?<![\w_])__(?=[^\s_\x02])(?P<text>[^_\n\x02]*)(?<!\s)__[^\W_]{marks.OPTIONAL}"


class Emphasis(DelimiterProcessor):
    """Emphasis that loses no character.

    Where delimiters do not pair, as in `*a b**c*d`, Python-Markdown 3.11.3 takes letters for them, and it may go on
    with what it knows of the text before. So it has to forget that, and what it returns is compared with what it read.
    """

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__("*", "strong,em", markdown)
        self.add("_", "strong,em", smart=True)
        self.page = page
        self.rest = ""

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override] # noqa: N802 - the library's
        """Return the emphasised words, or nothing if that would not be all of them."""
        if m.start() < len(data) - len(self.rest) or not data.endswith(self.rest):
            self.reset()
        element, start, end = super().handleMatch(m, data)
        if element is not None and _after(element, data, start or 0) != end:
            self.reset()
            self._warn(data[m.start() : end])
            element, start, end = None, m.start(), m.end()
        self.rest = data[end:]
        return element, start, end

    def _warn(self, text: str) -> None:
        known = INLINE_PLACEHOLDER_RE.split(marks.strip(text))[0]
        place = self.page.place(self.page.find(known), len(known))
        message = 'it is not clear what is emphasised by "{text}"'
        fix = r"close each * and ** that is opened, or write \* for an asterisk"
        self.page.problems.append(warning("emphasis-unclear", place, message, fix, text=known))


class PlainEmphasis(Emphasis):
    """Emphasis found at once, where the library would weigh each asterisk to the same end."""

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override] # noqa: N802 - the library's
        """Return the emphasised words, or what else is found."""
        plain = None if self.regions else PLAIN.match(data, m.start())
        if not plain:
            return super().handleMatch(m, data)
        element = Element("strong" if plain[1] == STRONG else "em")
        element.text = plain[2]
        return element, plain.start(), plain.end()


class Underscores(InlineProcessor):
    """Emphasis that stayed as underscores, left as it is."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(UNSEEN, markdown)
        self.page = page

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override] # noqa: ARG002, N802 - as above
        """Note the problem, and change nothing."""
        offset, _ = marks.take(m[0][m.end("text") - m.start() :])
        text = marks.strip(m["text"])
        if offset is None:
            start = self.page.find(f"__{text}__")
        else:
            start = self.page.body.rfind("__", 0, offset - 3)
            text = self.page.body[start + 2 : offset - 3]
        place = self.page.place(start, len(text) + 4)
        message = "__{text}__ is not shown in bold, because a letter follows"
        self.page.problems.append(warning("underscore-emphasis", place, message, "write **{text}**", text=text))
        return None, m.start(), m.end()


def _after(element: Element, data: str, start: int) -> int | None:
    """Return where the text ends that an element was made of and that starts there, or None if it was not."""
    size = len(STRONG) if element.tag == "strong" else len(EMPHASIS)
    delimiter = data[start : start + size]
    if delimiter not in DELIMITERS:
        return None
    position: int | None = start + size
    for text, child in ((element.text, None), *((child.tail, child) for child in element)):
        if position is not None and child is not None:
            position = _after(child, data, position)
        if position is None or not data.startswith(text or "", position):
            return None
        position += len(text or "")
    return position + size if position is not None and data.startswith(delimiter, position) else None


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax."""
    markdown.inlinePatterns.register(PlainEmphasis(markdown, page), "em_strong", 60)
    markdown.inlinePatterns.register(Underscores(markdown, page), "underscores", 55)
