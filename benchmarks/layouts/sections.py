"""What the layouts of the other generators have in common: a folder for each section, and a page's fields."""

from benchmarks.corpus import Corpus, Page
from benchmarks.front_matter import Value


def address(page: Page) -> str:
    """Return the address of a page."""
    return f"/{page.section}/{page.slug}/"


def finished(page: Page) -> str:
    """Return the path of a page's finished file."""
    return f"public{address(page)}index.html"


def fields(page: Page) -> dict[str, Value]:
    """Return what is said of a page before its body."""
    return {
        "id": page.id,
        "title": page.title,
        "date": page.date,
        "summary": page.summary,
        "agency": page.agency,
        "status": page.status,
        "tags": page.tags,
        "lang": page.language,
        "related": page.related,
    }


def related(page: Page, corpus: Corpus) -> tuple[Value, ...]:
    """Return title and address of the related pages, for generators whose templates cannot look another page up."""
    others = (corpus[other] for other in page.related)
    return tuple({"title": other.title, "url": address(other)} for other in others)


def quoted(title: str, text: str) -> str:
    """Return a note as a quotation, for Markdown that has no notes."""
    return f"> **{title}** {text}"


def admonished(title: str, text: str) -> str:
    """Return a note as Python-Markdown's admonitions have it."""
    return f'!!! note "{title}"\n\n    {text}'
