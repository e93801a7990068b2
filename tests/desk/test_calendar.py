"""When the site changes by itself: at that moment, and at no moment before it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

import msgspec
import pytest

from sitegen.assemble import Assembly
from sitegen.desk import next_change
from sitegen.plan import Assets, Witness, units
from sitegen.urls import Linker
from tests.in_memory import assembly_of
from tests.sites import CAMPAIGN, NOON

LINKER = Linker("https://example.org/a/b/")
ASSETS = Assets("assets/site.css", "assets/icon.svg", ())
SECOND = timedelta(seconds=1)
BUSY = """
-- content/pages/press.ko.md --
---
title: 언론
summary: 언론에 알립니다.
publish_at: 2026-06-06T09:00
expires_at: 2026-06-10T18:00:30
---
-- content/pages/secret.ko.md --
---
title: 초안
summary: 아직입니다.
draft: true
publish_at: 2026-06-05T13:00
---
-- content/pages/never.ko.md --
---
title: 때가 없는 글
summary: 끝이 처음보다 빠릅니다.
publish_at: 2026-06-09T09:00
expires_at: 2026-06-08T09:00
---
-- content/events/fair.ko.md --
---
title: 박람회
summary: 박람회입니다.
meaning: 뜻입니다.
type: campaign
start: 2026-06-07
end: 2026-06-08
---
-- content/milestones.yaml --
- id: goal-set
  on: 2020-12-07
  title: {ko: 목표를 정했습니다, en: The goal is set}
  on_home: true
  sources: [report]
- id: half
  on: 2026-Q3
  title: {ko: 반환점입니다, en: Half way}
  on_home: true
  sources: [report]
- id: unseen
  on: 2026-06-20
  title: {ko: 첫 화면에 없습니다, en: Not on the home page}
  sources: [report]
"""
CHANGES = (
    "2026-06-06T09:00+09:00",  # the page comes
    "2026-06-09T00:00+09:00",  # the fair is over
    "2026-06-10T18:00:30+09:00",  # the page goes
    "2026-06-20T00:00+09:00",  # on the timeline, not on the home page
    "2026-07-01T00:00+09:00",  # half way
    "2026-07-11T00:00+09:00",  # nobody has reported on a task for a hundred days
    "2027-04-06T00:00+09:00",  # Arbor Day is over, and stands there for next year
    "2027-07-01T00:00+09:00",  # the task is overdue
    "2028-04-06T00:00+09:00",
)
ASSEMBLY, HTML = assembly_of(CAMPAIGN + BUSY)
START = datetime.fromisoformat(NOON)


def changes(assembly: Assembly, start: datetime) -> Iterator[datetime]:
    """Yield the moments at which a site changes, one after the other."""
    moment: datetime | None = start
    while moment := next_change(assembly, assembly.at(moment), moment):
        yield moment


def pages(moment: datetime) -> bytes:
    """Return everything that the pages of the site are made from at a moment."""
    site = ASSEMBLY.at(moment)
    witness = Witness(site, HTML.__getitem__)
    return msgspec.msgpack.encode([unit.make(witness) for unit in units(site, LINKER, ASSETS)])


def test_changes_are_those_of_publication_events_milestones_and_tasks() -> None:
    """Drafts and what is never published make none."""
    assert list(CHANGES) == [written(moment) for moment in islice(changes(ASSEMBLY, START), len(CHANGES))]


@pytest.mark.parametrize(("before", "change"), list(zip((NOON, *CHANGES), CHANGES, strict=False)))
def test_the_site_stays_the_same_until_then_and_is_another_one_from_then_on(before: str, change: str) -> None:
    """To the second: a scheduler that builds at that moment misses nothing, and need not build before it."""
    start, moment = datetime.fromisoformat(before), datetime.fromisoformat(change)
    assert pages(start) == pages(moment - SECOND)
    assert pages(start) != pages(moment)


def test_a_site_in_which_nothing_is_ahead_does_not_change() -> None:
    """All its events are over."""
    assembly, _ = assembly_of("")
    assert next_change(assembly, assembly.at(START), START) is None


def written(moment: datetime) -> str:
    """Return a moment as the tables here have it."""
    return moment.isoformat(timespec="seconds").replace(":00+", "+")
