"""Fenced code; what may stand on its first line is settled before the library sees it."""

from markdown import Markdown
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.postprocessors import Postprocessor

from sitegen.convert.page import Page


class Reachable(Postprocessor):
    """Lets the keyboard reach code, because wide code has to be scrolled."""

    def run(self, text: str) -> str:
        """Return HTML with focusable blocks of code; a written `<` is `&lt;` by now."""
        return text.replace("<pre><code", '<pre tabindex="0"><code')


def register(markdown: Markdown, _page: Page) -> None:
    """Teach the converter this syntax; the library puts fenced code back at 30."""
    FencedCodeExtension().extendMarkdown(markdown)
    markdown.postprocessors.register(Reachable(markdown), "reachable", 10)
