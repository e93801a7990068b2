"""Edits: what is done to a site before it is built again, as a person would do it."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from benchmarks.corpus import Corpus, Page
from benchmarks.generator import Generator

TITLE = re.compile(r"^title: .*$", re.MULTILINE)
MARK_IN_TEMPLATE = re.compile(r"<p>edited-[\w-]+</p>\n")


class Subject(Struct, frozen=True):
    """A generator's site, the page that is edited, and a reader: a page that shows the title of the edited one."""

    generator: Generator
    site: Path
    page: Page
    reader: Page


def pages_to_edit(corpus: Corpus) -> tuple[Page, Page]:
    """Return a page from the middle of the corpus, and another page that names it as related."""
    readers = {related: page for page in corpus.values() for related in page.related if related != page.id}
    pages = list(corpus.values())
    middle = len(pages) // 2
    page = next(page for page in (*pages[middle:], *pages) if page.id in readers)
    return page, readers[page.id]


def clean(subject: Subject, mark: str) -> None:
    """Remove the output and everything else that a build left behind."""
    del mark
    for pattern in (subject.generator.output, *subject.generator.caches):
        for path in subject.site.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def leave(subject: Subject, mark: str) -> None:
    """Change nothing."""
    del subject, mark


def edit_body(subject: Subject, mark: str) -> None:
    """Add a paragraph to the body of the page."""
    file = subject.site / subject.generator.source(subject.page)
    with file.open("a", encoding="utf-8") as stream:
        stream.write(f"\n\n{mark}\n")


def edit_title(subject: Subject, mark: str) -> None:
    """Give the page another title."""
    _rewrite(subject.site / subject.generator.source(subject.page), lambda text: TITLE.sub(f"title: {mark}", text, 1))


def edit_template(subject: Subject, mark: str) -> None:
    """Let the template of the pages print a paragraph more, in place of the one of an edit before."""
    end = subject.generator.end_of_page
    _rewrite(
        subject.site / subject.generator.template,
        lambda text: MARK_IN_TEMPLATE.sub("", text).replace(end, f"<p>{mark}</p>\n{end}"),
    )


def _rewrite(file: Path, change: Callable[[str], str]) -> None:
    before = file.read_text(encoding="utf-8")
    after = change(before)
    if after == before:
        raise ValueError(f"the edit changes nothing in {file}")
    file.write_text(after, encoding="utf-8")


EDITS: Mapping[str, Callable[[Subject, str], None]] = MappingProxyType(
    {"cold": clean, "no-op": leave, "body": edit_body, "title": edit_title, "template": edit_template}
)
"""What precedes the build of each step; the mark must be seen in the page afterwards."""
