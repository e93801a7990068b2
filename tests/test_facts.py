"""Facts are shown as they are known: no more precise than their source, and never without what limits them."""

from pathlib import Path

import pytest

from tests.campaign import Tree
from tests.pages import document, links, text, words_in
from tests.sites import CAMPAIGN, built, plant

MEETING = """
-- content/meetings/second.ko.md --
---
title: 2차 회의
summary: 두 번째 회의입니다.
chair: 에너지청장
series: task_force
number: 2
FACTS
---
-- content/meetings/second.en.md --
---
title: The second meeting
summary: It is the second meeting.
chair: Head of the Energy Office
---
"""
UPDATES = """
-- content/tasks/solar-roofs.updates.yaml --
- as_of: 2026-01-15
  period: 2025-Q4
  status: planned
  done: {ko: 지붕을 골랐습니다., en: Roofs were chosen.}
  author_agency: energy-office
  assessed_by: self
- as_of: 2026-04-15
  period: 2026-Q1
  status: stopped
  done: {ko: 멈췄습니다., en: Work has come to a halt.}
  problem: {ko: 지붕이 약합니다., en: The roofs are too weak.}
  author_agency: energy-office
  assessed_by: self
"""


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ("held_on: 2021-02-03", "3 February 2021"),
        ("held_on: 2021-02", "February 2021"),
        ("held_on: 2021-Q1", "quarter 1 of 2021"),
        ("held_on: 2021", "2021"),
        ("held_on: unknown", "Date not known"),
        (
            "held_on: unknown\nnot_before: 2020-12-08\nnot_after: 2021-03-31",
            "Between 8 December 2020 and 31 March 2021 (exact date not known)",
        ),
    ],
)
def test_a_time_is_as_precise_as_its_source(tmp_path: Path, facts: str, shown: str) -> None:
    """A day, month, quarter or year is shown as that; an unknown day as unknown, with what bounds it."""
    site = built(plant(tmp_path, CAMPAIGN + MEETING.replace("FACTS", facts)))
    assert shown in {words_in(value) for value in document(site["en/meetings/second/index.html"]).iter("dd")}
    assert shown in text(site["en/meetings/index.html"])


@pytest.mark.parametrize(
    ("address", "machine"),
    [("meetings/third/", "2021-03-31"), ("news/release/", "2021-03"), ("strategy/plan/", "2020-12-07")],
)
def test_a_time_that_html_has_a_form_for_is_marked_up(campaign: Tree, address: str, machine: str) -> None:
    """Days and months are also there for programs, in the form of HTML's time element."""
    times = document(campaign[f"en/{address}index.html"]).iter("time")
    assert machine in {time.get("datetime") for time in times}


def test_a_task_stands_as_its_latest_update_says(tmp_path: Path) -> None:
    """Its page and every list give it the status of the last update, and its page tells all of them."""
    site = built(plant(tmp_path, CAMPAIGN + UPDATES))
    page, tasks = text(site["en/tasks/solar-roofs/index.html"]), text(site["en/tasks/index.html"])
    assert "The roofs are too weak." in page
    assert page.index("Work has come to a halt.") < page.index("Roofs were chosen.")
    assert ("Stopped" in tasks, "Planned" in tasks) == (True, False)


def test_a_meeting_says_how_many_of_its_tasks_are_named(campaign: Tree) -> None:
    """Where a source counts more tasks than it names, the page gives both numbers and fills nothing in."""
    page = text(campaign["en/meetings/third/index.html"])
    assert "Of the 30 tasks newly identified by 22 agencies, the source names 1." in page
    assert "Of the 45 that attended, the 2 that the source names." in page


def test_the_list_of_tasks_says_how_many_are_named(campaign: Tree) -> None:
    """The sentence that opens the list sets what is named against what was announced."""
    page = text(campaign["en/tasks/index.html"])
    assert "Meeting 3 announced 30 new tasks; its source names 1 of them." in page


def test_an_error_of_a_source_is_shown_and_not_mended(campaign: Tree) -> None:
    """What it says, what it should say, and how we know stand beside it."""
    page = text(campaign["en/news/release/index.html"])
    told = ["2020 carbon neutrality", "2050 carbon neutrality", "The year is a slip."]
    assert told == [words for words in told if words in page]


def test_a_fact_without_a_value_is_not_mentioned(campaign: Tree) -> None:
    """The meeting has no known place, so that its page has no such line."""
    page = text(campaign["en/meetings/third/index.html"])
    assert ("Chair" in page, "Place" in page) == (True, False)


def test_every_page_leads_to_what_it_rests_on(campaign: Tree) -> None:
    """A task links to its source, whose page holds the passage word for word and links back."""
    assert "The report" in {link.words for link in links(campaign["en/tasks/solar-roofs/index.html"])}
    assert "There are 30 new tasks." in text(campaign["en/sources/report/index.html"])
    assert "Sun on the roofs" in {link.words for link in links(campaign["en/sources/report/index.html"])}
