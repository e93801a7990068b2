"""The library's walk over the blocks of a body, past the syntaxes that cannot begin there.

Python-Markdown asks every block processor about every block, and most of them look through the whole block for a line
that begins in their way. So we look once at what the lines begin with; the answers stay those of the library.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

OPENER = re.compile(
    r"""
    \n[ ]{0,3}+
    ( [-#>:+=|\[!\d\ ]                        # a fourth space is an opener, too
    | \*(?=[ ]) | [*_](?=(?:[ ]{0,2}[*_]){2}) # not that of **emphasis**, which may begin a line as well
    | (?=\n) | \Z )
    """,
    re.VERBOSE,
)
DIGIT = "0"
"""What stands for all digits, in any script."""

OPENERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "admonition": frozenset("! "),  # indented blocks belong to the box above
        "empty": frozenset({""}),
        "indent": frozenset(" "),
        "defindent": frozenset(" "),
        "code": frozenset(" "),
        "table": frozenset("|:- "),  # those of the row below the head, which may be indented
        "hashheader": frozenset("#"),
        "setextheader": frozenset("=-"),
        "hr": frozenset("-_*"),
        "olist": frozenset(DIGIT),
        "ulist": frozenset("*+-"),
        "deflist": frozenset(":"),
        "quote": frozenset(">"),
        "footnote": frozenset("["),
        "reference": frozenset("["),
    }
)
"""What a line must begin with, after at most three spaces, for a syntax to occur; one not listed may occur anywhere."""


class BlockWalk(BlockParser):
    """The library's parser, with fewer questions."""

    @cached_property
    def steps(self) -> tuple[tuple[frozenset[str] | None, BlockProcessor], ...]:
        """What lines must begin with, and for which processor, in their order, once all syntaxes are registered."""
        names = {id(self.blockprocessors[name]): name for name in OPENERS if name in self.blockprocessors}
        return tuple((OPENERS.get(names.get(id(each), "")), each) for each in self.blockprocessors)

    @cached_property
    def plain_steps(self) -> tuple[BlockProcessor, ...]:
        """The processors for which any line will do."""
        return tuple(processor for openers, processor in self.steps if openers is None)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - the library's
        """Give the parent what the blocks contain."""
        while blocks:
            block = blocks[0]
            found = OPENER.findall(f"\n{block}")
            for processor in self._likely(found) if found else self.plain_steps:
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break

    def _likely(self, found: list[str]) -> Iterator[BlockProcessor]:
        begins = {DIGIT if opener.isdecimal() else opener for opener in found}
        return (processor for openers, processor in self.steps if openers is None or not openers.isdisjoint(begins))
