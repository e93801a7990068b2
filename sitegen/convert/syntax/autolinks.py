"""Links that show their own address: `<https://example.org>`, `<someone@example.org>`."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from sitegen.convert import marks
from sitegen.convert.page import Page

SIGN = "data-bare"
"""An attribute that tells such a link from others until all links are checked."""

ADDRESS = rf"{marks.OPTIONAL}<{marks.OPTIONAL}(?P<address>[A-Za-z][A-Za-z0-9+.-]*://[^<>\s]*)>"
MAIL = rf"{marks.OPTIONAL}<{marks.OPTIONAL}(?:mailto:)?(?P<address>[^<> !:/\"\\]+@[^@<> :/\"\\]+)>"


class BareLinks(InlineProcessor):
    """An address in angle brackets, shown as it is."""

    def __init__(self, markdown: Markdown, pattern: str, scheme: str) -> None:
        super().__init__(pattern, markdown)
        self.scheme = scheme

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - the library's
        """Return a link to the address."""
        offset, _ = marks.take(m[0])
        address = marks.strip(self.unescape(m["address"]))
        mark = "" if offset is None else marks.at(offset + m[0].startswith(marks.at(offset)))
        link = Element("a", {"href": f"{mark}{self.scheme}{address}", SIGN: ""})
        link.text = AtomicString(address)
        return link, m.start(), m.end()


def register(markdown: Markdown, _page: Page) -> None:
    """Teach the converter this syntax."""
    markdown.inlinePatterns.register(BareLinks(markdown, ADDRESS, ""), "autolink", 120)
    markdown.inlinePatterns.register(BareLinks(markdown, MAIL, "mailto:"), "automail", 110)
