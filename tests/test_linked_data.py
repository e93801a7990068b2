"""What pages say to programs: as JSON-LD that a parser of HTML and one of JSON read back, whatever is written in it."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from sitegen.model import Job
from sitegen.plan import Assets, units
from sitegen.urls import Linker
from tests.campaign import Tree
from tests.in_memory import assembled
from tests.pages import document
from tests.sites import CAMPAIGN, MINIMAL, built, plant

ASSETS = Assets("assets/site.css", "assets/icon.svg", (), {"days": "assets/days.js"})
HERE = "https://example.org/a/b/"
ATTACKS = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "--><!-- ]]>",
    "<![CDATA[ </SCRIPT\t>",
    '"}];alert(1)//',
    "\\u003c/script>\\",
    "&lt;/script&gt; &quot;",
    "' onload='alert(1)",
    "{{ 7 * 7 }} {% raw %}",
)
LIST = """
-- content/pages/events.ko.md --
---
{title: 행사 목록, summary: 행사를 모았습니다., lists: event}
---
"""
EVENT = """
-- content/events/day.ko.md --
---
title: TITLE
summary: 만납니다.
meaning: 만납니다.
place: TITLE
type: campaign
FACTS
---
-- content/events/day.en.md --
---
title: The day
summary: |
  We meet
  again.
meaning: We meet.
---
"""


def event(facts: str, as_of: str = "2026-06-05T12:00+09:00", base_url: str = HERE) -> Mapping[str, Any] | None:
    """Return what the page of an event says to programs."""
    site = assembled(CAMPAIGN + EVENT.replace("TITLE", "모임").replace("FACTS", facts), MINIMAL, as_of)
    (unit,) = (unit for unit in units(site.site, Linker(base_url), ASSETS) if unit.name == "event/day/ko")
    (page,) = (made for made in unit.make(site.witness()) if isinstance(made, Job))
    found: Mapping[str, Any] | None = page.context["view"].linked_data  # type: ignore[attr-defined]  # a page of an event
    return found


def said(page: bytes) -> list[Any]:
    """Return what a finished page says to programs, read as a browser and a search engine read it."""
    scripts = document(page).iter("script")
    return [json.loads(found.text or "") for found in scripts if found.get("type") == "application/ld+json"]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of a site in which an event is called by every attack."""
    text = "".join(
        EVENT.replace("events/day", f"events/day-{number}")
        .replace("TITLE", json.dumps(attack))
        .replace("FACTS", "start: 2026-07-01")
        for number, attack in enumerate(ATTACKS)
    )
    return built(plant(tmp_path_factory.mktemp("attacked"), LIST + text))


@pytest.mark.parametrize("number", range(len(ATTACKS)), ids=map(str, range(len(ATTACKS))))
def test_nothing_that_is_written_gets_out_of_it(attacked: Tree, number: int) -> None:
    """It comes back letter by letter, and no element stands on the page that we did not put there."""
    page = attacked[f"events/day-{number}/index.html"]
    (found,) = said(page)
    assert (ATTACKS[number], ATTACKS[number]) == (found["name"], found["location"]["name"])
    others = [script for script in document(page).iter("script") if script.get("type") != "application/ld+json"]
    assert [("module", None)] == [(script.get("type"), script.text) for script in others]
    assert [] == [element.tag for element in document(page).iter() if "onload" in element.attrib]


@pytest.mark.parametrize(
    ("facts", "start", "end"),
    [
        ("start: 2026-07-01", "2026-07-01", None),
        ("start: 2026-07-01\ntime: '20:00'", "2026-07-01T20:00+09:00", None),
        ("start: 2026-07-01\nend: 2026-07-03", "2026-07-01", "2026-07-03"),
        ("start: 2026-07\nend: 2026-08", "2026-07", "2026-08"),
        ("start: 2026-07\ntime: '20:00'", "2026-07", None),
        ("yearly: 04-05", "2027-04-05", None),
        ("yearly: 02-29", "2028-02-29", None),
    ],
)
def test_times_are_as_precise_as_they_are_known(facts: str, start: str, end: str | None) -> None:
    """In the forms of ISO 8601; of what returns each year, the next time."""
    found = event(facts)
    assert found is not None
    assert (start, end) == (found["startDate"], found.get("endDate"))


def test_what_returns_each_year_says_so() -> None:
    """By the day of the month, as a rule."""
    found = event("yearly: 04-05")
    assert found is not None
    assert ("P1Y", 4, 5) == tuple(found["eventSchedule"][name] for name in ("repeatFrequency", "byMonth", "byMonthDay"))


@pytest.mark.parametrize(
    "facts", ["start: 2026-Q3", "start: 2026-07-01\nend: 2026-Q3", "yearly: 04-05\nstatus: cancelled"]
)
def test_where_there_is_no_time_to_be_said_nothing_is_said(facts: str) -> None:
    """ISO 8601 knows no quarters, and what does not return any more has no next time."""
    assert event(facts) is None


@pytest.mark.parametrize(
    ("status", "word"),
    [("scheduled", "EventScheduled"), ("changed", "EventRescheduled"), ("cancelled", "EventCancelled")],
)
def test_whether_it_goes_ahead_is_said(status: str, word: str) -> None:
    """In the words of schema.org."""
    found = event(f"start: 2026-07-01\nstatus: {status}\nchanges: [{{on: 2026-06-01, text: {{ko: 바뀌었습니다.}}}}]")
    assert found is not None
    assert f"https://schema.org/{word}" == found["eventStatus"]


def test_only_what_is_known_is_said() -> None:
    """Who holds it, if somebody is named; where it stands, if that is known; nothing of how one takes part."""
    found, nameless = event("start: 2026-07-01\norganiser: energy-office"), event("start: 2026-07-01", base_url="")
    assert found is not None
    assert nameless is not None
    assert ("에너지청", f"{HERE}events/day/") == (found["organizer"]["name"], found["url"])
    assert set() == {"organizer", "url", "eventAttendanceMode"} & nameless.keys()


def test_a_page_says_where_it_stands(published: Tree) -> None:
    """Step by step with full addresses; where home is the only step, nothing."""
    (found,) = (each for each in said(published["en/tasks/solar-roofs/index.html"]))
    steps = [(step["position"], step["name"], step["item"]) for step in found["itemListElement"]]
    assert [(1, "Home", f"{HERE}en/"), (2, "All tasks", f"{HERE}en/tasks/")] == steps
    assert [] == said(published["en/about/index.html"])
    assert ["WebSite"] == [each["@type"] for each in said(published["en/index.html"])]


def test_without_an_address_of_the_site_no_way_is_said(campaign: Tree) -> None:
    """It could not be written."""
    assert [] == said(campaign["en/tasks/solar-roofs/index.html"])
