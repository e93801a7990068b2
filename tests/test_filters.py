"""Filters of a list: a page for each option, and a script that combines them in place."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.campaign import Tree
from tests.pages import document, links, text
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


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of a campaign with two actions that differ in everything."""
    return built(plant(tmp_path_factory.mktemp("several"), CAMPAIGN + SCHOOL))


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
    assert b"data-filter" not in campaign["actions/index.html"]
    assert b"<script" not in campaign["actions/index.html"]
    assert not [path for path in campaign if path.startswith(("actions/for", "actions/stage"))]


def test_search_engines_are_led_to_the_whole_list(several: Tree) -> None:
    """The pages of options ask not to be listed."""
    (robots,) = document(several["actions/for/home/index.html"]).iterfind("head/meta[@name='robots']")
    assert robots.get("content") == "noindex"


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
    expect(page.locator(".filters__status")).to_have_text("실천 방법 1가지가 있습니다.")
    assert page.locator("section:visible h2").all_inner_texts()[0] == "쉽게 시작할 수 있는 일"


def test_the_back_button_takes_back_one_choice(page: Page) -> None:
    """And forward makes it again."""
    everything = page.locator(ROWS).count()
    _option(page, "for", "business").click()
    left = page.locator(ROWS).count()
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(everything)
    page.go_forward()

    expect(page.locator(ROWS)).to_have_count(left)
    assert left < everything


def test_an_address_with_choices_can_be_passed_on(page: Page) -> None:
    """Whoever opens it sees the same; what is no choice at all is passed over."""
    page.goto(f"{page.url}?for=home&stage=3&field=nonsense&utm=1")

    expect(page.locator(ROWS)).to_have_count(1)
    expect(_option(page, "for", "home")).to_have_attribute("aria-current", "true")


def test_what_is_chosen_is_chosen_in_the_other_language_too(page: Page, address: str) -> None:
    """The switch leads to the same list, filtered in the same way."""
    _option(page, "for", "school").click()
    page.get_by_role("link", name="English").first.click()

    expect(page).to_have_url(f"{address}en/actions/?for=school")
    expect(page.locator(ROWS)).to_have_count(4)


def test_an_option_that_would_leave_nothing_disappears(page: Page) -> None:
    """Nothing at school is about recycling."""
    _option(page, "for", "school").click()

    expect(_option(page, "field", "recycling")).to_be_hidden()
    expect(_option(page, "field", "energy")).to_be_visible()


def test_choices_that_fit_nothing_say_so(page: Page) -> None:
    """They can only come from an address that somebody made up."""
    page.goto(f"{page.url}?for=school&field=recycling")

    expect(page.locator(ROWS)).to_have_count(0)
    expect(page.locator(".filters__status")).to_have_text("조건에 모두 맞는 것이 없습니다.")


def test_a_choice_is_made_with_the_keyboard_and_keeps_the_focus(page: Page) -> None:
    """Enter on a link; the next Tab goes on from there."""
    _option(page, "for", "school").focus()
    page.keyboard.press("Enter")

    expect(page.locator(ROWS)).to_have_count(4)
    expect(_option(page, "for", "school")).to_be_focused()


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
    assert 4 == page.locator(ROWS).count()
    page.close()


def _option(page: Page, name: str, option: str) -> Locator:
    return page.locator(f'[data-filter="{name}"][data-option="{option}"]')
