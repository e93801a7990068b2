"""`{#id .class}` after what it is for; nothing else may be given this way."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder

from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.diagnostics import Place, error

NAMES: Mapping[str, str] = MappingProxyType({".": "class", "class": "class", "id": "id"})
VALUE = re.compile(r"\w[\w-]*")


class Attributes(AttrListTreeprocessor):
    """Lists of attributes, by allow-list; one that is refused stays in the text."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown)
        self.page = page
        self.ids: set[str] = set()

    def run(self, doc: Element) -> None:
        """Give the elements of a body their attributes."""
        if "{" not in self.page.body:
            return
        self.ids = {element.attrib["id"] for element in doc.iter() if "id" in element.attrib}
        super().run(doc)

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Give an element its attributes, and return what remains of the list as text."""
        offset, written = marks.take(attrs_string)
        attributes, remainder = get_attrs_and_remainder(written.lstrip(": "))
        if strict and remainder:
            return remainder
        place = self.page.place(None if offset is None else offset - 1, len(written) + 2)
        if not self._are_allowed(attributes, place):
            return f"{{{attrs_string}}}"
        for name, value in attributes:
            if NAMES[name] == "class":
                elem.set("class", f"{elem.get('class', '')} {value}".strip())
            else:
                self._set_id(elem, value, place)
        return remainder

    def _are_allowed(self, attributes: list[tuple[str, str]], place: Place) -> bool:
        refused = [name for name, value in attributes if name not in NAMES or not VALUE.fullmatch(value or "")]
        message = '"{name}" cannot be given in braces'
        fix = r"give an id (#history) or a class (.wide) of letters, digits and hyphens; write \{{ for a brace"
        self.page.problems += (
            error("unsafe-attribute", place, message, fix, name=NAMES.get(name, name)) for name in refused
        )
        return not refused

    def _set_id(self, element: Element, identifier: str, place: Place) -> None:
        if identifier in self.ids:
            message = 'the id "{id}" stands twice in this text'
            self.page.problems.append(error("duplicate-id", place, message, "choose another one", id=identifier))
        self.ids.add(identifier)
        element.set("id", identifier)


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax."""
    markdown.treeprocessors.register(Attributes(markdown, page), "attr_list", 8)
