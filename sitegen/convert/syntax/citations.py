"""Citations: `[@source#passage]`, `[@source "words of it"]`, in the form that Pandoc's have: numbered references.

They are numbered as they appear; those that say the same have the same number. The references themselves stand below
the page, which knows the sources: https://pandoc.org/MANUAL.html#citation-syntax
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from msgspec.structs import replace

from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.diagnostics import error
from sitegen.model import Citation
from sitegen.urls import citation_anchor, reference_anchor

CITATION = r"[ \n]?\[@(?P<inside>[^\[\]]*)\](?!\()"
FORM = re.compile(
    r"""\s*(?P<source>[a-z0-9]+(?:-[a-z0-9]+)*)
    (?:\#(?P<passage>[a-z0-9]+(?:-[a-z0-9]+)*))?
    (?:\s+["“](?P<words>.*\S.*)["”])?\s*""",
    re.VERBOSE | re.DOTALL,
)
NUMBER = "data-citation"
"""What says until the end which citation of the page an element is."""


class Citations(InlineProcessor):
    """`[@…]` in the text."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(CITATION, markdown)
        self.page = page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - the library's
        """Return what becomes a raised number that leads to the reference."""
        offset, inside = marks.take(m["inside"])
        place = self.page.place(None if offset is None else offset - 2, len(inside) + 3)
        form = FORM.fullmatch(inside)
        if form is None or not (form["passage"] or form["words"]):
            message = "what starts here is not understood as a citation"
            fix = r'write [@source#passage] or [@source "words of it"], with ids, or \[@ if no citation is meant'
            self.page.problems.append(error("citation-form", place, message, fix))
            return None, m.start(), m.end()
        source, passage, words = form.groups("")
        citation = Citation(0, source, passage, " ".join(words.split()), place.line, place.column, place.length)
        self.page.citations.append(citation)
        raised = Element("sup")
        SubElement(raised, "a", {"role": "doc-noteref", NUMBER: str(len(self.page.citations) - 1)})
        return raised, m.start(), m.end()


class Numbers(Treeprocessor):
    """The numbers, given in the order of the page, now that it is settled what stands where."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown)
        self.page = page

    def run(self, root: Element) -> None:
        """Number the references."""
        if not self.page.citations:
            return
        cited = [link for link in root.iter("a") if NUMBER in link.attrib]
        times: dict[tuple[str, str, str], int] = {}
        found: list[Citation] = []
        for link in cited:
            citation = self.page.citations[int(link.attrib.pop(NUMBER))]
            said = citation.source, citation.passage, citation.words
            times[said] = times.get(said, 0) + 1
            number = list(times).index(said) + 1
            link.attrib |= {"id": citation_anchor(number, times[said]), "href": f"#{reference_anchor(number)}"}
            link.text = f"[{number}]"  # which no footnote looks like
            found.append(replace(citation, number=number))
        self.page.citations = found


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax; it comes before links, and numbers are given after all else is done."""
    markdown.inlinePatterns.register(Citations(markdown, page), "citation", 176)
    markdown.treeprocessors.register(Numbers(markdown, page), "citations", -25)
