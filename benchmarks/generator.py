"""What the benchmarks know of a generator: how its site is laid out, how it builds one, what it leaves behind."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from benchmarks.corpus import Corpus, Page

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
PEERS = Path(os.environ.get("BENCH_PEERS", PROJECT / ".cache/peers")).resolve()
"""Where install-peers puts the other generators."""

STEPS = ("cold", "no-op", "body", "title", "template")
"""What is measured: a first build, one without a change, and one after an edit of a body, a title, a template."""


def nothing(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield no files: the skeleton and the pages are all."""
    del corpus
    yield from ()


class Generator(Struct, frozen=True, kw_only=True):
    """A generator; commands run in the folder of the site, and paths are below it."""

    name: str
    tool: Path
    """What must be there for it to run."""
    command: tuple[str, ...]
    """Builds the site."""
    version: tuple[str, ...]
    """Prints the generator's version."""
    skeleton: Mapping[str, Path]
    """What is copied, and from where: configuration, templates, fixed content."""
    linked: Mapping[str, Path] = {}
    """What is linked, and where to: what is too large to copy."""
    source: Callable[[Page], str]
    """Returns the path of a page's content file."""
    text: Callable[[Page, Corpus], str]
    """Returns the text of a page's content file."""
    more: Callable[[Corpus], Iterator[tuple[str, str]]] = nothing
    """Yields path and text of every other file that depends on the corpus."""
    finished: Callable[[Page], str]
    """Returns the path of a page's finished file."""
    template: str
    """The path of the template of these pages."""
    end_of_page: str = "</article>"
    """The text of that template before which something can be added to every page."""
    output: str = "public"
    caches: tuple[str, ...] = ()
    """Patterns of what a build leaves behind besides the output."""
    steps: tuple[str, ...] = STEPS
    note: str = ""
    """What a reader of the figures should know of it."""

    @property
    def is_installed(self) -> bool:
        """Whether it is there, and what runs it."""
        return self.tool.exists() and shutil.which(self.command[0]) is not None
