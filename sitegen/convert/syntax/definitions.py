"""`[label]: address`, which `[text][label]` refers to: each of them used, and each label once."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.diagnostics import error, warning

Definition = tuple[str, str]


class Definitions(dict[str, Definition]):
    """The library's definitions by label, whatever marks a label may have."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.used: set[str] = set()

    def clear(self) -> None:
        """Forget the definitions of the last body."""
        super().clear()
        self.used.clear()

    def __contains__(self, label: object) -> bool:
        """Whether there is a definition of a label."""
        return super().__contains__(marks.strip(str(label)))

    def __getitem__(self, label: str) -> Definition:
        """Return a definition, which now is used."""
        self.used.add(marks.strip(label))
        return super().__getitem__(marks.strip(label))

    def __setitem__(self, label: str, definition: Definition) -> None:
        """Note a definition, with a mark before its address, unless the label has one."""
        label, address = marks.strip(label), marks.strip(definition[0]).lstrip("<")
        offset = self.page.find(address, before=rf"(?i:\[[ \t]*{re.escape(label)}[ \t]*\]:)\s*<?")
        if label in self:
            place = self.page.place(offset, len(address))
            message = '"{label}" is defined twice'
            fix = "give each of them its own name"
            self.page.problems.append(error("definition-duplicate", place, message, fix, label=label))
        else:
            mark = "" if offset is None else marks.at(offset)
            super().__setitem__(label, (mark + address, definition[1]))


class Unused(Treeprocessor):
    """Definitions that nothing refers to: they look like text that has disappeared."""

    def __init__(self, markdown: Markdown, definitions: Definitions) -> None:
        super().__init__(markdown)
        self.definitions = definitions

    def run(self, root: Element) -> None:  # noqa: ARG002 - the library's
        """Note each of them."""
        for label, (address, _) in self.definitions.items():
            if label not in self.definitions.used:
                self._warn(label, *marks.take(address))

    def _warn(self, label: str, offset: int | None, address: str) -> None:
        page = self.definitions.page
        message = "this line is not shown: it is an address for [{label}], which does not occur in the text"
        fix = r"write \[{label}]: if it is meant as text, or delete it"
        page.problems.append(warning("definition-unused", page.place(offset, len(address)), message, fix, label=label))


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax."""
    definitions = Definitions(page)
    markdown.references = definitions
    markdown.treeprocessors.register(Unused(markdown, definitions), "definitions", -30)
