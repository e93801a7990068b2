"""Filters of the list of actions, of which one may have several options; what every list does is in test_choices.py."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.campaign import Tree
from tests.pages import links, text
from tests.sites import CAMPAIGN, built, plant, problems

ROWS = "[data-marks]:visible"
SCHOOL = """-- content/actions/quiet-hour.ko.md --
---
title: 조용한 한 시간
summary: 한 시간 동안 화면을 끕니다.
steps: [끕니다.]
pledge: 끄겠습니다.
audience: [home, school]
field: consumption
stage: 2
---
"""


MORE = "".join(
    SCHOOL.replace("quiet-hour", f"walk-{number}")
    .replace("조용한 한 시간", f"걷기 {number}")
    .replace("[home, school]", "[home]")
    .replace("consumption", "transport")
    .replace("stage: 2", "stage: 3")
    for number in range(8)
)


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of a campaign with ten actions, one of them for two audiences."""
    return built(plant(tmp_path_factory.mktemp("several"), CAMPAIGN + SCHOOL + MORE))


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """The list of actions of the project's own site; nothing may be asked of another host."""
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(f"{address}actions/")
    yield opened
    assert [] == [url for url in asked if not url.startswith(address)]


def test_each_option_has_a_page_with_what_it_leaves(several: Tree) -> None:
    """Somebody at school finds what is for school, and nothing else; how many that are is said first."""
    words = text(several["actions/for/school/index.html"])
    assert "조용한 한 시간" in words
    assert "불 끄기" not in words
    assert "실천 방법 1가지가 있습니다." in words


def test_something_for_two_audiences_is_on_the_pages_of_both(several: Tree) -> None:
    """And once on the page of all."""
    for path in ("actions/for/home/index.html", "actions/for/school/index.html"):
        assert "조용한 한 시간" in text(several[path])
    assert 1 == [link.words for link in links(several["actions/index.html"])].count("조용한 한 시간")


def test_an_option_that_holds_nothing_is_not_offered(several: Tree) -> None:
    """Nothing is for business here, so there is neither a link nor a page."""
    assert not any("for/business" in link.href for link in links(several["actions/index.html"]))
    assert "actions/for/business/index.html" not in several


def test_with_one_action_there_is_nothing_to_choose_from(campaign: Tree) -> None:
    """No filters, no pages of options, no script."""
    assert b"data-choices" not in campaign["actions/index.html"]
    assert b"<script" not in campaign["actions/index.html"]
    assert not [path for path in campaign if path.startswith(("actions/for", "actions/stage"))]


def test_nothing_may_have_the_address_of_a_filter(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An action called `for` would stand above the pages of options."""
    folder = plant(tmp_path_factory.mktemp("taken"), CAMPAIGN + SCHOOL.replace("quiet-hour", "for"))
    assert ["address-reserved"] == [problem["code"] for problem in problems(folder)]


def test_two_filters_are_combined_in_place(page: Page) -> None:
    """Without loading a page; the result is counted aloud, and stands in the address."""
    _option(page, "for", "school").click()
    _option(page, "field", "energy").click()

    expect(page).to_have_url(re.compile(r"/actions/\?for=school&field=energy$"))
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(".choices__found")).to_have_text("조건에 맞는 실천은 19가지 가운데 1가지입니다.")
    assert page.locator("[data-list] > section:visible h2").inner_text() == "쉽게 시작할 수 있는 일"


def test_from_the_page_of_an_option_the_other_choice_is_added(page: Page, address: str) -> None:
    """On the whole list, with both chosen."""
    page.goto(f"{address}en/actions/for/business/")
    _option(page, "field", "transport").click()

    expect(page).to_have_url(f"{address}en/actions/?for=business&field=transport")
    expect(page.locator(ROWS)).to_have_count(2)


def test_without_scripts_each_option_is_a_link(browser: Browser, address: str) -> None:
    """It leads to the page of the option."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}actions/")
    there = urljoin(page.url, str(_option(page, "for", "school").get_attribute("href")))
    _option(page, "for", "school").click()

    assert there == page.url == f"{address}actions/for/school/"
    assert 4 == page.locator(".rows__row").count()
    page.close()


def _option(page: Page, name: str, option: str) -> Locator:
    return page.locator(f'[data-name="{name}"] [data-option="{option}"]')
