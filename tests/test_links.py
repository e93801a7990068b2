"""Every address on every page leads somewhere, wherever the site is published."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.campaign import Tree
from tests.pages import dead_addresses, document, link_to, metadata, target
from tests.sites import CAMPAIGN, built, plant, run

HERE = "https://example.org/a/b/"
NOT_FOUND = {"404.html", "en/404.html"}
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"
ALIASES = """
-- content/pages/about.ko.md --
---
title: 소개 <1> & "2"
summary: 이 누리집을 소개합니다.
aliases: [/old/about/, /former.html]
---
"""


@pytest.mark.parametrize("root", ["http://localhost/", "http://localhost/a/b/"])
def test_relative_addresses_work_under_any_path(campaign: Tree, root: str) -> None:
    """Every link and asset of every page resolves at the root of a server and below a path."""
    pages = {path: data for path, data in campaign.items() if path not in NOT_FOUND}
    assert [] == [address for address in dead_addresses(campaign, root) if address[0] in pages]


def test_not_found_pages_work_at_the_root_of_a_server(campaign: Tree) -> None:
    """They are shown at any depth, so that their links start at the root where nothing else is said."""
    assert [] == dead_addresses(campaign)


def test_not_found_pages_work_under_the_path_of_the_base_url(published: Tree) -> None:
    """With --base-url they, and every other page, resolve below its path."""
    assert [] == dead_addresses(published, HERE)


def test_no_page_names_the_folder_it_was_built_in(campaign: Tree) -> None:
    """No address but those of the not-found pages starts with a slash."""
    hrefs = [element.get("href", "") for path, data in campaign.items() if path.endswith("index.html")
             for element in document(data).iter()]  # fmt: skip
    assert [] == [href for href in hrefs if href.startswith("/")]


def test_without_a_base_url_there_are_no_full_addresses(campaign: Tree) -> None:
    """Canonical addresses, alternates and the sitemap need to know where the site is published."""
    page = campaign["tasks/index.html"]
    assert ({}, {}, False) == (metadata(page, "canonical"), metadata(page, "alternate"), "sitemap.xml" in campaign)
    assert b"Sitemap" not in campaign["robots.txt"]


def test_with_a_base_url_pages_name_themselves_and_their_translations(published: Tree) -> None:
    """Each page has its canonical address, and alternates in both languages with Korean for all others."""
    page = published["en/tasks/solar-roofs/index.html"]
    korean, english = f"{HERE}tasks/solar-roofs/", f"{HERE}en/tasks/solar-roofs/"
    assert {"": english} == metadata(page, "canonical")
    assert {"ko": korean, "en": english, "x-default": korean} == metadata(page, "alternate")


def test_the_sitemap_lists_every_page_but_the_not_found_ones(published: Tree) -> None:
    """It holds the canonical address of every page, each once."""
    pages = {path for path in published if path.endswith(".html")} - NOT_FOUND
    listed = [element.text or "" for element in _sitemap(published).iter(LOC)]
    assert sorted(HERE + path.removesuffix("index.html") for path in pages) == listed
    assert f"Sitemap: {HERE}sitemap.xml\n" in published["robots.txt"].decode()


def test_translations_in_the_sitemap_exist(published: Tree) -> None:
    """Every alternate that the sitemap names is a page of the site."""
    named = {element.get("href", "") for element in _sitemap(published).iter(ALTERNATE)}
    assert {True} == {target("", address, HERE) in published for address in named}


@pytest.mark.parametrize(
    ("former", "now", "title"),
    [
        ("old/about/index.html", "about/index.html", '소개 <1> & "2"'),
        ("former.html", "about/index.html", '소개 <1> & "2"'),
        ("en/old/about/index.html", "en/about/index.html", "About"),
        ("en/former.html", "en/about/index.html", "About"),
    ],
)
def test_former_addresses_lead_on(tmp_path: Path, former: str, now: str, title: str) -> None:
    """An alias is a page in each language that sends on to where the thing is now; search engines do not list it."""
    site = built(plant(tmp_path, CAMPAIGN + ALIASES), "--base-url", HERE)
    link = link_to(title, site[former])
    assert now == target(former, link.href)
    assert [] == dead_addresses(site, HERE)
    assert f"{HERE}{former.removesuffix('index.html')}" not in site["sitemap.xml"].decode()


@pytest.mark.parametrize(
    "alias", ["/../outside/", "/tasks/", "/tasks/index.html", "/en/x/", "/assets/x/", "/a b/", "/x?y/", "old/", "/old"]
)
def test_a_former_address_that_cannot_be_one_is_refused(tmp_path: Path, alias: str) -> None:
    """An alias that leaves the site, is taken, or no server could answer to is a problem at its own place."""
    done = run(plant(tmp_path, CAMPAIGN + ALIASES.replace("/former.html", f'"{alias}"')), "check")
    assert 1 == done.returncode
    assert done.stderr.startswith("content/pages/about.ko.md:4:")


def _sitemap(site: Tree) -> ET.Element:
    return ET.fromstring(site["sitemap.xml"])  # noqa: S314  # we wrote it
