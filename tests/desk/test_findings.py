"""What the desk is told of a site as of noon on World Environment Day 2026: each rule by what it finds, and when."""

from datetime import datetime

import pytest

from sitegen.desk import Report, report
from sitegen.desk.findings import Finding
from tests.in_memory import assembly_of
from tests.sites import CAMPAIGN, NOON

TASK = """
-- content/tasks/trams.ko.md --
---
title: 밤 전차
summary: 밤에도 다닙니다.
benefit: 집에 갑니다.
expected_result: 다닙니다.
lead_agency: forest-service
strategy: plan
FACTS
---
"""
UPDATES = """
-- content/tasks/trams.updates.yaml --
- as_of: DAY
  period: 2026-Q1
  status: STATUS
  done: {ko: 했습니다., en: Done.}
  author_agency: energy-office
  assessed_by: self
"""
PAGE = """
-- content/pages/press.ko.md --
---
title: 언론
summary: 언론에 알립니다.
FACTS
---
"""
LINK = """
-- content/pages/about.ko.md --
---
title: 소개
summary: 소개입니다.
---
여기를 보세요: [언론](page:press)
"""
TERM = """
-- content/glossary.yaml --
- id: net-zero
  term: {ko: 탄소중립, en: Net zero}
  short: {ko: 영입니다.}
"""
COMPLETED = "completed_on: 2026-05\nevidence: [{source: report, kind: document, level: published}]"


def reported(text: str, as_of: str = NOON, limit: int = 100) -> Report:
    """Return the report on the campaign with `text` on top of it."""
    (assembly, _), now = assembly_of(CAMPAIGN + text), datetime.fromisoformat(as_of)
    return report(assembly, assembly.at(now), now, (), limit=limit, is_whole=True)


def findings(text: str, sort: str, identifier: str = "", as_of: str = NOON, limit: int = 100) -> list[Finding]:
    """Return the findings of a sort, about one thing if it is named."""
    found = (finding for finding in reported(text, as_of, limit).findings if finding.sort == sort)
    return [finding for finding in found if identifier in {"", finding.id}]


def days_of(found: list[Finding]) -> list[str]:
    """Return the days that findings are about."""
    return [finding.on for finding in found]


def task(facts: str, status: str = "", day: str = "2026-06-01") -> str:
    """Return a task with some facts, and with an update of a day if it is to have a status from that."""
    return TASK.replace("FACTS", facts) + (UPDATES.replace("STATUS", status).replace("DAY", day) if status else "")


@pytest.mark.parametrize(
    ("facts", "status", "on"),
    [
        ("due_on: 2026-06-04", "in_progress", ["2026-06-04"]),
        ("due_on: 2026-06-05", "in_progress", []),
        ("due_on: 2026-05", "planned", ["2026-05-31"]),
        ("due_on: 2026-Q1", "planned", ["2026-03-31"]),
        ("due_on: 2026-Q2", "planned", []),
        ("due_on: 2026", "planned", []),
        ("due_on: 2026-05-01\nrevised_due_on: [{date: 2026-07, reason: {ko: 비, en: Rain}}]", "in_progress", []),
        (
            "due_on: 2026-01\nrevised_due_on: [{date: 2026-05, reason: {ko: 비, en: Rain}}]",
            "in_progress",
            ["2026-05-31"],
        ),
        (f"due_on: 2026-05\n{COMPLETED}", "completed", []),
    ],
)
def test_a_task_is_overdue_from_the_day_after_its_latest_due_date(facts: str, status: str, on: list[str]) -> None:
    """A period is over with its last day; what is completed is never overdue."""
    assert on == days_of(findings(task(facts, status), "overdue", "trams"))


def test_a_task_that_was_stopped_is_not_overdue() -> None:
    """Nor is it expected to be reported on."""
    stopped = task("due_on: 2026-01", "stopped", "2026-01-01").replace(
        "assessed", "problem: {ko: 비, en: Rain}\n  assessed"
    )
    assert [] == [
        each for each in reported(stopped).findings if each.id == "trams" and each.sort in {"overdue", "silent"}
    ]


@pytest.mark.parametrize(
    ("day", "limit", "on"),
    [
        ("2026-02-25", 100, []),
        ("2026-02-24", 100, ["2026-02-24"]),
        ("2026-06-04", 1, []),
        ("2026-06-03", 1, ["2026-06-03"]),
    ],
)
def test_a_task_is_named_when_its_last_update_is_too_old(day: str, limit: int, on: list[str]) -> None:
    """More than so many days before today."""
    assert on == days_of(findings(task("due_on: 2027", "planned", day), "silent", "trams", limit=limit))


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        ("due_on: 2027\nstatus: planned", [""]),
        ("due_on: 2027\nstatus: planned\nstarted_on: 2025", ["2025-01-01"]),
        ("due_on: 2027\nstatus: planned\nidentified_at: third", ["2021-03-31"]),
        ("due_on: 2027\nstatus: planned\nstarted_on: 2026-05", []),
        ("due_on: 2027\nstatus: planned\nstarted_on: 2025\nupdated_on: 2026-06-01", []),
        ("basis: archival\nstatus: unknown\nstarted_on: 2021", []),
    ],
)
def test_a_task_without_any_update_counts_from_what_is_known_of_it(facts: str, on: list[str]) -> None:
    """Its last change, or its beginning, or the meeting it was identified at; records of the past need no updates."""
    assert on == days_of(findings(task(facts), "silent", "trams"))


@pytest.mark.parametrize(
    ("as_of", "on"),
    [
        ("2021-03-30T23:59+09:00", []),
        ("2021-03-31T00:00+09:00", ["2021-03-31"]),
        ("2021-06-29T12:00+09:00", ["2021-03-31"]),
        ("2021-06-30T00:00+09:00", []),
    ],
)
def test_a_task_is_new_for_ninety_days_after_its_meeting(as_of: str, on: list[str]) -> None:
    """From the day of the meeting on, not before."""
    assert on == days_of(findings(task("due_on: 2027\nstatus: planned\nidentified_at: third"), "new", "trams", as_of))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ("review_by: 2026-06-04", [("review", "2026-06-04")]),
        ("review_by: 2026-06-05", [("review", "2026-06-05")]),
        ("review_by: 2026-06-06", [("review_soon", "2026-06-06")]),
        ("review_by: 2026-07-05", [("review_soon", "2026-07-05")]),
        ("review_by: 2026-07-06", []),
        ("draft: true\nreview_by: 2026-01-01", [("draft", "")]),
        ("publish_at: 2026-06-05T12:01", [("scheduled", "2026-06-05T12:01+09:00")]),
        ("publish_at: 2026-06-05T04:00Z", [("scheduled", "2026-06-05T13:00+09:00")]),
        ("publish_at: 2026-06-05T12:00", [("new", "2026-06-05T12:00+09:00")]),
        ("publish_at: 2026-03-01", []),
        ("expires_at: 2026-06-05T12:01", [("expiring", "2026-06-05T12:01+09:00")]),
        ("expires_at: 2026-06-05T12:00\nreview_by: 2026-06-01", []),
        (
            "publish_at: 2026-06-06\nexpires_at: 2026-06-07",
            [("scheduled", "2026-06-06T00:00+09:00"), ("expiring", "2026-06-07T00:00+09:00")],
        ),
    ],
)
def test_what_is_coming_is_told_with_its_day_or_moment(facts: str, told: list[tuple[str, str]]) -> None:
    """In the site's time zone; of what is not published any more nothing is told."""
    found = reported(PAGE.replace("FACTS", facts)).findings
    assert told == [(each.sort, each.on) for each in found if each.id == "press" and each.sort != "missing"]


@pytest.mark.parametrize(
    ("facts", "owner"),
    [
        ("owner: forest-service", "forest-service"),
        ("", ""),
    ],
)
def test_a_finding_is_told_to_the_owner(facts: str, owner: str) -> None:
    """Where nobody is named it stands under no name."""
    (found,) = findings(PAGE.replace("FACTS", f"draft: true\n{facts}"), "draft")
    assert owner == found.owner


def test_who_leads_a_task_answers_for_it_unless_it_has_another_owner() -> None:
    """The same holds for who issues news."""
    late = "due_on: 2026-01\nstatus: planned"
    owners = [findings(task(facts), "overdue")[0].owner for facts in (late, f"{late}\nowner: energy-office")]
    assert ["forest-service", "energy-office"] == owners
    assert {"energy-office"} == {each.owner for each in findings("", "unstamped", "release")}


def test_agencies_stand_in_their_order_and_nobody_last() -> None:
    """Each once, with what is most urgent first."""
    late = task("due_on: 2026-01\nstatus: planned")
    groups = reported(late + PAGE.replace("FACTS", "draft: true")).by_owner
    assert ["energy-office", "forest-service", ""] == [owner for owner, _ in groups]
    assert ["overdue", "missing", "silent"] == [found.sort for found in groups[1][1]]


def test_a_text_in_one_language_is_missing_in_the_other() -> None:
    """With the file that is to be written; of a draft nobody expects a translation yet."""
    (missing,) = findings(PAGE.replace("FACTS", ""), "missing", "press")
    assert ("en", "content/pages/press.ko.md", "content/pages/press.en.md") == (
        missing.language, missing.path, missing.values["wanted"],
    )  # fmt: skip
    assert [] == findings(PAGE.replace("FACTS", "draft: true"), "missing", "press")


def test_words_that_a_record_or_a_fact_has_in_one_language_only_are_missing() -> None:
    """With the field and its line; a name of an agency that is not known is left out on purpose."""
    (found,) = findings(TERM, "missing")
    assert ("term", "en", "content/glossary.yaml", 3, "short") == (
        found.kind, found.language, found.path, found.line, found.values["field"],
    )  # fmt: skip
    change = "changes:\n  - {on: 2026-06-01, text: {ko: 고쳤습니다.}}"
    page = PAGE.replace("FACTS", change)
    whole = page + page.replace(".ko.md", ".en.md").replace(f"{change}\n", "")
    assert ["changes.0.text"] == [each.values["field"] for each in findings(whole, "missing", "press")]


def test_words_that_an_update_has_in_one_language_only_are_missing() -> None:
    """With the file of the updates, and the line."""
    update = task("due_on: 2027", "planned").replace("ko: 했습니다., en: Done.", "ko: 했습니다.")
    english = TASK.replace(".ko.md", ".en.md").partition("lead_agency")[0] + "---\n"
    (found,) = findings(update + english, "missing", "trams")
    assert ("content/tasks/trams.updates.yaml", 4, "0.done", "forest-service") == (
        found.path, found.line, found.values["field"], found.owner,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "on"),
    [
        ("expires_at: 2026-06-06T18:00", ["2026-06-06T18:00+09:00"]),
        ("expires_at: 2026-06-06T18:00\npublish_at: 2026-01-01", ["2026-06-06T18:00+09:00"]),
        ("", []),
    ],
)
def test_a_link_to_what_is_taken_down_is_foretold(fact: str, on: list[str]) -> None:
    """The build would fail at that very moment, at the place where the link is."""
    found = findings(PAGE.replace("FACTS", fact) + LINK, "breaking", "about")
    assert on == days_of(found)
    assert {("content/pages/about.ko.md", 5)} >= {(each.path, each.line) for each in found}


def test_who_takes_something_down_is_told_of_the_links_to_it() -> None:
    """Whoever answers for it may not know of the pages that name it."""
    page = PAGE.replace("FACTS", "owner: forest-service\nexpires_at: 2026-06-06T18:00")
    (found,) = findings(page + LINK, "breaking", "press")
    assert ("forest-service", "content/pages/press.ko.md") == (found.owner, found.path)
    assert "content/pages/about.ko.md:5" == found.values["places"]


def test_a_page_that_the_menu_needs_is_foretold_too() -> None:
    """The settings name it; they belong to no agency."""
    about = LINK.replace("summary", "expires_at: 2026-06-07\nsummary").partition("여기")[0]
    found = [each for each in findings(about, "breaking") if each.id != "about"]
    assert [("content/site.yaml", "2026-06-07T00:00+09:00", "")] * 2 == [
        (each.path, each.on, each.owner) for each in found
    ]


def test_a_link_to_what_is_published_later_is_foretold_for_the_moment_it_is_published_itself() -> None:
    """A page that comes out before the one it links to fails then, and is told of once."""
    link = LINK.replace("about", "early").replace("summary", "publish_at: 2026-06-06\nsummary")
    found = findings(PAGE.replace("FACTS", "publish_at: 2026-06-07") + link, "breaking", "early")
    assert ["2026-06-06T00:00+09:00"] == days_of(found)
