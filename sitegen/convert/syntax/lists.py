"""Lists: `- item`, `1. item` (a list is of one sort, and starts at its first number), and `: definition`."""

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension

from sitegen.convert.page import Page


def register(markdown: Markdown, _page: Page) -> None:
    """Teach the converter this syntax."""
    SaneListExtension().extendMarkdown(markdown)
    DefListExtension().extendMarkdown(markdown)
