"""Eleventy: links by address, related pages looked up by the template."""

from benchmarks.corpus import Corpus, Page, spelled
from benchmarks.front_matter import fenced
from benchmarks.generator import HERE, PEERS, Generator
from benchmarks.layouts.sections import address, fields, finished, quoted

MODULES = PEERS / "js/node_modules"
PROGRAM = MODULES / "@11ty/eleventy/cmd.cjs"


def _source(page: Page) -> str:
    return f"content/{page.section}/{page.slug}.md"


def _text(page: Page, corpus: Corpus) -> str:
    known = fields(page) | {"section": page.section, "layout": "page.njk"}
    return fenced(known) + spelled(page.body, lambda other: address(corpus[other]), quoted)


ELEVENTY = Generator(
    name="eleventy",
    tool=PROGRAM,
    command=("node", str(PROGRAM), "--quiet"),
    version=("node", str(PROGRAM), "--version"),
    skeleton={"": HERE / "skeletons/eleventy"},
    linked={"node_modules": MODULES},
    source=_source,
    text=_text,
    finished=finished,
    template="includes/page.njk",
    note="builds everything each time: what it builds by increments needs a process that goes on",
)
