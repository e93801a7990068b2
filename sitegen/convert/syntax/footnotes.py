"""Footnotes: `[^label]` and `[^label]: text`, numbered as they appear, with ids made of their labels."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension, FootnotePostTreeprocessor
from markdown.extensions.toc import unique
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.convert.syntax.headings import slug
from sitegen.diagnostics import Place, error, nearest, warning

REFERENCE = r"\[\^(?P<label>[^\]]*)\]"
NEVER = "\x02footnotes\x03"


class Footnotes(FootnoteExtension):
    """The library's footnotes, kept by what their labels make as ids."""

    def __init__(self, page: Page) -> None:
        super().__init__(PLACE_MARKER=NEVER, SEPARATOR="-", BACKLINK_TEXT="↩", BACKLINK_TITLE="")
        self.page = page

    def reset(self) -> None:
        """Forget the footnotes of the last body."""
        super().reset()
        self.ids: dict[str, str] = {}
        self.offsets: dict[str, int | None] = {}
        self.taken: set[str] = set()
        self.is_read = False

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802 - the library's
        """Note a definition."""
        offset, label = marks.take(id)
        if label in self.ids:
            place = self.page.place(offset, len(label))
            message = 'there are two footnotes "{label}"'
            self.page.problems.append(error("footnote-duplicate", place, message, "give each its own", label=label))
        elif self.is_read:
            self._refuse_nested(offset, label)
        else:
            self._keep(offset, label, text)

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802 - the library's
        """Return the footnotes as they stand below the text, which has been read by now."""
        self.is_read = True
        return super().makeFootnotesDiv(root)

    def findFootnotesPlaceholder(self, root: Element) -> None:  # noqa: N802 - the library's
        """Return nothing: footnotes stand at the end, and no text has what would place them elsewhere."""

    def _keep(self, offset: int | None, label: str, text: str) -> None:
        self.ids[label] = unique(slug(label), self.taken)
        self.offsets[self.ids[label]] = offset
        super().setFootnote(self.ids[label], text)

    def refuse_undefined(self, offset: int | None, label: str) -> None:
        """Note that there is no footnote of that label."""
        message, guess = 'there is no footnote "{label}"', nearest(label, self.ids)
        if guess:
            message = 'there is no footnote "{label}"; did you mean "{guess}"?'
        place = self.page.place(offset, len(label))
        fix = r"add a line [^{label}]: with its text, or write \[ if no footnote is meant"
        self.page.problems.append(error("footnote-undefined", place, message, fix, label=label, guess=guess))

    def refuse_empty(self, identifier: str) -> None:
        """Note that a footnote has no text."""
        label, place = self._label_and_place(identifier)
        message = 'the footnote "{label}" has no text'
        self.page.problems.append(error("footnote-empty", place, message, "write it after the colon", label=label))

    def _refuse_nested(self, offset: int | None, label: str) -> None:
        place = self.page.place(offset, len(label))
        message = 'the footnote "{label}" stands within another one'
        fix = "move it to the left margin, after an empty line"
        self.page.problems.append(error("footnote-nested", place, message, fix, label=label))

    def warn_unused(self, identifier: str) -> None:
        """Note that nothing in the text refers to a footnote."""
        label, place = self._label_and_place(identifier)
        message = 'nothing in the text refers to the footnote "{label}"'
        fix = "write [^{label}] where it belongs, or delete it"
        self.page.problems.append(warning("footnote-unused", place, message, fix, label=label))

    def _label_and_place(self, identifier: str) -> tuple[str, Place]:
        label = next(label for label, other in self.ids.items() if other == identifier)
        return label, self.page.place(self.offsets[identifier], len(label))


class References(InlineProcessor):
    """`[^label]` in the text."""

    def __init__(self, markdown: Markdown, footnotes: Footnotes) -> None:
        super().__init__(REFERENCE, markdown)
        self.footnotes = footnotes

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int, int]:  # type: ignore[override] # noqa: ARG002, N802 - the library's
        """Return a raised number that leads to the footnote."""
        offset, label = marks.take(m["label"])
        identifier = self.footnotes.ids.get(label)
        if identifier is None:
            self.footnotes.refuse_undefined(offset, label)
            return None, m.start(), m.end()
        self.footnotes.addFootnoteRef(identifier)
        raised = Element("sup", {"id": self.footnotes.makeFootnoteRefId(identifier, found=True)})
        there = {
            "class": "footnote-ref",
            "href": f"#{self.footnotes.makeFootnoteId(identifier)}",
            "role": "doc-noteref",
        }
        SubElement(raised, "a", there).text = str(self.footnotes.footnote_order.index(identifier) + 1)
        return raised, m.start(), m.end()


class Duplicates(FootnotePostTreeprocessor):
    """Links back to each place that refers to a footnote."""

    def run(self, root: Element) -> None:
        """Add them, where there are several."""
        if any(count > 1 for count in self.footnotes.found_refs.values()):
            super().run(root)


class Endnotes(Treeprocessor):
    """The footnotes at the end of the text, as assistive technology expects them."""

    def __init__(self, markdown: Markdown, footnotes: Footnotes) -> None:
        super().__init__(markdown)
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        """Say what is what by roles (DPUB-ARIA 1.1), and take out links back to nowhere."""
        if not self.footnotes.footnotes:
            return
        section = root[-1]
        section.tag = "section"
        section.attrib = {"class": "footnotes", "role": "doc-endnotes"}
        section.remove(section[0])
        notes = section[0]
        notes[:] = sorted(notes, key=self._number)
        for note in notes:
            self._finish(note)

    def _number(self, note: Element) -> int:
        order = self.footnotes.footnote_order
        identifier = _identifier(note)
        return order.index(identifier) if identifier in order else len(order)

    def _finish(self, note: Element) -> None:
        if not len(note):
            self.footnotes.refuse_empty(_identifier(note))
        elif _identifier(note) not in self.footnotes.footnote_order:
            self.footnotes.warn_unused(_identifier(note))
            self._unlink(note)
        links = [link for link in note.iter("a") if link.get("class") == "footnote-backref"]
        for link in links:
            link.attrib = {"class": "footnote-backref", "href": link.attrib["href"], "role": "doc-backlink"}
            link.tail = " " if link is not links[-1] else None

    @staticmethod
    def _unlink(note: Element) -> None:
        last = note[-1]
        last.remove(last[-1])
        if not last.text and not len(last):
            note.remove(last)


def _identifier(note: Element) -> str:
    return note.attrib["id"].removeprefix("fn-")


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax; roles come after the library's last step, which is 15."""
    footnotes = Footnotes(page)
    footnotes.extendMarkdown(markdown)
    markdown.inlinePatterns.register(References(markdown, footnotes), "footnote", 175)
    markdown.treeprocessors.register(Duplicates(footnotes), "footnote-duplicate", 15)
    markdown.treeprocessors.register(Endnotes(markdown, footnotes), "endnotes", 14)
