"""Hugo: links by file, related pages looked up by the template."""

from benchmarks.corpus import Corpus, Page, spelled
from benchmarks.front_matter import fenced
from benchmarks.generator import HERE, PEERS, Generator
from benchmarks.layouts.sections import address, fields, finished, quoted

BINARY = PEERS / "hugo"


def _source(page: Page) -> str:
    return f"content/{page.section}/{page.slug}.md"


def _text(page: Page, corpus: Corpus) -> str:
    known = fields(page)
    known["language"] = known.pop("lang")  # Hugo has a meaning of its own for lang
    known["related"] = tuple(address(corpus[other]).rstrip("/") for other in page.related)
    return fenced(known) + spelled(page.body, lambda other: f"{address(corpus[other]).rstrip('/')}.md", quoted)


HUGO = Generator(
    name="hugo",
    tool=BINARY,
    command=(str(BINARY), "--destination", "public", "--quiet"),
    version=(str(BINARY), "version"),
    skeleton={"": HERE / "skeletons/hugo"},
    source=_source,
    text=_text,
    finished=finished,
    template="layouts/page.html",
    caches=("resources", ".hugo_build.lock"),
)
