"""Lektor: a folder for each page, links by address, related pages looked up by the template."""

from collections.abc import Iterator

from benchmarks.corpus import SECTIONS, Corpus, Page, spelled
from benchmarks.generator import HERE, PEERS, Generator
from benchmarks.layouts.sections import address, finished, quoted

PROGRAM = PEERS / "py/bin/lektor"


def _source(page: Page) -> str:
    return f"content/{page.section}/{page.slug}/contents.lr"


def _text(page: Page, corpus: Corpus) -> str:
    related = [address(corpus[other]).rstrip("/") for other in page.related]
    return "---\n".join(
        [
            "_model: item\n",
            f"title: {page.title}\n",
            f"date: {page.date}\n",
            f"summary: {page.summary}\n",
            f"agency: {page.agency}\n",
            f"status: {page.status}\n",
            f"lang: {page.language}\n",
            "\n".join(["tags:", "", *page.tags, ""]),
            "\n".join(["related:", "", *related, ""]),
            f"body:\n\n{spelled(page.body, lambda other: address(corpus[other]), quoted)}",
        ]
    )


def _sections(corpus: Corpus) -> Iterator[tuple[str, str]]:
    del corpus
    yield "content/contents.lr", "_model: home\n"
    for section in SECTIONS:
        yield f"content/{section}/contents.lr", f"_model: section\n---\ntitle: {section.capitalize()}\n"


LEKTOR = Generator(
    name="lektor",
    tool=PROGRAM,
    command=(str(PROGRAM), "build", "-O", "public"),
    version=(str(PROGRAM), "--version"),
    skeleton={"": HERE / "skeletons/lektor"},
    source=_source,
    text=_text,
    more=_sections,
    finished=finished,
    template="templates/item.html",
    note="no pages of tags, no feed, no sitemap, no footnotes: these are plugins",
)
