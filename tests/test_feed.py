"""The feed: the newest things of a language, read by a feed reader that is not our own."""

from io import BytesIO
from pathlib import Path

import feedparser
import pytest

from tests.campaign import Tree
from tests.crowd import tasks
from tests.pages import document
from tests.sites import CAMPAIGN, built, plant

HERE = "https://example.org/a/b/"
ONE_LANGUAGE = """
-- content/tasks/only-korean.ko.md --
---
title: 한국어로만 <있는> & "읽는" 과제
summary: |
  첫째 줄입니다.
  둘째 줄입니다.
benefit: 읽을 수 있습니다.
expected_result: 읽습니다.
lead_agency: energy-office
strategy: plan
status: planned
due_on: 2027-Q2
sources: [report]
updated_on: 2026-06-01
---
"""
SAME_DAY = """
-- content/pages/zebra.ko.md --
---
{title: 소개, summary: 소개합니다., updated_on: 2026-06-01}
---
-- content/pages/hidden.ko.md --
---
{title: 감춘 쪽, summary: 찾지 못합니다., updated_on: 2026-06-02, indexed: false}
---
-- content/pages/404.ko.md --
---
{title: 없습니다, summary: 주소를 확인해 주세요., updated_on: 2026-06-02}
---
"""


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of a campaign with many things that were updated."""
    folder = plant(tmp_path_factory.mktemp("busy"), CAMPAIGN + tasks(30) + ONE_LANGUAGE + SAME_DAY)
    return built(folder, "--base-url", HERE)


@pytest.mark.parametrize(("path", "language"), [("feed.xml", "ko"), ("en/feed.xml", "en")])
def test_a_feed_is_sound(busy: Tree, path: str, language: str) -> None:
    """A reader finds nothing wrong with it, and learns where it is, what it is of and in which language."""
    read = _read(busy[path])
    assert (False, "atom10", language) == (read.bozo, read.version, read.feed.language)
    assert HERE + path == read.feed.id
    assert [HERE + path, HERE + path.removesuffix("feed.xml")] == [link.href for link in read.feed.links]
    assert {"ko": "시험 캠페인", "en": "Trial campaign"}[language] == read.feed.title == read.feed.author


def test_it_holds_the_newest_twenty_of_its_language(busy: Tree) -> None:
    """The newest first, those of one day by kind and id; what is in one language only is in its feed only."""
    english = [f"{HERE}en/tasks/number-{number:05}/" for number in range(30, 10, -1)]
    korean = [f"{HERE}zebra/", f"{HERE}tasks/only-korean/", *(there.replace("/en/", "/") for there in english[:18])]
    assert english == [entry.id for entry in _read(busy["en/feed.xml"]).entries]
    assert korean == [entry.id for entry in _read(busy["feed.xml"]).entries]


def test_an_entry_says_what_the_page_says(busy: Tree) -> None:
    """Title and summary as plain text on one line, and the page itself as its link and id."""
    entry = _read(busy["feed.xml"]).entries[1]
    assert ('한국어로만 <있는> & "읽는" 과제', "첫째 줄입니다. 둘째 줄입니다.") == (entry.title, entry.summary)
    assert ("text/plain", "text/plain") == (entry.title_detail.type, entry.summary_detail.type)
    assert entry.id == entry.link


def test_days_begin_where_the_site_is_at_home(busy: Tree) -> None:
    """At midnight in Seoul; the feed was updated when its newest entry was."""
    read = _read(busy["feed.xml"])
    assert "2026-06-01T00:00:00+09:00" == read.entries[0].updated == read.feed.updated


def test_every_entry_is_a_page_of_the_site(busy: Tree) -> None:
    """No entry leads nowhere."""
    entries = [entry.link for path in ("feed.xml", "en/feed.xml") for entry in _read(busy[path]).entries]
    assert [] == [link for link in entries if f"{link.removeprefix(HERE)}index.html" not in busy]


@pytest.mark.parametrize(
    ("page", "href"), [("tasks/number-00001/index.html", "../../feed.xml"), ("en/index.html", "../en/feed.xml")]
)
def test_every_page_names_the_feed_of_its_language(busy: Tree, page: str, href: str) -> None:
    """In its head, where readers look for it."""
    (link,) = document(busy[page]).iterfind("head/link[@type='application/atom+xml']")
    assert ("alternate", href) == (link.get("rel"), link.get("href"))


def test_without_a_base_url_there_is_no_feed(campaign: Tree) -> None:
    """Neither the file nor a link to it: its ids are full addresses."""
    assert "feed.xml" not in campaign
    assert b"atom" not in campaign["index.html"]


def test_a_feed_of_nothing_is_sound_too(tmp_path: Path) -> None:
    """Nothing says when it was updated, so it says a day that does not move."""
    read = _read(built(plant(tmp_path, ""), "--base-url", HERE)["feed.xml"])
    assert (False, 0, "1970-01-01T00:00:00+09:00") == (read.bozo, len(read.entries), read.feed.updated)


def _read(data: bytes) -> feedparser.FeedParserDict:
    return feedparser.parse(BytesIO(data))
