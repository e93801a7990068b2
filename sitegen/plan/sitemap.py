"""sitemap.xml and robots.txt.

Source of the form: https://www.sitemaps.org/protocol.html, which also says how much a file may hold, and Google's
xhtml:link for pages in several languages.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html import escape

from msgspec import Struct

from sitegen.files import Output
from sitegen.kinds.agency import Agency
from sitegen.kinds.page import PageFacts
from sitegen.kinds.records import Question
from sitegen.model import AnyItem
from sitegen.plan.frame import alternates
from sitegen.plan.indexing import is_indexed
from sitegen.plan.lists import further_pages
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import LIST_PAGES, Linker
from sitegen.views.frame import Alternate

ADDRESSES = 50_000
"""How many addresses a file may hold."""
BYTES = 50 * 2**20
"""How large it may be, uncompressed."""
SITEMAP = "sitemap.xml"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
HEAD = f'{XML}<urlset xmlns="{NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
FOOT = "</urlset>\n"


class Listed(Struct, frozen=True):
    """A page that search engines may list: full address, the same page in its languages, last change if known."""

    address: str
    alternates: tuple[Alternate, ...]
    changed: date | None


def sitemap(root: Standpoint) -> Iterator[Output]:
    """Yield the sitemap, if the full addresses of pages are known."""
    if root.linker.base_url:
        yield from files(sorted(_listed(root), key=lambda page: page.address), root.linker)


def files(pages: Iterable[Listed], linker: Linker, addresses: int = ADDRESSES, size: int = BYTES) -> Iterator[Output]:
    """Yield a sitemap of pages: one file, or one that names several if they are too many, or too large, for one."""
    parts = tuple(_parted((_entry(page) for page in pages), addresses, size - len(HEAD) - len(FOOT)))
    if len(parts) <= 1:
        yield Output(SITEMAP, _urlset(*parts))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    index = "".join(f"<sitemap><loc>{escape(linker.full(name))}</loc></sitemap>\n" for name in names)
    yield Output(SITEMAP, f'{XML}<sitemapindex xmlns="{NAMESPACE}">\n{index}</sitemapindex>\n'.encode())
    for name, part in zip(names, parts, strict=True):
        yield Output(name, _urlset(part))


def robots(root: Standpoint) -> Iterator[Output]:
    """Yield robots.txt: everything may be read; the sitemap is named if its full address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if sitemap_address := root.linker.full(SITEMAP):
        lines += ["", f"Sitemap: {sitemap_address}"]
    yield Output("robots.txt", ("\n".join(lines) + "\n").encode())


def _listed(root: Standpoint) -> Iterator[Listed]:
    newest = _newest(root)
    for item in filter(is_indexed, root.published()):
        at, spoken = root.on(item.kind, item.id), tuple(item.words)
        changed = _changed(item, newest)
        yield from _versions(at, spoken, changed)
        if isinstance(item.facts, PageFacts) and item.facts.lists:
            for further in further_pages(item.facts.lists, at):
                shows_rows = further.here.startswith(f"{at.here}{LIST_PAGES}/")
                yield from _versions(further, spoken, changed if shows_rows else None)
    for agency in root.records("agency", Agency):
        yield from _versions(root.on("agency", agency.id), root.languages, None)


def _newest(root: Standpoint) -> Mapping[str, date]:
    """Return when the last thing of each kind was changed, as far as that is known."""
    found: dict[str, date] = {}
    for item in root.published():
        if item.facts.updated_on:
            found[item.kind] = max(item.facts.updated_on, found.get(item.kind, date.min))
    checked = [question.reviewed_on for question in root.records("question", Question)]
    return found | ({"question": max(checked)} if checked else {})


def _changed(item: AnyItem, newest: Mapping[str, date]) -> date | None:
    """Return when a page was changed: what heads a list, when anything on the list was."""
    listed = newest.get(item.facts.lists or "") if isinstance(item.facts, PageFacts) else None
    return max((day for day in (item.facts.updated_on, listed) if day), default=None)


def _versions(at: Standpoint, spoken: tuple[str, ...], changed: date | None) -> Iterator[Listed]:
    """Yield the page at `at.here` in each of the languages it exists in."""
    others = alternates(at, spoken)
    for language in spoken:
        yield Listed(at.linker.full(at.here_in(language)), others, changed)


def _parted(entries: Iterable[bytes], addresses: int, size: int) -> Iterator[Sequence[bytes]]:
    """Yield entries in as many parts as they need."""
    part: list[bytes] = []
    room = size
    for entry in entries:
        if part and (len(part) == addresses or len(entry) > room):
            yield part
            part, room = [], size
        part.append(entry)
        room -= len(entry)
    if part:
        yield part


def _urlset(entries: Sequence[bytes] = ()) -> bytes:
    return b"".join((HEAD.encode(), *entries, FOOT.encode()))


def _entry(page: Listed) -> bytes:
    changed = f"<lastmod>{page.changed.isoformat()}</lastmod>" if page.changed else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(alternate.code)}" href="{escape(alternate.href)}"/>'
        for alternate in page.alternates
    )
    return f"<url><loc>{escape(page.address)}</loc>{changed}{links}</url>\n".encode()
