"""The library's walk over the text of each element, past the syntaxes that cannot occur there.

Python-Markdown tries every syntax on every text, at some 2 microseconds each; most texts have none of the characters
that most syntaxes begin with. This overrides a private method of 3.11, so its results are tested against the library's.
"""

from collections.abc import Mapping
from types import MappingProxyType

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

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
"""What a text must have, one or the other, for a syntax to occur in it; one that is not listed may occur anywhere."""

ANYWHERE = ("",)


class InlineWalk(InlineProcessor):
    """The library's walk, with fewer steps; made after all syntaxes are registered."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        names = {id(markdown.inlinePatterns[name]): name for name in SIGNS if name in markdown.inlinePatterns}
        self.steps = tuple(
            (SIGNS.get(names.get(id(pattern), ""), ANYWHERE), pattern) for pattern in markdown.inlinePatterns
        )

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - the library's
        if isinstance(data, AtomicString):
            return data
        for number, (signs, pattern) in enumerate(self.steps[patternIndex:], patternIndex):
            start, matched = 0, signs[0] in data or signs[-1] in data
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined] # private
                    pattern, data, number, start
                )
        return data
