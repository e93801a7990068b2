"""Long lists: pages of fifty rows, groups of fifty, and the way from each to the rest."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Job
from sitegen.plan import units
from sitegen.plan.assets import Assets
from sitegen.plan.catalogue import Part
from sitegen.plan.pagination import paged, pages_for, shown
from sitegen.urls import Linker
from sitegen.views.pages import Listing
from tests.campaign import Tree
from tests.crowd import tasks
from tests.in_memory import assembled
from tests.pages import dead_addresses, document, link_to, links, metadata, text, words_in
from tests.sites import CAMPAIGN, built, plant

COUNTS = (0, 1, 50, 51, 101, 1000)
HERE = "https://example.org/a/b/"
ROOT = "http://localhost/"
HEAD = """-- content/pages/tasks.ko.md --
---
{title: 과제 목록, summary: 과제를 모았습니다., lists: task}
---
과제 목록의 본문입니다.
-- content/pages/tasks.en.md --
---
{title: All tasks, summary: The tasks we know.}
---
The body of the list.
"""
parts = st.lists(st.integers(0, 130), max_size=6).map(
    lambda sizes: [Part(f"part-{size}-{place}", tuple(range(size))) for place, size in enumerate(sizes)]
)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of a campaign with 121 tasks, published at HERE."""
    return built(plant(tmp_path_factory.mktemp("long"), CAMPAIGN + tasks(120) + HEAD), "--base-url", HERE)


@pytest.mark.parametrize("count", COUNTS)
def test_every_item_is_on_exactly_one_page_and_in_order(count: int) -> None:
    """Those in progress first, then those planned, by id; fifty on each page but the last."""
    rows = [[row for group in view.groups for row in group.rows] for _, view in _list_of(count)]
    order = [*range(2, count + 1, 2), *range(1, count + 1, 2)]
    assert [f"Task number {number}" for number in order] == [row.title.text for page in rows for row in page]
    assert {50} >= {len(page) for page in rows[:-1]}
    assert len(rows[-1]) <= 50


@pytest.mark.parametrize("count", COUNTS)
def test_each_page_leads_to_the_one_before_and_the_next(count: int) -> None:
    """The first has none before it, the last none after it; a list of one page leads nowhere."""
    pages = _list_of(count)
    ways = [(address, view.pagination) for address, view in pages if view.pagination]
    assert len(ways) == (len(pages) if count > 50 else 0)
    for (address, way), (after, back) in pairwise(ways):
        assert way.following
        assert after == urljoin(address, way.following.href)
        assert back.previous
        assert address == urljoin(after, back.previous.href)
    assert not any(way.previous for _, way in ways[:1])
    assert not any(way.following for _, way in ways[-1:])


@pytest.mark.parametrize("count", COUNTS)
def test_every_number_leads_to_the_page_it_names(count: int) -> None:
    """And the page's own is the current one."""
    pages = _list_of(count)
    for place, (address, view) in enumerate(pages):
        numbers = [number for number in (view.pagination.numbers if view.pagination else ()) if number]
        assert all(pages[int(number.text) - 1][0] == urljoin(address, number.href) for number in numbers)
        assert [str(place + 1)][: len(numbers)] == [number.text for number in numbers if number.is_current]


@given(parts)
def test_pages_hold_what_the_list_holds(whole: list[Part[int]]) -> None:
    """Every thing once, in order, under its own heading, and no heading without a thing."""
    pages = list(paged(whole))
    rows = [(part.id, thing) for page in pages for part in page for thing in part.things]
    assert [(part.id, thing) for part in whole for thing in part.things] == rows
    assert len(pages) == pages_for(len(rows))
    assert all(part.things for page in pages for part in page)


@given(st.integers(2, 400).flatmap(lambda pages: st.tuples(st.integers(1, pages), st.just(pages))))
def test_few_numbers_are_shown_and_the_ends_always(place: tuple[int, int]) -> None:
    """The first, the last and those around the current one; a gap stands for two or more."""
    number, pages = place
    numbers = list(shown(number, pages))
    known = [found for found in numbers if found]
    assert len(numbers) <= 7
    assert {1, number, pages} <= {*known}
    assert known == sorted({*known})
    left_out = [after - before - 1 for before, after in pairwise(known)]
    assert [count for count in left_out if count > 1] == [count for count in left_out if count]
    assert numbers.count(None) == len([count for count in left_out if count])


def test_a_further_page_says_which_one_it_is(long: Tree) -> None:
    """In title and heading, with a canonical address and alternates of its own, and without the list's words."""
    page = long["en/tasks/page/2/index.html"]
    korean, english = f"{HERE}tasks/page/2/", f"{HERE}en/tasks/page/2/"
    assert "All tasks (page 2 of 3)" == words_in(document(page).find(".//h1"))
    assert "과제 목록 (2/3쪽) | 시험 캠페인" == words_in(document(long["tasks/page/2/index.html"]).find(".//title"))
    assert {"": english} == metadata(page, "canonical")
    assert {"ko": korean, "en": english, "x-default": korean} == metadata(page, "alternate")
    assert "Numbers 51 to 100 of 121." in text(page)
    assert "The body of the list." not in text(page)
    assert "The body of the list." in text(long["en/tasks/index.html"])


def test_the_crumbs_of_a_further_page_lead_to_the_first(long: Tree) -> None:
    """By the name of the list."""
    crumbs = document(long["en/tasks/page/3/index.html"]).findall(".//nav[@class='crumbs']//a")
    assert [f"{ROOT}en/", f"{ROOT}en/tasks/"] == [
        urljoin(f"{ROOT}en/tasks/page/3/", crumb.get("href", "")) for crumb in crumbs
    ]


def test_a_group_that_goes_on_has_its_heading_again(long: Tree) -> None:
    """61 tasks are planned, the first 40 of them on the second page."""
    headings = [
        document(long[f"en/tasks/{page}index.html"]).findall(".//section[@id]/h2")
        for page in ("", "page/2/", "page/3/")
    ]
    assert [["In progress"], ["In progress", "Planned"], ["Planned"]] == [
        [words_in(heading) for heading in found] for found in headings
    ]


def test_every_address_of_a_paged_site_leads_somewhere(long: Tree) -> None:
    """Also between its pages and its languages."""
    assert [] == dead_addresses(long, HERE)


def test_the_sitemap_names_further_pages(long: Tree) -> None:
    """In both languages, each once, with alternates and the day on which anything they list was changed."""
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    sitemap = ET.fromstring(long["sitemap.xml"])  # noqa: S314  # we wrote it
    found = [entry for entry in sitemap if "/page/" in entry.findtext(f"{space}loc", "")]
    expected = [f"{HERE}{prefix}tasks/page/{number}/" for prefix in ("en/", "") for number in (2, 3)]
    assert expected == [entry.findtext(f"{space}loc") for entry in found]
    assert [3] * 4 == [len(entry.findall("{http://www.w3.org/1999/xhtml}link")) for entry in found]
    assert ["2021-05-01"] * 4 == [entry.findtext(f"{space}lastmod") for entry in found]


@pytest.mark.parametrize("path", ["agencies/energy-office", "strategy/plan", "sources/report"])
def test_a_page_that_much_names_shows_the_newest_fifty(long: Tree, path: str) -> None:
    """The newest first, and it says of how many; the task of the campaign itself was never updated."""
    page = long[f"en/{path}/index.html"]
    named = [link.words for link in links(page) if link.words.startswith("Task number")]
    assert [f"Task number {number}" for number in range(120, 70, -1)] == named
    assert "These are the 50 that were updated last." in text(page)


def test_an_agency_leads_on_to_all_tasks(long: Tree) -> None:
    """Behind the newest."""
    link = link_to("See the list of all tasks", long["en/agencies/energy-office/index.html"])
    assert f"{ROOT}en/tasks/" == urljoin(f"{ROOT}en/agencies/energy-office/", link.href)


def test_an_agency_with_fifty_tasks_shows_them_all_as_they_are_ordered(tmp_path: Path) -> None:
    """By id, and it counts nothing."""
    site = built(plant(tmp_path, CAMPAIGN + tasks(49)))
    page = site["en/agencies/energy-office/index.html"]
    named = [link.words for link in links(page) if "/tasks/number-" in link.href]
    assert [f"Task number {number}" for number in range(1, 50)] == named
    assert "updated last" not in text(page)


def _list_of(count: int) -> Sequence[tuple[str, Listing]]:
    """Return the address and the view of each page of the English list of so many tasks."""
    site = assembled(HEAD + tasks(count))
    found = units(site.site, Linker(), Assets("assets/site.css", "assets/icon.svg", ()))
    unit = next(unit for unit in found if unit.name == "list/task/en")
    made = (each for each in unit.make(site.witness()) if isinstance(each, Job))
    pages = [page for page in made if isinstance(page.context["view"], Listing)]
    return [(ROOT + page.output.removesuffix("index.html"), page.context["view"]) for page in pages]
