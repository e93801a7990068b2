"""Nikola: links by address; titles of related pages written beforehand, since its templates cannot look them up."""

from benchmarks.corpus import Corpus, Page, spelled
from benchmarks.front_matter import fenced
from benchmarks.generator import HERE, PEERS, Generator
from benchmarks.layouts.sections import address, admonished, fields, finished, related

PROGRAM = PEERS / "nikola/bin/nikola"


def _source(page: Page) -> str:
    return f"posts/{page.section}/{page.slug}.md"


def _text(page: Page, corpus: Corpus) -> str:
    known = fields(page) | {"slug": page.slug, "category": page.section, "related": related(page, corpus)}
    known["state"] = known.pop("status")  # Nikola has meanings of its own for status and lang
    known["language"] = known.pop("lang")
    return fenced(known) + spelled(page.body, lambda other: address(corpus[other]), admonished)


NIKOLA = Generator(
    name="nikola",
    tool=PROGRAM,
    command=(str(PROGRAM), "build", "-v", "0"),
    version=(str(PROGRAM), "version"),
    skeleton={"": HERE / "skeletons/nikola"},
    source=_source,
    text=_text,
    finished=finished,
    template="themes/bench/templates/post.tmpl",
    caches=(".doit.db*", "cache"),
    note="titles of related pages are written beforehand, so that a new title does not reach them; "
    "lists of all pages come on top",
)
