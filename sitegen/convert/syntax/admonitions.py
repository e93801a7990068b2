"""Boxes: `!!! note "Title"` and an indented text; without a title there is none, as the library's is English."""

import re

from markdown import Markdown
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor

from sitegen.convert.page import Page
from sitegen.diagnostics import error, nearest

KINDS = frozenset({"attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning"})
"""The admonitions of reStructuredText, which the syntax was made after."""


class Admonitions(AdmonitionProcessor):
    """Boxes of a known kind."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown.parser)
        self.page = page

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        """Return what the library makes of the first line, but no title that was not written."""
        classes, title = super().get_class_and_title(match)
        if classes.partition(" ")[0] not in KINDS:
            self._refuse(match[1].partition(" ")[0])
        return classes, title if match[2] else None

    def _refuse(self, kind: str) -> None:
        offset = self.page.find(kind, r"!!! ?", r"(?![\w-])")
        place = self.page.place(offset, len(kind))
        guess = nearest(kind.lower(), KINDS)
        message = '"{kind}" is not a kind of box; did you mean "{guess}"?' if guess else '"{kind}" is not a kind of box'
        problem = error(
            "unknown-admonition", place, message, "write one of {kinds}", kind=kind, guess=guess, kinds=_KINDS
        )
        self.page.problems.append(problem)


_KINDS = ", ".join(sorted(KINDS))


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax."""
    AdmonitionExtension().extendMarkdown(markdown)
    markdown.parser.blockprocessors.register(Admonitions(markdown, page), "admonition", 105)
