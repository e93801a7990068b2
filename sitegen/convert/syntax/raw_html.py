r"""HTML, which is not understood: it stays in the text as it was written, and `\<` says that this is meant."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.diagnostics import Translatable, error

TAG = rf"{marks.OPTIONAL}<{marks.OPTIONAL}(?:[!?]|/?(?P<name>[A-Za-z][\w-]*)[^<>]*(?:>|=))"
WRITTEN = re.compile(r"<!--.{0,200}?-->|<[^<>\n]*>?")

_INSTEAD = {
    "a": Translatable("write [text](task:green-police-cars)"),
    "b strong": Translatable("write **text**"),
    "i em": Translatable("write *text*"),
    "h1 h2 h3 h4 h5 h6": Translatable("write ## before a heading"),
    "ul li": Translatable("write - before each item"),
    "ol": Translatable("write 1. before each item"),
    "dl dt dd": Translatable("write the word on a line, and : before its definition on the next"),
    "blockquote": Translatable("write > before each line"),
    "br": Translatable("write two spaces at the end of the line"),
    "hr": Translatable("write --- on a line of its own"),
    "p div": Translatable("write an empty line"),
    "table thead tbody tr th td": Translatable("write a table with | between its cells"),
    "code tt kbd samp": Translatable("write `text`"),
    "pre": Translatable("write ``` on a line before and after"),
    "sup": Translatable("write [^1], and a line [^1]: with the text of the footnote"),
    "img figure picture": Translatable("enter the picture in images.yaml, and write ![](image:id)"),
}
INSTEAD: Mapping[str, Translatable] = MappingProxyType(
    {tag: text for tags, text in _INSTEAD.items() for tag in tags.split()}
)
TAKE_OUT = Translatable(r"take it out; if the character itself is meant, write \<")


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
        instead = INSTEAD.get((m["name"] or "").lower(), TAKE_OUT)
        self.page.problems.append(error("raw-html", place, message, "{instead}", tag=tag, instead=instead))
        return None, m.start(), m.end()


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter to leave HTML alone."""
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.inlinePatterns.register(RawHtml(markdown, page), "raw_html", 90)
    markdown.ESCAPED_CHARS.append("<")
