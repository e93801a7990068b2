"""The feed: the newest things of a language, read by a feed reader that is not our own."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest

from tests.campaign import Tree
from tests.crowd import tasks
from tests.pages import document
from tests.sites import CAMPAIGN, built, plant

HERE = "https://example.org/a/b/"
Rule = Callable[[Any], bool]


def _is_text(said: object) -> bool:
    return isinstance(said, str) and bool(said.strip())


def _is_address(said: object) -> bool:
    return isinstance(said, str) and said.startswith("https://")


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


FEEDS = [
    ("feed.xml", ["dated/"]),
    ("tasks/feed.xml", ["tasks/solar-roofs/#update-2026-Q1"]),
    ("news/feed.xml", ["news/release/"]),
    ("events/feed.xml", ["events/arbor-day/"]),
    ("corrections.xml", ["events/arbor-day/#correction-2026-05-02-1"]),
]
"""Each feed below the root of a language, and the entries that it begins with."""
CHANGES = """changes:
  - {on: 2026-05-02, type: correction, text: {ko: 날짜를 바로잡았습니다., en: The day was wrong.}}
  - {on: 2026-05-03, text: {ko: 설명을 더했습니다., en: More is explained.}}
"""
DATED = """
-- content/pages/dated.ko.md --
---
{title: 날짜가 있는 쪽, summary: 고친 날이 있습니다., updated_on: 2026-06-01}
---
-- content/pages/dated.en.md --
---
{title: A page with a date, summary: It was changed.}
---
"""
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
WHOLE: Mapping[str, Rule] = {
    "version": lambda said: said == "https://jsonfeed.org/version/1.1",
    "title": _is_text,
    "description": _is_text,
    "home_page_url": _is_address,
    "feed_url": _is_address,
    "language": lambda said: bool(LANGUAGE.fullmatch(str(said))),
    "authors": lambda said: isinstance(said, list) and all(_is_text(each.get("name")) for each in said),
    "items": lambda said: isinstance(said, list),
}
ITEM: Mapping[str, Rule] = {
    "id": _is_text,
    "url": _is_address,
    "title": _is_text,
    "content_text": _is_text,
    "date_modified": lambda said: bool(MOMENT.fullmatch(str(said))),
}
"""What JSON Feed 1.1 asks of the parts that our feeds have: https://www.jsonfeed.org/version/1.1/."""


@pytest.fixture(scope="module")
def channels(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of a campaign in which something is told of every kind that has a feed."""
    return built(plant(tmp_path_factory.mktemp("channels"), CAMPAIGN + DATED), "--base-url", HERE)


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


@pytest.mark.parametrize("path", [path for path, _ in FEEDS])
def test_a_feed_says_the_same_as_json(channels: Tree, path: str) -> None:
    """In the form of JSON Feed 1.1, field by field, and every entry as in the Atom feed beside it."""
    read, told = _read(channels[path]), json.loads(channels[path.replace(".xml", ".json")])
    assert [] == list(_not_json_feed(told))
    assert (read.feed.title, read.feed.subtitle, read.feed.language) == tuple(
        told[name] for name in ("title", "description", "language")
    )
    assert (HERE + path).replace(".xml", ".json") == told["feed_url"]
    entries = [(entry.id, entry.link, entry.title, entry.summary, entry.updated) for entry in read.entries]
    assert entries == [
        (item["id"], item["url"], item["title"], item["content_text"], item["date_modified"]) for item in told["items"]
    ]


@pytest.mark.parametrize(
    "broken",
    [{"version": "1"}, {"title": ""}, {"items": [{"url": HERE}]}, {"language": "Korean!"}, {"home_page_url": "/here"},
     {"items": [{"id": "1", "content_text": "a", "date_modified": "today"}]}, {"feed": 1}],
)  # fmt: skip
def test_what_is_no_json_feed_is_found(channels: Tree, broken: dict[str, object]) -> None:
    """Or the test above would prove nothing."""
    assert list(_not_json_feed({**json.loads(channels["feed.json"]), **broken}))


@pytest.mark.parametrize(("path", "entries"), FEEDS)
def test_a_kind_has_a_feed_of_its_own_and_its_list_names_it(channels: Tree, path: str, entries: list[str]) -> None:
    """Reports on tasks, news and events; in both forms, in each language."""
    for language in ("", "en/"):
        there = language + path
        read = _read(channels[there])
        assert (False, "atom10", HERE + there) == (read.bozo, read.version, read.feed.id)
        assert entries == [entry.id.removeprefix(HERE + language) for entry in read.entries][: len(entries)]
        kind = path.rpartition("/")[0] or path.removesuffix(".xml").replace("feed", "")
        page = f"{language}{kind}/".replace("//", "/").removeprefix("/")
        links = document(channels[f"{page}index.html"]).iterfind("head/link[@rel='alternate']")
        named = {urljoin(HERE + page, link.get("href") or "") for link in links}
        assert {HERE + there, HERE + there.replace(".xml", ".json")} <= named


def test_a_report_on_a_task_says_its_status_and_what_was_done(channels: Tree) -> None:
    """On the day it describes; its id stays whatever is reported later."""
    (entry,) = _read(channels["en/tasks/feed.xml"]).entries
    assert ("Sun on the roofs: Planned", "Roofs were chosen.") == (entry.title, entry.summary)
    assert ("2026-04-01T00:00:00+09:00", f"{HERE}en/tasks/solar-roofs/#page.updates") == (entry.updated, entry.link)


def test_where_nothing_is_told_of_a_kind_there_is_no_feed_of_it(tmp_path: Path) -> None:
    """Only the one of everything, and that of corrections where there is their page."""
    site = built(plant(tmp_path, CAMPAIGN.replace(CHANGES, "")), "--base-url", HERE)
    assert "events/feed.xml" not in site
    assert b"events/feed" not in site["events/index.html"]
    assert "news/feed.xml" in site


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


def _not_json_feed(told: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is not as JSON Feed has it: a field that is wrong, missing or that it does not know."""
    for rules, found in ((WHOLE, told), *((ITEM, item) for item in told["items"])):
        yield from (name for name in found if name not in rules)
        yield from (name for name, is_right in rules.items() if not is_right(found.get(name)))
