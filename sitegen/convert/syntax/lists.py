"""Lists: `- item`, `1. item` (a list is of one sort, and starts at its first number), and `: definition`."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.treeprocessors import Treeprocessor

from sitegen.convert.page import Page
from sitegen.diagnostics import warning

YEAR_DIGITS = 4


class Numbers(Treeprocessor):
    """Lists that start at a year: they are dates, as in `2021. 3. 31.` at the start of a line."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown)
        self.page = page

    def run(self, root: Element) -> None:
        """Note each of them."""
        for ordered in root.iter("ol"):
            number = ordered.get("start", "")
            if len(number) >= YEAR_DIGITS:
                place = self.page.place(self.page.find(f"{number}.", before=r"^[ \t>*+:-]*"), len(number) + 1)
                message = "{number}. at the start of a line begins a list"
                fix = r"write {number}\. if it is part of a date"
                self.page.problems.append(warning("list-number", place, message, fix, number=number))


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax."""
    SaneListExtension().extendMarkdown(markdown)
    DefListExtension().extendMarkdown(markdown)
    markdown.treeprocessors.register(Numbers(markdown, page), "numbers", -40)
