"""Zensical: links by file; it has no lists of sections or tags, so that these are written as pages beforehand."""

from collections.abc import Iterable, Iterator

from benchmarks.corpus import SECTIONS, TAGS, Corpus, Page, newest, spelled
from benchmarks.front_matter import fenced
from benchmarks.generator import HERE, PEERS, Generator
from benchmarks.layouts.sections import address, admonished, fields, finished, related

PROGRAM = PEERS / "py/bin/zensical"
ON_HOME = 20
ON_A_LIST = 50


def _source(page: Page) -> str:
    return f"docs/{page.section}/{page.slug}.md"


def _text(page: Page, corpus: Corpus) -> str:
    known = fields(page) | {"section": page.section, "related": related(page, corpus)}
    known["state"] = known.pop("status")  # Zensical has a meaning of its own for status
    return fenced(known) + spelled(page.body, lambda other: f"..{address(corpus[other]).rstrip('/')}.md", admonished)


def _lists(corpus: Corpus) -> Iterator[tuple[str, str]]:
    pages = newest(corpus.values())
    yield "docs/index.md", _list("Bench", pages[:ON_HOME])
    for section in SECTIONS:
        yield from _section(section, [page for page in pages if page.section == section])
    for tag in TAGS:
        yield f"docs/tags/{tag}.md", _list(tag, [page for page in pages if tag in page.tags][:ON_A_LIST])


def _section(section: str, pages: list[Page]) -> Iterator[tuple[str, str]]:
    for number, start in enumerate(range(0, len(pages), ON_A_LIST), 1):
        name = "index" if number == 1 else f"page/{number}"
        yield f"docs/{section}/{name}.md", _list(section, pages[start : start + ON_A_LIST])


def _list(title: str, pages: Iterable[Page]) -> str:
    lines = "".join(f"- [{page.title}]({address(page)}) {page.date} {page.summary}\n" for page in pages)
    return f"{fenced({'title': title, 'template': 'list.html'})}# {title}\n\n{lines}"


ZENSICAL = Generator(
    name="zensical",
    tool=PROGRAM,
    command=(str(PROGRAM), "build"),
    version=(str(PROGRAM), "--version"),
    skeleton={"": HERE / "skeletons/zensical"},
    source=_source,
    text=_text,
    more=_lists,
    finished=finished,
    template="theme/main.html",
    caches=(".cache",),
    note="no feed; lists and titles of related pages are written beforehand, so that a new title does not reach them; "
    "only the home page is in its navigation, since its memory grows with the square of that; "
    "it always makes a search index",
)
