"""sitemap.xml and robots.txt.

Source of the form: https://www.sitemaps.org/protocol.html, and Google's xhtml:link for pages in several languages.
"""

from collections.abc import Iterator
from datetime import date
from html import escape

from msgspec import Struct

from sitegen.files import Output
from sitegen.kinds.agency import Agency
from sitegen.kinds.page import PageFacts
from sitegen.plan.frame import alternates
from sitegen.plan.indexing import is_indexed
from sitegen.plan.lists import further_pages
from sitegen.plan.standpoint import Standpoint
from sitegen.views.frame import Alternate

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


class Listed(Struct, frozen=True):
    """A page that search engines may list: full address, the same page in its languages, last change if known."""

    address: str
    alternates: tuple[Alternate, ...]
    changed: date | None


def sitemap(root: Standpoint) -> Iterator[Output]:
    """Yield the sitemap, if the full addresses of pages are known."""
    if root.linker.base_url:
        entries = "".join(_entry(page) for page in sorted(_listed(root), key=lambda page: page.address))
        yield Output("sitemap.xml", f"{HEAD}{entries}</urlset>\n".encode())


def robots(root: Standpoint) -> Iterator[Output]:
    """Yield robots.txt: everything may be read; the sitemap is named if its full address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if sitemap_address := root.linker.full("sitemap.xml"):
        lines += ["", f"Sitemap: {sitemap_address}"]
    yield Output("robots.txt", ("\n".join(lines) + "\n").encode())


def _listed(root: Standpoint) -> Iterator[Listed]:
    for item in filter(is_indexed, root.published()):
        at, spoken = root.on(item.kind, item.id), tuple(item.words)
        yield from _versions(at, spoken, item.facts.updated_on)
        if isinstance(item.facts, PageFacts) and item.facts.lists:
            for further in further_pages(item.facts.lists, at):
                yield from _versions(further, spoken, None)
    for agency in root.records("agency", Agency):
        yield from _versions(root.on("agency", agency.id), root.languages, None)


def _versions(at: Standpoint, spoken: tuple[str, ...], changed: date | None) -> Iterator[Listed]:
    """Yield the page at `at.here` in each of the languages it exists in."""
    others = alternates(at, spoken)
    for language in spoken:
        yield Listed(at.linker.full(at.here_in(language)), others, changed)


def _entry(page: Listed) -> str:
    changed = f"<lastmod>{page.changed.isoformat()}</lastmod>" if page.changed else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(alternate.code)}" href="{escape(alternate.href)}"/>'
        for alternate in page.alternates
    )
    return f"<url><loc>{escape(page.address)}</loc>{changed}{links}</url>\n"
