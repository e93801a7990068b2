"""Pages in two languages lead to each other; a page in one language only is found from both, and marked."""

import pytest

from tests.campaign import Tree
from tests.pages import dead_addresses, document, link_to, links, metadata, target
from tests.sites import CAMPAIGN, built, plant

KOREAN_ONLY = """
-- content/actions/walk.ko.md --
---
title: 걷기
summary: 가까운 곳은 걷습니다.
steps: [걷습니다.]
pledge: 걷겠습니다.
audience: home
field: transport
stage: 1
---
"""
ENGLISH_ONLY = """
-- content/actions/cycle.en.md --
---
title: Cycling
summary: Go by bicycle.
steps: [Cycle.]
pledge: I will cycle.
audience: home
field: transport
stage: 2
---
"""


@pytest.fixture(scope="module")
def one_sided(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The campaign with an action in Korean only and one in English only."""
    folder = plant(tmp_path_factory.mktemp("site"), CAMPAIGN + KOREAN_ONLY + ENGLISH_ONLY)
    return built(folder, "--base-url", "https://example.org/")


def test_the_language_switch_leads_to_the_same_page(campaign: Tree) -> None:
    """The link to the other language leads to the very same thing on every page but the not-found pages."""
    pages = [path for path in campaign if path.endswith("/index.html") or path == "index.html"]
    switches = {path: target(path, link_to(_other(path), campaign[path]).href) for path in pages}
    assert {path: _translated(path) for path in pages} == switches


@pytest.mark.parametrize("path", ["actions/walk/index.html", "en/actions/cycle/index.html"])
def test_a_page_in_one_language_exists_once(one_sided: Tree, path: str) -> None:
    """It comes out in its own language and not in the other."""
    assert path in one_sided
    assert _translated(path) not in one_sided


@pytest.mark.parametrize(
    ("path", "title", "language"),
    [
        ("en/actions/index.html", "걷기", "ko"),
        ("actions/index.html", "걷기", "ko"),
        ("actions/index.html", "Cycling", "en"),
        ("en/actions/index.html", "Cycling", "en"),
    ],
)
def test_a_page_in_one_language_is_listed_in_both(one_sided: Tree, path: str, title: str, language: str) -> None:
    """Lists in both languages link to it, and mark its title as being in its language."""
    assert language == link_to(title, one_sided[path]).language


@pytest.mark.parametrize(
    ("path", "other"), [("actions/walk/index.html", "English"), ("en/actions/cycle/index.html", "한국어")]
)
def test_a_page_in_one_language_offers_no_other(one_sided: Tree, path: str, other: str) -> None:
    """There is no language link where there is no page to lead to."""
    assert other not in {link.words for link in links(one_sided[path])}


@pytest.mark.parametrize("path", ["actions/walk/index.html", "en/actions/cycle/index.html"])
def test_search_engines_are_told_of_no_translation_that_is_not_there(one_sided: Tree, path: str) -> None:
    """A page in one language has a canonical address but names no alternates."""
    assert {} == metadata(one_sided[path], "alternate")
    assert {"": f"https://example.org/{path.removesuffix('index.html')}"} == metadata(one_sided[path], "canonical")


def test_every_link_of_a_one_sided_site_leads_somewhere(one_sided: Tree) -> None:
    """No page links to a translation that is not there."""
    assert [] == dead_addresses(one_sided, "https://example.org/")


def test_a_translation_that_says_so_links_to_its_original(campaign: Tree) -> None:
    """The Korean page of news first written in English leads to the English text, marked as English."""
    link = link_to("A meeting was held", campaign["news/release/index.html"])
    assert ("en/news/release/index.html", "en") == (target("news/release/index.html", link.href), link.language)


def test_a_name_that_is_known_in_one_language_is_marked_in_the_other(campaign: Tree) -> None:
    """An agency without an English name keeps its Korean one on its English page, marked as Korean."""
    heading = document(campaign["en/agencies/forest-service/index.html"]).find(".//h1")
    assert heading is not None
    assert ("숲관리청", "ko") == ("".join(heading.itertext()), heading.get("lang"))


def _other(path: str) -> str:
    return "한국어" if path.startswith("en/") else "English"


def _translated(path: str) -> str:
    return path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
