"""Pelican: links by file, related pages looked up by a plugin; as it comes, and with its cache."""

from msgspec import structs

from benchmarks.corpus import Corpus, Page, spelled
from benchmarks.generator import HERE, PEERS, Generator
from benchmarks.layouts.sections import address, admonished, finished

PROGRAM = PEERS / "py/bin/pelican"
CACHED = ("-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CONTENT_CACHING_LAYER="generator"')


def _source(page: Page) -> str:
    return f"content/{page.section}/{page.slug}.md"


def _text(page: Page, corpus: Corpus) -> str:
    known = {
        "title": page.title,
        "date": page.date,
        "slug": page.slug,
        "lang": page.language,
        "summary": page.summary,
        "agency": page.agency,
        "status_text": page.status,  # Pelican has a meaning of its own for status
        "tags": ", ".join(page.tags),
        "related": " ".join(corpus[other].slug for other in page.related),
    }
    lines = "".join(f"{name}: {value}\n" for name, value in known.items())
    body = spelled(page.body, lambda other: f"{{filename}}{address(corpus[other]).rstrip('/')}.md", admonished)
    return f"{lines}\n{body}"


PELICAN = Generator(
    name="pelican",
    tool=PROGRAM,
    command=(str(PROGRAM), "-q"),
    version=(str(PROGRAM), "--version"),
    skeleton={"": HERE / "skeletons/pelican"},
    source=_source,
    text=_text,
    finished=finished,
    template="theme/templates/article.html",
    caches=("cache",),
)
PELICAN_CACHE = structs.replace(
    PELICAN,
    name="pelican-cache",
    command=(*PELICAN.command, *CACHED),
    note="CACHE_CONTENT and LOAD_CONTENT_CACHE are on",
)
