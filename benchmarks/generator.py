"""What the benchmarks know of a generator: how its site is laid out, how it builds one, what it leaves behind."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from benchmarks.corpus import Corpus, Page

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent


class Generator(Struct, frozen=True, kw_only=True):
    """A generator; commands run in the folder of the site, and paths are below it."""

    name: str
    command: tuple[str, ...]
    """Builds the site."""
    version: tuple[str, ...]
    """Prints the generator's version."""
    files: Callable[[Corpus], Iterator[tuple[str, str]]]
    """Yields path and text of every file that depends on the corpus."""
    skeleton: Mapping[str, Path]
    """What the rest is copied from, by where it goes: configuration, templates, fixed content."""
    source: Callable[[Page], str]
    """Returns the path of a page's content file."""
    finished: Callable[[Page], str]
    """Returns the path of a page's finished file."""
    template: str
    """The path of the template of these pages."""
    output: str = "public"
    caches: tuple[str, ...] = ()
    """Patterns of what a build leaves behind besides the output."""
    environment: Mapping[str, str] = {}
    note: str = ""
    """What a reader of the figures should know of it."""


def section_address(page: Page) -> str:
    """Return the address of a page in the layouts that keep each section in a folder."""
    return f"/{page.section}/{page.slug}/"


def in_section(page: Page) -> str:
    """Return the path of a page's finished file in the layouts that keep each section in a folder."""
    return f"public{section_address(page)}index.html"
