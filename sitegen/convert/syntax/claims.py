"""What a text rests on: `[@source#passage]`, `[@source "words of it"]`, and figures, `[=id]`.

Both leave a slot: numbers are given by the page, which knows all of what it says, and figures by the whole site.
"""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString
from msgspec.structs import replace

from sitegen import claims
from sitegen.claims import Claim
from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.diagnostics import Diagnostic, Place, error


class Claims(InlineProcessor):
    """One of the two in the text."""

    def __init__(  # noqa: PLR0913  # what the two differ in
        self,
        pattern: str,
        read: Callable[[str], Claim | None],
        refuse: Callable[[Place], Diagnostic],
        tag: str,
        markdown: Markdown,
        page: Page,
    ) -> None:
        super().__init__(pattern, markdown)
        self.read, self.refuse, self.tag, self.page = read, refuse, tag, page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str | None, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - the library's
        """Return a slot for what readers will see."""
        offset, inside = marks.take(m[1])
        place = self.page.place(None if offset is None else offset - 2, len(inside) + 3)
        claim = self.read(inside)
        if claim is None:
            self.page.problems.append(self.refuse(place))
            return None, m.start(), m.end()
        slot = self.page.slot(replace(claim, line=place.line, column=place.column, length=place.length))
        if not self.tag:
            return slot, m.start(), m.end()
        element = Element(self.tag)
        element.text = AtomicString(slot)
        return element, m.start(), m.end()


def _no_citation(place: Place) -> Diagnostic:
    fix = r'write [@source#passage] or [@source "words of it"], with ids, or \[@ if no citation is meant'
    return error("citation-form", place, "what starts here is not understood as a citation", fix)


def _no_figure(place: Place) -> Diagnostic:
    fix = r"write [=id], [=id number] or [=id ~2], with the id of a figure, or \[= if none is meant"
    return error("figure-form", place, "what starts here is not understood as a figure", fix)


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter both; they come before links."""
    cited = Claims(claims.CITED, claims.citation, _no_citation, "sup", markdown, page)
    shown = Claims(claims.SHOWN, claims.shown, _no_figure, "", markdown, page)
    markdown.inlinePatterns.register(cited, "citation", 176)
    markdown.inlinePatterns.register(shown, "figure", 175.5)
