"""Short records that are drafts, come at a moment or go at one: of every kind, as things with pages do."""

from datetime import datetime
from pathlib import Path

import pytest

from sitegen.desk import next_change
from sitegen.desk.report import Report, report
from sitegen.kinds import RECORD_KINDS
from sitegen.model import Site
from sitegen.serve.census import census
from tests.in_memory import assembly_of
from tests.sites import CAMPAIGN, MINIMAL, NOON, built, plant, run, xanadu

NOW = datetime.fromisoformat(NOON)
IN_EACH = pytest.mark.parametrize("kind", RECORD_KINDS)
LINK = """
-- content/pages/about.ko.md --
---
title: 소개
summary: 소개입니다.
---
[탄소중립](term:net-zero)을 보세요.
"""
GOING = "short: {ko: 내보낸 만큼 거두는 상태입니다., en: As much is taken up as is given off.}\n"


def _site(record: str, *, with_drafts: bool = False, as_of: str = NOON) -> Site:
    """Return a site in which a record of each kind, called xanadu, has a fact."""
    assembly, _ = assembly_of(CAMPAIGN + xanadu("", record), MINIMAL)
    moment = datetime.fromisoformat(as_of)
    return type(assembly)(assembly.content, assembly.outlines, with_drafts).at(moment)


def _report(text: str) -> Report:
    assembly, _ = assembly_of(text, MINIMAL)
    return report(assembly, assembly.at(NOW), NOW, (), limit=100, is_whole=True)


@IN_EACH
@pytest.mark.parametrize(
    ("fact", "as_of", "is_there"),
    [
        ("draft: true", NOON, False),
        ("draft: false", NOON, True),
        ("publish_at: 2026-06-05T12:01", NOON, False),
        ("publish_at: 2026-06-05T12:01", "2026-06-05T12:01+09:00", True),
        ("expires_at: 2026-06-05T12:00", NOON, False),
        ("expires_at: 2026-06-05T12:00", "2026-06-05T11:59:59+09:00", True),
    ],
)
def test_a_record_is_published_when_it_is_to_be(kind: str, fact: str, as_of: str, *, is_there: bool) -> None:
    """To the second; those of its kind that say nothing always are."""
    site = _site(fact, as_of=as_of)
    assert (is_there, not is_there) == ("xanadu" in site.records[kind], "xanadu" in site.withheld_records[kind])


@IN_EACH
def test_a_draft_is_shown_with_drafts(kind: str) -> None:
    """And what is published later is not."""
    assert "xanadu" in _site("draft: true", with_drafts=True).records[kind]
    assert "xanadu" not in _site("publish_at: 2027-01-01", with_drafts=True).records[kind]


@pytest.mark.parametrize(
    ("fact", "sort"),
    [("draft: true", "draft"), ("publish_at: 2026-07-01", "scheduled"), ("expires_at: 2026-07-01", "expiring"),
     ("publish_at: 2026-06-01", "new")],
)  # fmt: skip
def test_the_report_names_each_record_that_comes_or_goes(fact: str, sort: str) -> None:
    """Of every kind, at its line of the list."""
    found = [each for each in _report(CAMPAIGN + xanadu("", fact)).findings if each.sort == sort]
    assert {*RECORD_KINDS} == {each.kind for each in found if each.id == "xanadu"}
    assert all(each.path.endswith(".yaml") and (each.line > 1) == (each.kind != "image") for each in found)


def test_of_a_record_that_is_gone_nothing_is_reported() -> None:
    """Nobody needs to do anything about it."""
    found = _report(CAMPAIGN + xanadu("", "expires_at: 2026-06-01")).findings
    assert not [each for each in found if each.id == "xanadu" and each.kind in RECORD_KINDS]


def test_the_site_changes_when_a_record_does() -> None:
    """The moment is that at which the next build differs."""
    assembly, _ = assembly_of(CAMPAIGN + xanadu("", "publish_at: 2026-06-05T12:00:30"), MINIMAL)
    assert "2026-06-05T12:00:30+09:00" == str(next_change(assembly, assembly.at(NOW), NOW)).replace(" ", "T")


def test_a_link_that_will_lead_to_a_record_that_is_gone_is_foretold() -> None:
    """Where the link is, and at the record itself."""
    text = CAMPAIGN.replace(GOING, f"{GOING}  expires_at: 2026-07-01\n") + LINK
    found = {(each.kind, each.path) for each in _report(text).findings if each.sort == "breaking"}
    assert {("page", "content/pages/about.ko.md"), ("term", "content/glossary.yaml")} <= found


@pytest.mark.parametrize(
    ("fact", "group"),
    [("draft: true", "drafts"), ("publish_at: 2026-07-01", "scheduled"), ("expires_at: 2026-01-01", "expired")],
)
def test_the_bar_of_the_preview_names_records_too(fact: str, group: str) -> None:
    """By what they are called, and where they are written."""
    listed = getattr(census(_site(fact), NOW, lambda path: path), group)
    assert {
        "Xanadu 기관",
        "Xanadu 용어",
        "Xanadu 수치",
        "Xanadu 질문입니까?",
        "Xanadu 문제입니까?",
        "Xanadu 날",
        "Xanadu 그림",
    } == {entry.title for entry in listed}
    assert len(RECORD_KINDS) - 1 == sum(
        entry.writing.line > 1 for entry in listed
    )  # the image is the first in its list


def test_what_nobody_has_written_may_stand_in_a_draft(tmp_path: Path) -> None:
    """And in no other record, with drafts or without."""
    text = CAMPAIGN + xanadu("draft: true").replace("Xanadu 용어", "✎ 용어")
    built(plant(tmp_path, text), "--drafts")
    file = tmp_path / "content/glossary.yaml"
    file.write_text(file.read_text("utf-8").replace("  draft: true\n", ""), "utf-8")
    for arguments in ((), ("--drafts",)):
        done = run(tmp_path, "check", *arguments)
        assert (1, 1) == (done.returncode, done.stderr.count("error[unwritten]"))
