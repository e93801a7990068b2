"""What is not published is in no finished file at all, and is there at its very minute."""

from pathlib import Path

import pytest

from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from tests.in_memory import assembled
from tests.sites import CAMPAIGN, MINIMAL, built, plant, run, xanadu

ABOUT = """
-- content/pages/about.ko.md --
---
title: 소개
summary: 소개입니다.
---
[여기](task:xanadu)를 보세요.
"""
CARELESS = """
-- content/pages/surprise.ko.md --
---
title: 깜짝 발표합니다
summary: 내일 알립니다.
publish_at: 2026-06-06
---
-- content/pages/about.ko.md --
---
title: 소개
summary: 소개입니다.
---
-- templates/pages/text.html --
<!doctype html>
<html lang="ko">
<head><title>소개</title></head>
<body><h1>소개</h1><p>내일
깜짝&#32;발표합니다!</p></body>
</html>
"""
SECTIONS = ("strategy", "meetings", "tasks", "news", "events", "actions", "indicators", "sources", "agencies")
PAGES = {
    f"{prefix}{section}xanadu/index.html"
    for prefix in ("", "en/")
    for section in (*(f"{section}/" for section in SECTIONS), "")
}
TRACES = ("xanadu", "kubla", "31415926", "7771777", "27182818")


@pytest.mark.parametrize("kind", [*PAGE_KINDS, *RECORD_KINDS])
def test_there_is_something_withheld_of_every_kind(kind: str) -> None:
    """Or the tests here would prove nothing of it."""
    site = assembled(CAMPAIGN + xanadu("draft: true"), MINIMAL).site
    assert "xanadu" in {**site.withheld, **site.withheld_records}[kind]


@pytest.mark.parametrize(
    "fact",
    [
        "draft: true",
        "publish_at: 2026-06-05T12:01",
        "publish_at: 2026-06-05T12:00:01",
        "publish_at: 2026-06-06",
        "publish_at: 2026-06-05T03:01Z",
        "expires_at: 2026-06-05T12:00",
        "expires_at: 2026-06-05",
    ],
)
def test_what_is_not_published_leaves_no_trace(tmp_path: Path, fact: str) -> None:
    """At noon no file of the site tells of it, in its name or anywhere in it, though published pages name it."""
    site = built(plant(tmp_path, CAMPAIGN + xanadu(fact)), "--base-url", "https://example.org/")
    words = {
        path: f"{path}\n{data.decode()}".casefold() for path, data in site.items() if path != "build-manifest.json"
    }
    assert [] == [(path, trace) for path, text in words.items() for trace in TRACES if trace in text]
    assert b"xanadu" not in site["build-manifest.json"]


@pytest.mark.parametrize(
    ("fact", "argument"),
    [
        ("draft: true", "--drafts"),
        ("publish_at: 2026-06-05T12:00", "--as-of 2026-06-05T12:00"),
        ("publish_at: 2026-06-05T12:00", "--as-of 2026-06-05T03:00+00:00"),
        ("publish_at: 2026-06-06", "--as-of 2026-06-06"),
        ("expires_at: 2026-06-05T12:01", "--as-of 2026-06-05T12:00:59"),
    ],
)
def test_what_is_published_is_there_to_the_minute(tmp_path: Path, fact: str, argument: str) -> None:
    """It has its pages in both languages, its data, the page under its former address, and files for calendars."""
    site = built(plant(tmp_path, CAMPAIGN + xanadu(fact)), *argument.split())
    others = {
        "xanadu-formerly/index.html", "en/xanadu-formerly/index.html", "indicators/xanadu.csv",
        "events/xanadu.ics", "en/events/xanadu.ics",
    }  # fmt: skip
    assert PAGES | others == {path for path in site if "xanadu" in path}


def test_drafts_do_not_lift_an_embargo(tmp_path: Path) -> None:
    """With --drafts, what is to be published later is still absent."""
    site = built(plant(tmp_path, CAMPAIGN + xanadu("publish_at: 2026-06-06")), "--drafts")
    assert set() == PAGES & set(site)


def test_a_page_cannot_link_to_what_readers_cannot_see(tmp_path: Path) -> None:
    """A link in the text of a published page to something that is not published is refused, where it stands."""
    done = run(plant(tmp_path, CAMPAIGN + xanadu("draft: true") + ABOUT), "build")
    assert 1 == done.returncode
    assert done.stderr.startswith("content/pages/about.ko.md:5:")
    assert "[link-unpublished]" in done.stderr


def test_what_a_template_would_tell_is_caught(tmp_path: Path) -> None:
    """The finished pages are searched too, whatever put the words there."""
    done = run(plant(tmp_path, CARELESS), "build")
    assert (1, 1) == (done.returncode, done.stderr.count("error[embargo] page:surprise is not published"))
    assert done.stderr.startswith("about/index.html:5:")
    assert not (tmp_path / "site").exists()


def test_a_page_cannot_link_to_a_record_that_readers_cannot_see(tmp_path: Path) -> None:
    """Such as a term that is a draft; nor may what is printed name whoever is withheld."""
    about = ABOUT.replace("task:xanadu", "term:xanadu")
    done = run(plant(tmp_path, CAMPAIGN + xanadu("draft: true") + about), "build")
    assert (1, 1) == (done.returncode, done.stderr.count('[link-unpublished] "term:xanadu" is not published'))
