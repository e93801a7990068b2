"""Headings: `##` and deeper, none skipped; each with an id made of its words, in any script."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor, SetextHeaderProcessor
from markdown.extensions.toc import (
    TocExtension,
    TocTreeprocessor,
    remove_fnrefs,
    render_inner_html,
    slugify_unicode,
    strip_tags,
    unique,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.diagnostics import error, warning
from sitegen.model import Heading

TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TITLE = 1
LINE = re.compile(r"#{1,6}[^\\#\n]++")
MARKUP = re.compile(f"[&<>{STX}]")


def slug(text: str, separator: str = "-") -> str:
    """Return an id made of a text's words, composed (NFC), so that the same words always make the same id."""
    return slugify_unicode(unicodedata.normalize("NFC", text), separator).strip("-_")


class Gathering(TocTreeprocessor):
    """Gives headings their ids, and gathers them; a table of contents is for the templates to make."""

    def run(self, doc: Element) -> None:
        """Do what the library does, but for the table."""
        taken = {identifier for element in doc.iter() if (identifier := element.get("id"))}
        counters: dict[str, int] = {}
        gathered = []
        for heading in doc.iter():
            if heading.tag in TAGS:
                name = self._name(heading)
                if "id" not in heading.attrib:
                    heading.attrib["id"] = unique(slug(unescape(name)), taken, counters)
                level, identifier = int(heading.tag[1]), heading.attrib["id"]
                gathered.append({"level": level, "id": identifier, "name": name, "children": ()})
        self.md.toc_tokens = gathered  # type: ignore[attr-defined] # as the library does

    def _name(self, heading: Element) -> str:
        """Return the words of a heading, with entities; those of plain text need not become HTML first."""
        if len(heading) or MARKUP.search(heading.text or ""):
            return strip_tags(render_inner_html(remove_fnrefs(heading), self.md))
        return " ".join((heading.text or "").split())

    def build_toc_div(self, toc_list: object) -> Element:  # noqa: ARG002 - the library's
        """Return nothing of it."""
        return Element("div")


class Ids(TocExtension):
    """The library's extension, without what nobody sees."""

    TreeProcessorClass = Gathering


class HashHeadings(HashHeaderProcessor):
    """`## Heading`, whose mark is taken off before its text is looked at."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown.parser)
        self.page = page

    def test(self, parent: Element, block: str) -> bool:
        """Return whether there is a heading: on a single line it is seen at once, among others it is searched for."""
        return bool(LINE.fullmatch(block)) or super().test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read one heading."""
        super().run(parent, blocks)
        heading = parent[-1]
        mark = marks.MARK.match(heading.text or "")
        if mark and heading.text:
            offset, _ = marks.take(mark[0])
            text = heading.text[mark.end() :]
            heading.text = heading.text if text.startswith("<") else text.lstrip()
            heading.set("data-offset", str((offset or 0) - int(heading.tag[1])))


class UnderlinedHeadings(SetextHeaderProcessor):
    """A heading underlined with `===` or `---`."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown.parser)
        self.page = page

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read one heading."""
        title = marks.strip(blocks[0].partition("\n")[0])
        super().run(parent, blocks)
        offset = self.page.find(title, after=r"[ \t]*\n[ \t>]*(?:=+|-+)[ \t]*$")
        if offset is not None:
            parent[-1].set("data-offset", str(offset))


class Levels(Treeprocessor):
    """Whether the levels of the headings make an outline below the title of the page."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown)
        self.page = page

    def run(self, root: Element) -> None:
        """Check the headings, and let none be a second title of the page."""
        above = TITLE
        for heading in root.iter():
            if heading.tag in TAGS:
                level = int(heading.tag[1])
                self._check(heading, level, above)
                above = max(level, TITLE + 1)
                heading.tag = f"h{above}"

    def _check(self, heading: Element, level: int, above: int) -> None:
        offset = heading.attrib.pop("data-offset", None)
        place = self.page.place(None if offset is None else int(offset), level)
        if level == TITLE:
            message = "# is for the title of the page, which is written at the top of the file"
            self.page.problems.append(error("heading-level", place, message, "write ## for the headings of the text"))
        elif level > above + 1:
            message = "a heading of level {level} follows one of level {above}"
            fix = "write {hashes}, so that no level is skipped"
            hashes = "#" * (above + 1)
            self.page.problems.append(
                warning("heading-skipped", place, message, fix, level=level, above=above, hashes=hashes)
            )
        if not "".join(heading.itertext()).strip():
            self.page.problems.append(
                error("heading-empty", place, "this heading has no words", "write them, or delete it")
            )


class Outline(Treeprocessor):
    """What the library has gathered for a table of contents."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown)
        self.page = page
        self.markdown = markdown

    def run(self, root: Element) -> None:  # noqa: ARG002 - the library's
        """Note the headings in the order of the text."""
        self.page.headings = tuple(_flat(self.markdown.toc_tokens))  # type: ignore[attr-defined] # set by the extension


def _flat(tokens: Iterable[Mapping[str, Any]]) -> Iterator[Heading]:
    for token in tokens:
        yield Heading(token["level"], token["id"], unescape(marks.SLOT.sub("", marks.strip(token["name"]))))
        yield from _flat(token["children"])


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax; the library gives ids at 5."""
    Ids(marker="", slugify=slug).extendMarkdown(markdown)
    markdown.parser.blockprocessors.register(HashHeadings(markdown, page), "hashheader", 70)
    markdown.parser.blockprocessors.register(UnderlinedHeadings(markdown, page), "setextheader", 60)
    markdown.treeprocessors.register(Levels(markdown, page), "levels", 6)
    markdown.treeprocessors.register(Outline(markdown, page), "outline", 3)
