"""The library's walk over the text of each element, past the syntaxes that cannot occur there.

Python-Markdown tries every syntax on every text, at some 2 microseconds each; most texts have none of the characters
that any syntax begins with. Each syntax still is the library's, or extends it, and finds what it found before: the walk
is tested against the library's. That one also keeps account of the elements around each text, for syntaxes that are not
understood within some of them; we have none.
"""

import re
from collections import deque
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER, INLINE_PLACEHOLDER_RE, STX, AtomicString

from sitegen.convert.page import Page

SIGNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "backtick": ("`",),
        "escape": ("\\",),
        "citation": ("[@",),
        "figure": ("[=",),
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

_ENDS = {sign[-1] for signs in SIGNS.values() for sign in signs}
SOMETHING = re.compile(f"[{re.escape(''.join(sorted({STX, *_ENDS})))}]")
"""A text with none of these has none of the signs, and no placeholder for what was found before."""


class Step(NamedTuple):
    """A syntax, its number in the library's order, and its signs."""

    number: int
    pattern: InlineProcessor
    signs: tuple[str, ...]


class InlineWalk(Treeprocessor):
    """The library's walk, with fewer steps; made after all syntaxes are registered, each of which has signs."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self.definitions = markdown.references
        self.stashed_nodes: dict[str, Element | str] = {}
        names = {id(markdown.inlinePatterns[name]): name for name in SIGNS if name in markdown.inlinePatterns}
        self.steps, self.steps_undefined = [], []
        for number, pattern in enumerate(cast("Iterable[InlineProcessor]", markdown.inlinePatterns)):
            step = Step(number, pattern, SIGNS[names[id(pattern)]])
            self.steps.append(step)
            if names[id(pattern)] not in BY_DEFINITION:
                self.steps_undefined.append(step)

    def run(self, root: Element) -> None:
        """Find the syntaxes in all texts, in the library's order, which footnotes are numbered by."""
        self.stashed_nodes = {}
        waiting = deque([root])
        while waiting:
            element = waiting.popleft()
            found = []
            for child in element:  # what is found in its tail comes next
                if child.text and SOMETHING.search(child.text) and not isinstance(child.text, AtomicString):
                    nodes = self._divide_text(child, self._read(child.text))
                    found.append((child, nodes))
                    waiting += nodes
                if child.tail and SOMETHING.search(child.tail):
                    self._divide_tail(element, child, self._read(child.tail))
                if len(child):
                    waiting.append(child)
            for child, nodes in found:
                child[:0] = nodes

    def _read(self, text: str, first: int = 0) -> str:
        """Return a text with a placeholder for whatever a syntax has found in it, from that of a number on."""
        if isinstance(text, AtomicString) or not SOMETHING.search(text):
            return text
        for number, pattern, signs in self.steps if self.definitions else self.steps_undefined:
            if number >= first and (signs[0] in text or signs[-1] in text):
                text = self._find(pattern, number, text)
        return text

    def _find(self, pattern: InlineProcessor, number: int, text: str) -> str:
        """Return a text with a placeholder for whatever one syntax has found in it."""
        position = 0
        while match := pattern.compiled_re.search(text, position):
            node, start, end = pattern.handleMatch(match, text)
            if start is None or end is None:
                position = match.end()
            elif node is None:
                position = end
            else:
                placeholder = self._stash(node, number)
                text = f"{text[:start]}{placeholder}{text[end:]}"
                position = start + len(placeholder)
        return text

    def _stash(self, node: Element | str, number: int) -> str:
        """Return a placeholder for a node, in which the syntaxes after the one that found it are found now."""
        if not isinstance(node, str) and not isinstance(node.text, AtomicString):
            for child in (node, *node):
                if child.text:
                    child.text = self._read(child.text, number + 1)
                if child.tail:
                    child.tail = self._read(child.tail, number)
        key = f"{len(self.stashed_nodes):04}"
        self.stashed_nodes[key] = node
        return INLINE_PLACEHOLDER % key

    def _divide_text(self, element: Element, text: str) -> list[Element]:
        """Leave to an element what stands before the first placeholder, and return the nodes from there on."""
        element.text, nodes = self._divided(text)
        return nodes

    def _divide_tail(self, parent: Element, element: Element, text: str) -> None:
        """Leave to an element what stands before the first placeholder in its tail, and insert the nodes after it."""
        element.tail, nodes = self._divided(text)
        if nodes:
            place = list(parent).index(element) + 1
            parent[place:place] = nodes

    def _divided(self, text: str) -> tuple[str | None, list[Element]]:
        """Return what stands before the first node that has a placeholder in a text, and the nodes with their tails."""
        nodes: list[Element] = []
        first, *rest = INLINE_PLACEHOLDER_RE.split(text)
        texts = [[first]]
        for key, after in zip(rest[::2], rest[1::2], strict=True):
            node = self.stashed_nodes[key]
            if isinstance(node, str):
                texts[-1] += node, after
            else:
                self._divide(node)
                nodes.append(node)
                texts.append([after])
        before, *tails = ("".join(pieces) or None for pieces in texts)
        for node, tail in zip(nodes, tails, strict=True):
            node.tail = tail
        return before, nodes

    def _divide(self, node: Element) -> None:
        """Put into a node the nodes that its texts have placeholders for."""
        for child in (node, *node):
            if child.tail and STX in child.tail and child is not node:
                self._divide_tail(node, child, child.tail)
            if child.text and STX in child.text:
                child[:0] = self._divide_text(child, child.text)


def register(markdown: Markdown, _page: Page) -> None:
    """Let the converter take fewer steps."""
    markdown.treeprocessors.register(InlineWalk(markdown), "inline", 20)
