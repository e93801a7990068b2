"""Python-Markdown, with shorter ways to the same HTML."""

from collections.abc import Callable
from typing import ClassVar, Literal, Self
from xml.etree.ElementTree import Element

from markdown import Markdown

from sitegen.convert.blocks import BlockWalk
from sitegen.convert.serializer import to_html


class Engine(Markdown):
    """The library's converter, with our walk over blocks and our serializer."""

    output_formats: ClassVar[dict[Literal["xhtml", "html"], Callable[[Element], str]]] = {"html": to_html}

    def build_parser(self) -> Self:
        """Make what the converter consists of, with our parser in the place of the library's."""
        super().build_parser()
        processors, self.parser = self.parser.blockprocessors, BlockWalk(self)
        self.parser.blockprocessors = processors
        for processor in processors:
            processor.parser = self.parser
        return self
