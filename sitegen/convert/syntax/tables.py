"""Tables: in a frame that can be scrolled, alignment as classes, and no cell lost."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.treeprocessors import Treeprocessor

from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.convert.syntax.headings import TAGS as HEADINGS
from sitegen.diagnostics import error

FRAME = "prose__table"


class Tables(TableProcessor):
    """Tables whose rows have no more cells than their head."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown.parser, {"use_align_attribute": True})
        self.page = page

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read one table."""
        for row in blocks[0].split("\n")[2:]:
            self._check(row.strip(" "))
        super().run(parent, blocks)
        table = parent[-1]
        parent.remove(table)
        SubElement(parent, "div", {"class": FRAME, "tabindex": "0"}).append(table)
        for cell in table.iter():
            if cell.tag == "th":
                cell.set("scope", "col")
            if align := cell.attrib.pop("align", None):
                cell.set("class", f"align-{align}")

    def _split_row(self, row: str) -> list[str]:
        """Return the cells of a row: no need to look for code or escapes if there are none."""
        if "`" in row or "\\" in row:
            return super()._split_row(row)  # type: ignore[misc, no-any-return] # the stubs leave it out
        return (row.removeprefix("|").removesuffix("|") if self.border else row).split("|")

    def _check(self, row: str) -> None:
        if row.count("|") < len(self.separator):
            return
        cells = self._split_row(row)
        if len(cells) > len(self.separator):
            written = marks.strip(row)
            offset = self.page.find(written, after=r"(?=[ \t]*$)")
            self.page.problems.append(
                error(
                    "table-cells",
                    self.page.place(offset, len(written)),
                    "this row has {cells} cells, but its table has {columns} columns",
                    r"take cells out, or write \| for a line that does not divide cells",
                    cells=len(cells),
                    columns=len(self.separator),
                )
            )


class Names(Treeprocessor):
    """Gives each frame, which the keyboard can reach, the heading above it as its name."""

    def run(self, root: Element) -> None:
        """Name the frames; a group is no landmark, so several may have the same name."""
        heading = None
        for element in root.iter():
            if element.tag in HEADINGS:
                heading = element.get("id")
            elif heading and element.tag == "div" and element.get("class") == FRAME:
                element.set("role", "group")
                element.set("aria-labelledby", heading)


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax; frames get their names after headings get their ids."""
    TableExtension().extendMarkdown(markdown)
    markdown.parser.blockprocessors.register(Tables(markdown, page), "table", 75)
    markdown.treeprocessors.register(Names(markdown), "table_names", 4)
