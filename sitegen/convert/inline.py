"""The library's walk over the text of each element, past the syntaxes that cannot occur there.

Python-Markdown tries every syntax on every text, at some 2 microseconds each; most texts have none of the characters
that any syntax begins with. This overrides and calls private methods of 3.11, so its results are tested against the
library's. The library also keeps account of the elements around each text, for syntaxes that are not understood within
some of them; we have none.
"""

import re
from collections import deque
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString

from sitegen.convert.page import Page

SIGNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "backtick": ("`",),
        "escape": ("\\",),
        "footnote": ("[^",),
        "reference": ("[",),
        "link": ("[",),
        "image_link": ("![",),
        "image_reference": ("![",),
        "short_reference": ("[",),
        "short_image_ref": ("![",),
        "autolink": ("<",),
        "automail": ("<",),
        "raw_html": ("<",),
        "linebreak": ("  \n",),
        "entity": ("&",),
        "em_strong": ("*", "_"),
        "underscores": ("__",),
    }
)
"""What a text must have, one or the other, for a syntax to occur in it."""

BY_DEFINITION = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
"""Syntaxes that mean nothing in a body without definitions."""

SOMETHING = re.compile(f"[{re.escape(''.join(sorted({STX, *(sign[-1] for signs in SIGNS.values() for sign in signs)})))}]")
"""A character without which a text is what it is: one of each sign, and that of what stands for a part done before."""


class Step(NamedTuple):
    """A syntax, its number in the library's order, and its signs."""

    number: int
    pattern: Pattern
    signs: tuple[str, ...]


class InlineWalk(InlineProcessor):
    """The library's walk, with fewer steps; made after all syntaxes are registered, each of which has signs."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        names = {id(markdown.inlinePatterns[name]): name for name in SIGNS if name in markdown.inlinePatterns}
        steps = [Step(number, each, SIGNS[names[id(each)]]) for number, each in enumerate(markdown.inlinePatterns)]
        undefined = [step for step in steps if names[id(step.pattern)] not in BY_DEFINITION]
        self.after = tuple(tuple(steps[first:]) for first in range(len(steps) + 1))
        self.after_undefined = tuple(
            tuple(step for step in undefined if step.number >= first) for first in range(len(steps) + 1)
        )

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:  # noqa: ARG002 - see above
        """Find the syntaxes in all texts, in the library's order, which footnotes are numbered by."""
        self.stashed_nodes: dict[str, Element | str] = {}
        self.ancestors: list[str] = []
        waiting = deque([tree])
        while waiting:
            element = waiting.popleft()
            found = []
            for child in element:
                if child.text and SOMETHING.search(child.text) and not isinstance(child.text, AtomicString):
                    nodes = self._nodes(child)
                    found.append((child, nodes))
                    waiting += nodes
                if child.tail and SOMETHING.search(child.tail):
                    self._divide_tail(element, child)
                if len(child):
                    waiting.append(child)
            for child, nodes in found:
                child[:0] = nodes
        return tree

    def _nodes(self, element: Element) -> list[Element]:
        text, element.text = self._InlineProcessor__handleInline(element.text or ""), None
        return [node for node, _ in self._InlineProcessor__processPlaceholders(text, element)]  # type: ignore[attr-defined] # private

    def _divide_tail(self, parent: Element, element: Element) -> None:
        text, element.tail = self._InlineProcessor__handleInline(element.tail or ""), None
        before = Element("span")
        nodes = [node for node, _ in self._InlineProcessor__processPlaceholders(text, before, isText=False)]  # type: ignore[attr-defined] # private
        element.tail = before.tail
        after = list(parent).index(element) + 1
        parent[after:after] = nodes

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - the library's
        if isinstance(data, AtomicString) or not SOMETHING.search(data):
            return data
        for number, pattern, signs in (self.after if self.md.references else self.after_undefined)[patternIndex]:
            start, matched = 0, signs[0] in data or signs[-1] in data
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined] # private
                    pattern, data, number, start
                )
        return data


def register(markdown: Markdown, _page: Page) -> None:
    """Let the converter take fewer steps."""
    markdown.treeprocessors.register(InlineWalk(markdown), "inline", 20)
