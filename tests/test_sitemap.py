"""The sitemap, held by a validator of XML against what the protocol says."""

from collections.abc import Mapping
from datetime import date

import pytest
from lxml import etree

from sitegen.plan.sitemap import ADDRESSES, Listed, files
from sitegen.urls import Linker
from sitegen.views.frame import Alternate
from tests.campaign import Tree
from tests.sites import PROJECT

HERE = "https://example.org/a/b/"
SCHEMA = etree.XMLSchema(etree.parse(PROJECT / "tests/cases/sitemap.xsd"))
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_it_is_valid_and_leads_to_pages(published: Tree) -> None:
    """Every page that it lists is there, in whichever language."""
    pages = _addresses(published["sitemap.xml"])
    assert len({*pages}) == len(pages) > 20
    assert [] == [page for page in pages if f"{page.removeprefix(HERE)}index.html" not in published]


def test_languages_lead_to_each_other_and_back(published: Tree) -> None:
    """Each version of a page names all versions, itself too; or search engines believe none of them."""
    found = _alternates(published["sitemap.xml"])
    assert [] == [(page, other) for page, others in found.items() for other in others if others != found[other]]
    assert {2} == {len(others) for page, others in found.items()}


@pytest.mark.parametrize(
    "broken",
    [
        b"<url><lastmod>2026-06-01</lastmod></url>",
        b"<url><loc>/tasks/</loc></url>",
        b"<url><loc>https://example.org/</loc><lastmod>June</lastmod></url>",
        b"<url><loc>https://example.org/</loc><loc>https://example.org/</loc></url>",
    ],
)
def test_what_the_protocol_forbids_is_found(published: Tree, broken: bytes) -> None:
    """Or the tests here would prove nothing."""
    data = published["sitemap.xml"].replace(b"</urlset>", broken + b"</urlset>")
    assert not SCHEMA.validate(etree.fromstring(data))


def test_a_list_was_changed_when_the_last_thing_on_it_was(published: Tree) -> None:
    """Questions when one of the answers was checked last."""
    days = {
        page.findtext("s:loc", namespaces=NAMES): page.findtext("s:lastmod", namespaces=NAMES)
        for page in etree.fromstring(published["sitemap.xml"])
    }
    assert days[f"{HERE}questions/"] == "2026-06-01"
    assert days[f"{HERE}en/questions/"] == "2026-06-01"


def test_more_than_a_file_may_hold_becomes_several() -> None:
    """The file that search engines know names them; each is valid, and no page is lost."""
    pages = [Listed(f"{HERE}{number}/", (), date(2026, 6, 1)) for number in range(ADDRESSES + 1)]
    made = {output.path: output.data for output in files(pages, Linker(HERE))}
    assert ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"] == list(made)
    assert [f"{HERE}sitemap-1.xml", f"{HERE}sitemap-2.xml"] == _addresses(made["sitemap.xml"])
    assert (ADDRESSES, 1) == (len(_addresses(made["sitemap-1.xml"])), len(_addresses(made["sitemap-2.xml"])))


def test_none_is_larger_than_it_may_be() -> None:
    """By bytes, head and foot counted."""
    others = tuple(Alternate(code, f"{HERE}{code}/") for code in ("ko", "en"))
    pages = [Listed(f"{HERE}{number}/", others, None) for number in range(200)]
    made = [output.data for output in files(pages, Linker(HERE), size=4096)]
    assert max(map(len, made[1:])) <= 4096
    assert 200 == sum(len(_addresses(data)) for data in made[1:])


def _addresses(data: bytes) -> list[str]:
    return [str(found) for found in _read(data).xpath("//s:loc/text()", namespaces=NAMES)]


def _alternates(data: bytes) -> Mapping[str, frozenset[str]]:
    return {
        url.findtext("s:loc", namespaces=NAMES): frozenset(link.get("href") for link in url.iterfind("x:link", NAMES))
        for url in _read(data)
    }


def _read(data: bytes) -> etree._Element:
    root = etree.fromstring(data)
    SCHEMA.assertValid(root)
    return root
