"""What depends on the date depends on the moment the site is built for, in the site's own time zone."""

from pathlib import Path

import pytest

from tests.pages import document, text, words_in
from tests.sites import built, plant

LIST = """
-- content/pages/events.ko.md --
---
{title: 행사 목록, summary: 행사를 모았습니다., lists: event}
---
-- content/pages/events.en.md --
---
{title: All events, summary: The events ahead and past.}
---
"""
YEARLY = """
-- content/events/day.ko.md --
---
title: 기념일
summary: 해마다 돌아옵니다.
meaning: 생각하는 날입니다.
type: memorial_day
yearly: DAY
---
-- content/events/day.en.md --
---
title: The day
summary: It returns each year.
meaning: A day to think.
---
"""
SUMMIT = """
-- content/events/summit.ko.md --
---
title: 정상회의
summary: 이틀 동안 엽니다.
meaning: 함께 약속합니다.
type: campaign
start: START
end: END
---
-- content/events/summit.en.md --
---
title: The summit
summary: It takes two days.
meaning: A promise together.
---
"""


@pytest.mark.parametrize(
    ("day", "as_of", "shown"),
    [
        ("04-05", "2026-04-04", "5 April 2026"),
        ("04-05", "2026-04-05T23:59", "5 April 2026"),
        ("04-05", "2026-04-06", "5 April 2027"),
        ("04-05", "2026-04-05T14:59+00:00", "5 April 2026"),
        ("04-05", "2026-04-05T15:00+00:00", "5 April 2027"),
        ("02-29", "2026-06-05", "29 February 2028"),
        ("02-29", "2028-02-29", "29 February 2028"),
        ("02-29", "2028-03-01", "29 February 2032"),
        ("02-29", "2096-03-01", "29 February 2104"),
    ],
)
def test_a_yearly_event_shows_its_next_day(tmp_path: Path, day: str, as_of: str, shown: str) -> None:
    """It is the day itself until midnight in Seoul, then that of the next year that has such a day."""
    site = built(plant(tmp_path, LIST + YEARLY.replace("DAY", day)), "--as-of", as_of)
    assert shown in text(site["en/events/day/index.html"])
    assert shown in text(site["en/index.html"])
    assert "The day" in _part("upcoming", site["en/events/index.html"])


@pytest.mark.parametrize(
    ("start", "end", "as_of", "part"),
    [
        ("2021-05-30", "2021-05-31", "2021-05-29", "upcoming"),
        ("2021-05-30", "2021-05-31", "2021-05-31T23:59", "upcoming"),
        ("2021-05-30", "2021-05-31", "2021-06-01", "over"),
        ("2021-05", "2021-05", "2021-05-31", "upcoming"),
        ("2021-Q2", "2021-Q2", "2021-07-01", "over"),
    ],
)
def test_an_event_is_over_after_its_last_day(tmp_path: Path, start: str, end: str, as_of: str, part: str) -> None:
    """A month or quarter is over when its last day is, since nothing says that the event was earlier."""
    summit = SUMMIT.replace("START", start).replace("END", end)
    site = built(plant(tmp_path, LIST + summit), "--as-of", as_of)
    other = {"upcoming": "over", "over": "upcoming"}[part]
    page = site["en/events/index.html"]
    assert ("The summit" in _part(part, page), "The summit" in _part(other, page)) == (True, False)
    assert (part == "over") == ("This event is over" in text(site["en/events/summit/index.html"]))


def test_the_next_event_comes_first_and_the_latest_past_one_too(tmp_path: Path) -> None:
    """What is ahead is in the order in which it comes; what is over is in the order in which it is remembered."""
    names = {"one": "2021-05-01", "two": "2022-05-01", "three": "2026-07-01", "four": "2026-06-06"}
    events = "".join(
        SUMMIT.replace("summit", name).replace("START", day).replace("end: END\n", "") for name, day in names.items()
    )
    page = text(built(plant(tmp_path, LIST + events))["en/events/index.html"])
    order = ["The four", "The three", "The two", "The one"]
    assert order == sorted(order, key=page.rindex)


def test_a_site_without_events_ahead_says_so(tmp_path: Path) -> None:
    """A list of nothing but past events does not name a next one."""
    summit = SUMMIT.replace("START", "2021-05-30").replace("END", "2021-05-31")
    assert "No dates are set ahead." in text(built(plant(tmp_path, LIST + summit))["en/events/index.html"])


def _part(identifier: str, page: bytes) -> str:
    """Return the words of the part of a page that has an id, or whose heading has it; none if there is none."""
    tree = document(page)
    found = tree.find(f".//*[@id='page.{identifier}']")
    parents = {child: parent for parent in tree.iter() for child in parent}
    if found is None or not str(found.tag).startswith("h"):
        return words_in(found)
    return words_in(parents[found])
