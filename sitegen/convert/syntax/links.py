"""Links: `[words](task:green-police-cars#history)`, `[words](#history)`, `[words](https://...)`."""

import re
import unicodedata
from html import unescape
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from sitegen.convert import marks
from sitegen.convert.addresses import BY_ID, OUTSIDE, refusal
from sitegen.convert.page import Page
from sitegen.convert.syntax import autolinks
from sitegen.diagnostics import Place, error, nearest, warning
from sitegen.model import Link
from sitegen.urls import LINKABLE
from sitegen.wording import DRESSING, is_vague

BARE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
BRACKET = re.compile(r"[\[\]]")
PLAIN_ADDRESS = re.compile(rf"\(\s*+([^\s()<>'\"{STX}]++)\)")
"""What stands in parentheses without title, blanks, or what is something else to the library."""

ESCAPED_BRACKET = f"{STX}{ord('[')}{ETX}"
UNFINISHED = re.compile(rf"\]\({marks.MARK.pattern}")


class PlainLinks(LinkInlineProcessor):
    """The library's links, which it reads by the character, read at once where they are plain."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - the library's
        """Return the words up to the bracket that closes them, where they end, and whether there is such a bracket."""
        depth = 1
        for bracket in BRACKET.finditer(data, index):
            depth += 1 if bracket[0] == "[" else -1
            if not depth:
                return data[index : bracket.start()], bracket.end(), True
        return data[index:], len(data), False

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - the library's
        """Return address, title, end, and whether there is an address."""
        plain = PLAIN_ADDRESS.match(data, index)
        return (plain[1], None, plain.end(), True) if plain else super().getLink(data, index)


class InlineLinks(PlainLinks):
    """`[words](address "title")` that ends where it ends: the library may think it ends before its start."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - the library's
        """Return address, title, end, and whether this is a link at all."""
        address, title, end, handled = super().getLink(data, index)
        return address, title, end, handled and end > index


class Unfinished(Treeprocessor):
    """Text that starts like a link, and is none."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown)
        self.page = page

    def run(self, root: Element) -> None:
        """Look into all text but code, while it still shows which brackets were escaped."""
        for element in root.iter():
            if element.text and "](" in element.text and element.tag != "code":
                self._check(element.text)
            if element.tail and "](" in element.tail:
                self._check(element.tail)

    def _check(self, text: str) -> None:
        for match in UNFINISHED.finditer(text):
            if text.rfind(ESCAPED_BRACKET, 0, match.start()) > text.rfind("[", 0, match.start()):
                continue
            offset, _ = marks.take(match[0])
            place = self.page.place(None if offset is None else offset - 2, 2)
            message = "what starts here is not understood as a link"
            fix = r"write ) after its address, no link within another, and \[ for a bracket that is no link"
            self.page.problems.append(warning("link-unfinished", place, message, fix))


class Links(Treeprocessor):
    """All links of a body, checked; those by id get a slot for an address that only the whole site knows."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown)
        self.page = page

    def run(self, root: Element) -> None:
        """Check the links, now that every element has its id."""
        self.page.anchors = frozenset(identifier for element in root.iter() if (identifier := element.get("id")))
        for link in root.iter("a"):
            if "role" not in link.attrib:
                self._check(link)

    def _check(self, link: Element) -> None:
        offset, address = marks.take(link.attrib.pop("href"))
        address = address.strip()
        place = self.page.place(offset, len(address))
        if (target := self._target(address, place)) is not None:
            link.set("href", target)
        if link.attrib.pop(autolinks.SIGN, None) is None:
            self._check_words(link, place)

    def _target(self, address: str, place: Place) -> str | None:
        if (by_id := BY_ID.fullmatch(address)) and by_id["kind"] in LINKABLE:
            kind, identifier, anchor = by_id.groups("")
            return self.page.slot(Link(kind, identifier, anchor, place.line, place.column, place.length))
        if address.startswith("#"):
            return address if self._has_anchor(address[1:], place) else None
        if OUTSIDE.fullmatch(address) and OUTSIDE.fullmatch(unescape(address)):
            return address
        self.page.problems.append(refusal(address, place))
        return None

    def _has_anchor(self, anchor: str, place: Place) -> bool:
        if unicodedata.normalize("NFC", unquote(anchor)) in self.page.anchors:
            return True
        guess = nearest(anchor, self.page.anchors)
        message, fix = 'there is no "{anchor}" on this page', "give a heading this id, as in ## Words {{#{anchor}}}"
        if guess:
            message, fix = 'there is no "{anchor}" on this page; did you mean "{guess}"?', "write #{guess}"
        self.page.problems.append(error("missing-anchor", place, message, fix, anchor=anchor, guess=guess))
        return False

    def _check_words(self, link: Element, place: Place) -> None:
        text = "".join(link.itertext())
        words = " ".join(marks.strip(text).split()).strip(DRESSING)
        if len(list(link.iter("a"))) > 1 or marks.SLOT.search(text):
            message = "there is a link within the words of this link"
            self.page.problems.append(error("link-within-link", place, message, "write one after the other"))
        if not words:
            message = "this link has no words"
            fix = "write between [ and ] where it leads"
            self.page.problems.append(error("empty-link", place, message, fix))
        elif is_vague(words):
            message = '"{words}" does not say where this link leads'
            fix = "write the name of what is there"
            self.page.problems.append(error("vague-link", place, message, fix, words=words))
        elif BARE_ADDRESS.fullmatch(words):
            message = "the words of this link are an address, which says little to those who hear it"
            fix = "write the name of what is there"
            self.page.problems.append(warning("address-as-words", place, message, fix))


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax; links are checked after escapes are resolved, which is 0."""
    markdown.inlinePatterns.register(InlineLinks(LINK_RE, markdown), "link", 160)
    markdown.treeprocessors.register(Unfinished(markdown, page), "unfinished", 2)
    markdown.treeprocessors.register(Links(markdown, page), "links", -20)
