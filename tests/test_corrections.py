"""Corrections and changes: at the end of their page, on the page of all corrections, and in its feed."""

import re
from pathlib import Path

import feedparser
import pytest

from tests.campaign import Tree
from tests.pages import text
from tests.sites import CAMPAIGN, built, plant, xanadu

CHANGED = """
-- content/news/only-english.en.md --
---
title: Only in English
summary: It is in English only.
type: notice
issued_on: 2026-05-01
agency: energy-office
changes:
  - {on: 2026-05-02, type: correction, text: {en: "A name & a day were wrong."}}
  - {on: 2026-05-02, type: correction, text: {en: A second one.}}
  - {on: 2026-06-05, type: correction, text: {en: The latest.}}
---
"""
LATEST = "https://example.org/en/news/only-english/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """A campaign with several corrections, published at https://example.org/, and others that are withheld."""
    folder = plant(tmp_path_factory.mktemp("corrected"), CAMPAIGN + xanadu("draft: true") + CHANGED)
    return built(folder, "--base-url", "https://example.org/")


def _told(page: bytes) -> list[str]:
    """Return the text of each entry of the history on a page."""
    items = re.findall(r'<li class="timeline__item">(.*?)</li>', page.decode(), re.DOTALL)
    return [text(item.encode()) for item in items]


def test_a_page_ends_with_its_history(site: Tree) -> None:
    """The newest change first, with its day; corrections are marked with a word, other changes are not."""
    page = site["en/events/arbor-day/index.html"]
    assert "Corrections and changes" in text(page)
    assert ["3 May 2026 More is explained.", "2 May 2026 Correction The day was wrong."] == _told(page)
    assert b'<time datetime="2026-05-02">' in page


def test_a_page_without_changes_has_no_history(site: Tree) -> None:
    """Nor an empty heading."""
    assert "Corrections and changes" not in text(site["en/tasks/solar-roofs/index.html"])


def test_all_corrections_are_on_one_page(site: Tree) -> None:
    """The newest first; changes that are none are not, nor those of what is withheld; each leads to its history."""
    page = site["en/corrections/index.html"]
    assert [
        "5 June 2026 Only in English The latest.",
        "2 May 2026 Arbor Day The day was wrong.",
        "2 May 2026 Only in English A second one.",
        "2 May 2026 Only in English A name & a day were wrong.",
    ] == _told(page)
    assert b'/events/arbor-day/#page.changes"' in page
    assert "We have made 4 corrections." in text(page)


def test_what_is_in_one_language_only_is_told_in_all(site: Tree) -> None:
    """Marked as being in that language, and leading there."""
    page = site["corrections/index.html"].decode()
    assert '<a href="../en/news/only-english/#page.changes" lang="en" hreflang="en">Only in English</a>' in page
    assert '<p lang="en">The latest.</p>' in page


@pytest.mark.parametrize(("path", "language"), [("corrections.xml", "ko"), ("en/corrections.xml", "en")])
def test_the_feed_of_corrections_is_sound(site: Tree, path: str, language: str) -> None:
    """It holds what the page holds, under ids that differ and stay when others are added."""
    read = feedparser.parse(site[path])
    assert (False, "atom10", language) == (read.bozo, read.version, read.feed.language)
    assert "https://example.org/" + path == read.feed.id == read.feed.links[0].href
    assert "https://example.org/" + path.replace(".xml", "/") == read.feed.links[1].href
    assert [LATEST] * 3 == [each.link.partition("#")[0] for each in read.entries if "only-english" in each.link]
    assert [
        f"{LATEST}#correction-2026-06-05-1", f"{LATEST}#correction-2026-05-02-2", f"{LATEST}#correction-2026-05-02-1",
    ] == [each.id for each in read.entries if "only-english" in each.id]  # fmt: skip
    assert "2026-06-05T00:00:00+09:00" == read.entries[0].updated == read.feed.updated
    assert "A name & a day were wrong." == read.entries[-1].summary


def test_the_feed_is_named_on_its_page_and_on_no_other(site: Tree) -> None:
    """In the head, beside that of all news, and as a link."""
    page, other = site["en/corrections/index.html"], site["en/index.html"]
    feeds = re.findall(rb'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">', page)
    assert [b"../../en/feed.xml", b"../../en/corrections.xml"] == feeds
    assert b'<a href="../../en/corrections.xml" type="application/atom+xml">' in page
    assert b"corrections.xml" not in other


def test_without_the_page_or_an_address_there_is_no_feed(tmp_path: Path) -> None:
    """A feed names its page, and full addresses."""
    site = built(plant(tmp_path, CAMPAIGN))
    assert "corrections.xml" not in site
    assert b"corrections.xml" not in site["corrections/index.html"]
    for language in ("ko", "en"):
        (tmp_path / f"content/pages/corrections.{language}.md").unlink()
    assert "corrections.xml" not in built(tmp_path, "--base-url", "https://example.org/")


def test_a_site_without_corrections_says_so(tmp_path: Path) -> None:
    """On the page, in a feed without entries too."""
    none = CAMPAIGN.replace(", type: correction", "")
    site = built(plant(tmp_path, none), "--base-url", "https://example.org/")
    assert "There has been nothing to correct so far." in text(site["en/corrections/index.html"])
    assert [] == feedparser.parse(site["en/corrections.xml"]).entries
