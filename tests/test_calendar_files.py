"""Files for calendars, read by the library that calendars are read with, and by their lines."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from sitegen.files import Output
from sitegen.plan import Assets, units
from sitegen.urls import Linker
from tests.campaign import Tree
from tests.in_memory import assembled
from tests.pages import link_to, text
from tests.sites import CAMPAIGN, MINIMAL, built, plant

HERE = "https://example.org/a/b/"
ASSETS = Assets("assets/site.css", "assets/icon.svg", (), {"days": "assets/days.js"})
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
DAY = """
-- content/events/day.ko.md --
---
title: TITLE
summary: 함께 모입니다.
meaning: 함께 모입니다.
type: campaign
FACTS
---
"""
ENGLISH = """
-- content/events/day.en.md --
---
title: The day
summary: We meet.
meaning: We meet.
place: At the town hall
---
"""
CHANGES = """changes:
  - {on: 2026-05-01, text: {ko: 날을 옮겼습니다.}}
  - {on: 2026-05-03, type: correction, text: {ko: 날을 바로잡았습니다.}}"""


def files(text: str, base_url: str = HERE, as_of: str = "2026-06-05T12:00+09:00") -> dict[str, bytes]:
    """Return the files for calendars that a site has, by path."""
    found = assembled(LIST + text, MINIMAL, as_of)
    made = (made for unit in units(found.site, Linker(base_url), ASSETS) for made in unit.make(found.witness()))
    return {each.path: each.data for each in made if isinstance(each, Output) and each.path.endswith(".ics")}


def day(facts: str, title: str = "모임", english: str = "") -> str:
    """Return an event with some facts."""
    return DAY.replace("TITLE", title).replace("FACTS", facts) + english


def event(facts: str, path: str = "events/day.ics", **wishes: str) -> Event:
    """Return the one event in a file, as a calendar reads it."""
    (found,) = Calendar.from_ical(files(day(facts, english=ENGLISH), **wishes)[path]).walk("VEVENT")
    return found


def test_an_event_of_one_day_lasts_all_of_it() -> None:
    """From the day itself to the next, which does not belong to it, as calendars count."""
    found = event("start: 2026-07-01")
    assert (date(2026, 7, 1), date(2026, 7, 2)) == (found["DTSTART"].dt, found["DTEND"].dt)
    assert "DATE" == found["DTSTART"].params["VALUE"]


def test_an_event_of_several_days_lasts_to_the_end_of_the_last() -> None:
    """That it begins at some hour is told in words then: no source says at which one it ends."""
    found = event("start: 2026-05-30\nend: 2026-06-02\ntime: '20:00'")
    assert (date(2026, 5, 30), date(2026, 6, 3)) == (found["DTSTART"].dt, found["DTEND"].dt)
    assert "20:00에 시작합니다." in str(found["DESCRIPTION"])


def test_an_hour_is_one_in_seoul() -> None:
    """And the file says what that means; nothing is said of an end that no source names."""
    written = files(day("start: 2026-07-01\ntime: '20:00'"))["events/day.ics"]
    calendar = Calendar.from_ical(written)
    (found,), (zone,) = calendar.walk("VEVENT"), calendar.walk("VTIMEZONE")
    assert datetime(2026, 7, 1, 20, tzinfo=ZoneInfo("Asia/Seoul")) == found["DTSTART"].dt
    assert ("Asia/Seoul", "Asia/Seoul") == (found["DTSTART"].params["TZID"], zone["TZID"])
    assert b"TZOFFSETTO:+0900" in written
    assert "DTEND" not in found
    assert "DURATION" not in found


@pytest.mark.parametrize(
    ("yearly", "occurrences", "first"),
    [
        ("04-05", "[{start: 2021-04-05}, {start: 2019-04-05}, {start: 2018-04}]", date(2019, 4, 5)),
        ("04-05", "[{start: 2021-04-06}, {start: 2020}]", date(2027, 4, 5)),
        ("04-05", "[]", date(2027, 4, 5)),
        ("02-29", "[]", date(2028, 2, 29)),
        ("02-29", "[{start: 2020-02-29}]", date(2020, 2, 29)),
    ],
)
def test_a_yearly_event_begins_when_we_first_know_of_it(yearly: str, occurrences: str, first: date) -> None:
    """On its very day; else with the next time. 29 February returns in leap years only, as on the site."""
    found = event(f"yearly: {yearly}\noccurrences: {occurrences}")
    month, number = map(int, yearly.split("-"))
    assert first == found["DTSTART"].dt
    assert {"FREQ": ["YEARLY"], "BYMONTH": [month], "BYMONTHDAY": [number]} == dict(found["RRULE"])


@pytest.mark.parametrize(
    "facts", ["start: 2026-07", "start: 2026-Q3", "start: 2026", "start: 2026-07-01\nend: 2026-07"]
)
def test_an_event_whose_days_are_not_known_has_no_file(facts: str) -> None:
    """Nor is there one of all events, if that is the only one."""
    assert {} == files(day(facts))


def test_what_was_cancelled_stays_and_says_so() -> None:
    """In the file of all events, where a calendar that has it finds it, and in its title too: many show that only."""
    facts = f"start: 2026-07-01\nstatus: cancelled\n{CHANGES}"
    (found,) = Calendar.from_ical(files(day(facts))["events.ics"]).walk("VEVENT")
    assert ("CANCELLED", "취소: 모임", 2) == (found["STATUS"], found["SUMMARY"], found["SEQUENCE"])
    assert str(found["DESCRIPTION"]).startswith("취소되었습니다")


def test_an_event_is_newer_with_each_change_that_is_told() -> None:
    """Its number rises by one, and its time is that of the last change."""
    before, after = event("start: 2026-07-01"), event(f"start: 2026-07-02\n{CHANGES}")
    assert (0, 2) == (before["SEQUENCE"], after["SEQUENCE"])
    assert datetime(1970, 1, 1, tzinfo=UTC) == before["DTSTAMP"].dt
    assert datetime(2026, 5, 2, 15, tzinfo=UTC) == after["DTSTAMP"].dt


def test_an_event_is_known_by_the_same_id_whatever_is_edited() -> None:
    """In every language, in its own file and that of all, on whatever day the site is built."""
    one = files(day("start: 2026-07-01", english=ENGLISH))
    other = files(day(f"start: 2027-07-01\n{CHANGES}", "다른 제목", ENGLISH), as_of="2026-06-09T12:00+09:00")
    paths = {"events.ics", "en/events.ics", "events/day.ics", "en/events/day.ics"}
    assert paths == {*one} == {*other}
    assert 1 == len({_ids(data)[0] for found in (one, other) for data in found.values()})


def test_events_of_other_sites_are_others() -> None:
    """Two sites at two addresses, or of two names where the address is not known, may each have an event of one id."""
    renamed = files(day("start: 2026-07-01") + MINIMAL.replace("시험, en", "다른 시험, en"), base_url="")
    found = (files(day("start: 2026-07-01"), base_url=there) for there in (HERE, "https://example.org/c/", ""))
    assert 4 == len({_ids(each["events.ics"])[0] for each in (*found, renamed)})


def test_a_file_says_what_the_page_says_and_where_it_is() -> None:
    """In the page's language, which is marked."""
    found = event("start: 2026-07-01", "en/events/day.ics")
    assert ("The day", "At the town hall") == (found["SUMMARY"], found["LOCATION"])
    assert f"We meet.\n\n{HERE}en/events/day/" == str(found["DESCRIPTION"])
    assert f"{HERE}en/events/day/" == found["URL"]
    assert {"en"} == {found[name].params["LANGUAGE"] for name in ("SUMMARY", "LOCATION", "DESCRIPTION")}


def test_without_an_address_of_the_site_none_is_given() -> None:
    """The file is whole all the same."""
    written = files(day("start: 2026-07-01"), base_url="")["events.ics"]
    assert b"http" not in written
    assert "모임" == Calendar.from_ical(written).walk("VEVENT")[0]["SUMMARY"]


def test_a_calendar_to_subscribe_to_says_what_it_is() -> None:
    """Its name, where it is, and that a look once a day is enough; nobody is woken, and nobody's time is taken."""
    calendar = Calendar.from_ical(files(day("start: 2026-07-01", english=ENGLISH))["en/events.ics"])
    assert ("Trial: dates", f"{HERE}en/events.ics") == (calendar["NAME"], calendar["SOURCE"])
    assert 86400 == calendar["REFRESH-INTERVAL"].dt.total_seconds()
    assert "METHOD" not in calendar
    assert [] == calendar.walk("VALARM")
    assert {"TRANSPARENT"} == {found["TRANSP"] for found in calendar.walk("VEVENT")}


@given(title=st.text(alphabet=st.sampled_from("가힣ab ,;:\\\"'-ÅŁ漢字🌱"), min_size=1, max_size=90).filter(str.strip))
def test_every_title_comes_through_in_lines_of_75_octets(title: str) -> None:
    """However its letters are spelt in bytes, and whatever in it means something to calendars."""
    words = " ".join(title.split())
    quoted = "'" + words.replace("'", "''") + "'"
    written = files(day("start: 2026-07-01", quoted))["events/day.ics"]
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert [words] == [str(found["SUMMARY"]) for found in Calendar.from_ical(written).walk("VEVENT")]
    assert written == b"\r\n".join(line.decode().encode() for line in lines)  # no line ends within a letter


def test_the_files_are_the_same_until_an_event_changes() -> None:
    """A later day and another text change no byte."""
    facts = "yearly: 04-05\noccurrences: [{start: 2021-04-05}]"
    later = files(f"{day(facts)}\n본문입니다.\n", as_of="2029-12-31T12:00+09:00")
    assert files(day(facts)) == later


def test_pages_lead_to_the_files(published: Tree) -> None:
    """With format and size in words; the list also to what a calendar program subscribes to."""
    link = link_to("Add to calendar (ICS, 1 kB)", published["en/events/arbor-day/index.html"])
    assert "../../../en/events/arbor-day.ics" == link.href
    page = published["en/events/index.html"]
    assert "../../en/events.ics" == link_to("Add all dates to your calendar (ICS, 1 kB)", page).href
    assert "webcal://example.org/a/b/en/events.ics" == link_to("Subscribe in your calendar app", page).href
    assert f"{HERE}en/events.ics" in text(page)


def test_nothing_can_be_subscribed_to_without_an_address(campaign: Tree) -> None:
    """The file is offered, and that it will not change by itself is said."""
    assert b"webcal" not in campaign["en/events/index.html"]
    assert "Dates added from a file do not change by themselves" in text(campaign["en/events/index.html"])


def test_a_page_says_why_there_is_no_file(tmp_path: Path) -> None:
    """Because the day is not known; an event that is over needs neither file nor reason."""
    over = day("start: 2021-05").replace("events/day", "events/over")
    site = built(plant(tmp_path, LIST + day("start: 2027-05") + over))
    reason = "날짜가 하루까지 알려지지 않아 달력 파일을 만들지 않았습니다."
    assert (True, False) == (
        reason in text(site["events/day/index.html"]),
        reason in text(site["events/over/index.html"]),
    )
    assert "결과는 확인되지 않았습니다." in text(site["events/over/index.html"])


def _ids(data: bytes) -> Mapping[int, str]:
    return {number: str(found["UID"]) for number, found in enumerate(Calendar.from_ical(data).walk("VEVENT"))}


def test_every_event_of_the_campaign_is_in_the_file_of_all() -> None:
    """Those of a language that it is not written in, too, in their own."""
    both = CAMPAIGN + day("start: 2026-07-01")
    found = Calendar.from_ical(files(both)["en/events.ics"]).walk("VEVENT")
    assert [("Arbor Day", "en"), ("모임", "ko")] == [
        (str(e["SUMMARY"]), e["SUMMARY"].params["LANGUAGE"]) for e in found
    ]
