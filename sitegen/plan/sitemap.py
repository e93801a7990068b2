"""sitemap.xml and robots.txt.

Source of the form: https://www.sitemaps.org/protocol.html, and Google's xhtml:link for pages in several languages.
"""

from collections.abc import Iterable
from html import escape

from msgspec import Struct

from sitegen.model import Output
from sitegen.views.frame import Alternate

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


class Listed(Struct, frozen=True):
    """A page that search engines may list: full address, the same page in its languages, last change as a date."""

    address: str
    alternates: tuple[Alternate, ...]
    changed: str


def sitemap(pages: Iterable[Listed]) -> Output:
    """Return the sitemap of pages that have full addresses."""
    entries = "".join(_entry(page) for page in sorted(pages, key=lambda page: page.address))
    return Output("sitemap.xml", f"{HEAD}{entries}</urlset>\n".encode())


def robots(sitemap_address: str) -> Output:
    """Return robots.txt: everything may be read; the sitemap is named if its full address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if sitemap_address:
        lines += ["", f"Sitemap: {sitemap_address}"]
    return Output("robots.txt", ("\n".join(lines) + "\n").encode())


def _entry(page: Listed) -> str:
    changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(alternate.code)}" href="{escape(alternate.href)}"/>'
        for alternate in page.alternates
    )
    return f"<url><loc>{escape(page.address)}</loc>{changed}{links}</url>\n"
