"""The library's passes over a whole body, cut short where they would change nothing."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import BLOCK_LEVEL_ELEMENTS, ETX, STX, AtomicString

from sitegen.convert import fences
from sitegen.convert.page import Page

BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
UNEVEN = ("\t", "\r", " \n", STX, ETX)
"""What the library makes even: tabs, line ends, lines of spaces, and what its own placeholders are made of."""


class Whitespace(NormalizeWhitespace):
    """Even white space, and empty lines at the end."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a body, most of which are even already."""
        text = "\n".join((*lines, ""))
        return super().run(lines) if any(sign in text for sign in UNEVEN) else [*lines, "", ""]


class FencedCode(FencedBlockPreprocessor):
    """Fenced code, where there is a fence."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown, {"lang_prefix": "language-"})
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with placeholders for fenced code."""
        return super().run(lines) if fences.may_occur(self.page.body) else lines


class LineBreaks(PrettifyTreeprocessor):
    """Line breaks between blocks, after `<br>`, and at the end of code."""

    def run(self, root: Element) -> None:
        """Add them."""
        waiting = [root]
        while waiting:
            block = waiting.pop()
            if len(block) and block.tag != "pre":
                inner = [child for child in block if child.tag in BLOCKS]
                if inner and inner[0] is block[0] and _is_blank(block.text):
                    block.text = "\n"
                waiting += inner
            if not block.tail or block.tail.isspace():
                block.tail = "\n"
        for line_break in root.iter("br"):
            line_break.tail = "\n" if _is_blank(line_break.tail) else f"\n{line_break.tail}"
        for block in root.iter("pre"):
            code = block.find("code")
            if code is not None and code.text is not None:
                code.text = AtomicString(f"{code.text.rstrip()}\n")


class Escapes(UnescapeTreeprocessor):
    """Escaped characters, where there are any."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown)
        self.page = page

    def run(self, root: Element) -> None:
        """Put them back into the text."""
        if "\\" in self.page.body:
            super().run(root)


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()


def register(markdown: Markdown, page: Page) -> None:
    """Let the converter do less."""
    markdown.preprocessors.register(Whitespace(markdown), "normalize_whitespace", 30)
    markdown.preprocessors.register(FencedCode(markdown, page), "fenced_code_block", 25)
    markdown.treeprocessors.register(LineBreaks(markdown), "prettify", 10)
    markdown.treeprocessors.register(Escapes(markdown, page), "unescape", 0)
