"""The plan: what goes in which order, what stays, what is removed, and when that is too much."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish.plan import Before, Plan, bearable, lost_pages, order, plan, rank
from sitegen.publish.state import Retired
from sitegen.write.manifest import Entry

NOON = datetime(2026, 6, 5, 3, tzinfo=UTC)
DAY = timedelta(days=1)
NAMES = [
    "assets/site.0123456789.css",
    "assets/site.abcdefabcd.css",
    "data.json",
    "index.html",
    "a/index.html",
    "feed.xml",
]
SITES = st.sets(st.sampled_from(NAMES)).map(lambda paths: tuple(file(path) for path in sorted(paths)))


def file(path: str, content: str = "0") -> Entry:
    """Return an entry of a manifest."""
    return Entry(path, 1, content * 64)


def planned(site: tuple[Entry, ...], before: Before, now: datetime = NOON, grace: timedelta = DAY) -> Plan:
    """Return the plan for a target that holds what it owns."""
    return plan(site, before, before.owned.__contains__, now, grace)


def test_what_pages_need_goes_before_pages_and_what_leads_to_them_after() -> None:
    """The home page is the last of the pages, and the sitemap follows."""
    paths = [
        "index.html",
        "sitemap.xml",
        "tasks/index.html",
        "tasks/cars/index.html",
        "data.json",
        NAMES[0],
        "a.html.br",
    ]
    assert [
        NAMES[0],
        "data.json",
        "tasks/cars/index.html",
        "tasks/index.html",
        "a.html.br",
        "index.html",
        "sitemap.xml",
    ] == [entry.path for entry in sorted(map(file, paths), key=order)]


def test_what_is_removed_goes_in_the_opposite_order() -> None:
    """No page is there without what it loads."""
    before = (file("data.json"), file("old/index.html"), file("feed.xml"))
    assert ("feed.xml", "old/index.html", "data.json") == planned((), Before(before, before)).deletions


def test_a_fingerprinted_file_stays_until_its_time_is_over() -> None:
    """It is kept by its first moment, and removed when that is long enough ago."""
    old, new = file(NAMES[0]), file(NAMES[1], "1")
    first = planned((new,), Before((old,), (old,)))
    assert ((), (Retired(old.path, 1, old.sha256, NOON),)) == (first.deletions, first.retired)
    later = Before((new,), (new,), first.retired)
    assert first.retired == planned((new,), later, NOON + DAY - timedelta(seconds=1)).retired
    assert (old.path,) == planned((new,), later, NOON + DAY).deletions


def test_nothing_stays_without_grace() -> None:
    """So that a picture that must go is gone at once."""
    old = file(NAMES[0])
    assert (old.path,) == planned((), Before((old,), (old,)), grace=timedelta(0)).deletions


@given(SITES, SITES, SITES)
def test_every_file_is_sent_there_or_removed_and_never_two_of_these(
    site: tuple[Entry, ...], published: tuple[Entry, ...], more: tuple[Entry, ...]
) -> None:
    """Whatever was there before; and nothing that is not ours is removed."""
    found = planned(site, Before(published, tuple({*published, *more})))
    assert set(site) == {*found.uploads, *found.unchanged}
    assert not {*found.uploads} & {*found.unchanged}
    staying = {entry.path for entry in site} | {each.path for each in found.retired}
    assert {entry.path for entry in (*published, *more)} - staying == {*found.deletions}
    ranks = [rank(entry.path) for entry in found.uploads]
    assert sorted(ranks) == ranks


@pytest.mark.parametrize(("pages", "may_go"), [(0, 10), (99, 10), (120, 12), (578, 57)])
def test_few_pages_or_a_tenth_may_go(pages: int, may_go: int) -> None:
    """Other files are not counted."""
    published = [file(f"{number}.html") for number in range(pages)] + [file(f"{number}.json") for number in range(99)]
    assert may_go == bearable(published)


def test_only_pages_are_lost() -> None:
    """What readers find under an address."""
    assert ("gone.html",) == lost_pages([file("gone.html"), file("gone.json"), file("here.html")], {"here.html"})
