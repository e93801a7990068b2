"""Python-Markdown, taught the syntaxes that we understand."""

import re
from collections.abc import Callable
from functools import cache
from html import escape

from markdown import Markdown
from msgspec import Struct

from sitegen.convert import inline, marks, passes
from sitegen.convert.engine import Engine
from sitegen.convert.page import Page
from sitegen.convert.syntax import (
    admonitions,
    attributes,
    autolinks,
    claims,
    code,
    definitions,
    emphasis,
    footnotes,
    headings,
    images,
    links,
    lists,
    raw_html,
    tables,
)

SYNTAXES: tuple[Callable[[Markdown, Page], None], ...] = (
    raw_html.register,
    code.register,
    lists.register,
    tables.register,
    admonitions.register,
    definitions.register,
    attributes.register,
    headings.register,
    footnotes.register,
    claims.register,
    emphasis.register,
    images.register,
    autolinks.register,
    links.register,
)

ESCAPED = re.compile("\x02([0-9]++)\x03")
"""An escaped character that the library has put into code, where it forgets it."""


class Converter(Struct, frozen=True):
    """The library's converter, and the page that its processors write down what they find on."""

    markdown: Markdown
    page: Page

    def html(self, text: str) -> str:
        """Return a text as HTML, with slots for addresses; what is found on the way is on the page."""
        html = self.markdown.reset().convert(marks.mark(text))
        return ESCAPED.sub(_unescaped, marks.strip(html))


def _unescaped(match: re.Match[str]) -> str:
    return escape(f"\\{chr(int(match[1]))}")


@cache
def converter() -> Converter:
    """Return the one converter of this process: making one takes longer than most bodies, and none may be shared."""
    page = Page()
    markdown = Engine(output_format="html")
    for register in (*SYNTAXES, passes.register, inline.register):
        register(markdown, page)
    return Converter(markdown, page)
