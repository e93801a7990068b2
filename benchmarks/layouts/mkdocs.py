"""MkDocs: links by file; related links, lists and feed made by a hook."""

from benchmarks.corpus import Corpus, Page, spelled
from benchmarks.front_matter import fenced
from benchmarks.generator import HERE, PEERS, Generator
from benchmarks.layouts.sections import address, admonished, fields, finished

PROGRAM = PEERS / "py/bin/mkdocs"


def _source(page: Page) -> str:
    return f"docs/{page.section}/{page.slug}.md"


def _text(page: Page, corpus: Corpus) -> str:
    return fenced(fields(page)) + spelled(
        page.body, lambda other: f"..{address(corpus[other]).rstrip('/')}.md", admonished
    )


MKDOCS = Generator(
    name="mkdocs",
    tool=PROGRAM,
    command=(str(PROGRAM), "-q", "build"),
    version=(str(PROGRAM), "--version"),
    skeleton={"": HERE / "skeletons/mkdocs"},
    source=_source,
    text=_text,
    finished=finished,
    template="theme/main.html",
    note="related links, lists and feed are made by a hook; with --dirty, which reads changed pages only, "
    "these could not be made, so that it builds everything each time",
)
