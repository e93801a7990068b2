"""Kits: sheets to print for a lesson or a meeting."""

import pytest
from playwright.sync_api import BrowserContext

from tests.campaign import Tree
from tests.pages import document, text, words_in
from tests.sites import CAMPAIGN, built, plant

KIT = """-- content/pages/lesson.ko.md --
---
title: 수업
summary: 수업에 쓰는 종이입니다.
kit:
  audience: home
  steps:
    - {minutes: 10, text: {ko: 문제를 풉니다., en: Answer the questions.}}
    - {minutes: 35, text: {ko: 함께 고릅니다., en: Choose together.}}
---
-- content/pages/lesson.en.md --
---
title: Lesson
summary: Sheets for a lesson.
---
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of a campaign with a kit."""
    return built(plant(tmp_path_factory.mktemp("kit"), CAMPAIGN + KIT))


def test_a_kit_says_how_long_each_step_and_all_of_them_take(site: Tree) -> None:
    """Ten minutes and thirty-five are forty-five."""
    words = text(site["en/lesson/index.html"])
    assert "10 min Answer the questions. 35 min Choose together. 45 minutes in all" in words


def test_answers_stand_apart_from_the_questions(site: Tree) -> None:
    """The sheet with the questions gives nothing away; the one with the answers says which number is right, and why."""
    sheets = _sheets(site)
    assert "By when?" in sheets["questions"]
    assert "That is the goal." not in sheets["questions"]
    assert "Number 1: By 2050" in sheets["answers"]
    assert "That is the goal." in sheets["answers"]


def test_a_kit_holds_the_actions_of_its_audience(site: Tree) -> None:
    """With the steps, and what they save, or that nobody knows."""
    sheet = _sheets(site)["actions"]
    assert "I will switch it off. Get up. Switch it off. No amount is given" in sheet


@pytest.mark.parametrize("path", ["kit-school/", "kit-workplace/"])
def test_each_sheet_begins_on_a_new_page(context: BrowserContext, address: str, path: str) -> None:
    """Questions, line, actions and answers can be handed out one by one."""
    page = context.new_page()
    page.goto(address + path)
    page.emulate_media(media="print")
    sheets = page.locator(".section--sheet")

    breaks = sheets.evaluate_all("all => all.map(sheet => getComputedStyle(sheet).breakBefore)")
    assert ["page"] * 4 == breaks
    assert not page.locator(".header, .pagination").first.is_visible()


def _sheets(site: Tree) -> dict[str, str]:
    page = document(site["en/lesson/index.html"])
    return {section.get("id", "").removeprefix("page."): words_in(section) for section in page.iter("section")}
