r"""HTML, which is not understood: it stays in the text as it was written, and `\<` says that this is meant."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.diagnostics import error

TAG = rf"{marks.OPTIONAL}<{marks.OPTIONAL}(?:[!?]|/?(?P<name>[A-Za-z][\w-]*)[^<>]*(?:>|=))"
WRITTEN = re.compile(r"<!--.{0,200}?-->|<[^<>\n]*>?")

_INSTEAD = {
    "a": "[text](task:green-police-cars)",
    "b strong": "**text**",
    "i em": "*text*",
    "h1 h2 h3 h4 h5 h6": "## before a heading",
    "ul li": "- before each item",
    "ol": "1. before each item",
    "dl dt dd": "the word on a line, and : before its definition on the next",
    "blockquote": "> before each line",
    "br": "two spaces at the end of the line",
    "hr": "--- on a line of its own",
    "p div": "an empty line",
    "table thead tbody tr th td": "a table with | between its cells",
    "code tt kbd samp": "`text`",
    "pre": "``` on a line before and after",
    "sup": "[^1], and a line [^1]: with the text of the footnote",
    "img figure picture": "the picture's id in the field image at the top of the file",
}
INSTEAD: Mapping[str, str] = MappingProxyType({tag: text for tags, text in _INSTEAD.items() for tag in tags.split()})


class RawHtml(InlineProcessor):
    """Tags, comments, declarations and processing instructions, left as they are."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(TAG, markdown)
        self.page = page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[None, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - the library's
        """Note the problem, and change nothing."""
        offset, _ = marks.take(m[0])
        written = None if offset is None else WRITTEN.match(self.page.body, offset)
        tag = written[0] if written else "<"
        place = self.page.place(offset, len(tag))
        message = "HTML is not understood here: {tag}"
        instead = INSTEAD.get((m["name"] or "").lower(), "")
        fix = "write {instead}" if instead else r"take it out; if the character itself is meant, write \<"
        self.page.problems.append(error("raw-html", place, message, fix, tag=tag, instead=instead))
        return None, m.start(), m.end()


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter to leave HTML alone."""
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.inlinePatterns.register(RawHtml(markdown, page), "raw_html", 90)
    markdown.ESCAPED_CHARS.append("<")
