"""The project's own site in a real browser: one page of each kind, in both languages, as readers meet it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from audits.sample import every_page, in_turns, sample, share, shown
from audits.visits import Visitor
from sitegen.urls import output_path

SHARES = 4
"""Into so many tests are divided the pages that stand for all, so that several processes can look at them."""
EXPLAINED = "tasks/green-police-cars/"
"""A page with terms of the glossary."""


@pytest.fixture(scope="session")
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """One who looks at pages as the audits do, in one window."""
    visitor = Visitor(browser, address, AXE_FILE_PATH.read_text(encoding="utf-8"))
    yield visitor
    visitor.close()


@pytest.mark.parametrize("number", range(SHARES))
def test_the_audits_find_nothing_on_pages_that_stand_for_all(visitor: Visitor, own_site: Path, number: int) -> None:
    """Every kind of page and every component, in one language: what is asked stands in audits/browsing.py."""
    paths = share(in_turns(own_site), number, SHARES)
    found = {path: faults for path in paths if (faults := visitor.visit(path))}

    assert paths
    assert found == {}


def test_every_component_is_on_a_page_that_stands_for_all(own_site: Path) -> None:
    """In each language, whatever any page shows is shown by one of them, and they are few."""
    every, chosen = every_page(own_site), sample(own_site)
    everything = {part for path in every for part in shown(path, _html(own_site, path))}

    assert everything == {part for path in chosen for part in shown(path, _html(own_site, path))}
    assert len(chosen) < len(every) / 5


def test_in_turns_one_language_stands_for_the_other(own_site: Path) -> None:
    """Of a page in both languages one is looked at every day, about as often in English as in Korean."""
    chosen = in_turns(own_site)
    english = [path for path in chosen if path.startswith("en/")]
    addresses = {path.removeprefix("en/") for path in sample(own_site)}

    assert addresses == {path.removeprefix("en/") for path in chosen}
    assert len(addresses) == len(chosen)
    assert len(chosen) / 3 < len(english) < len(chosen) * 2 / 3


def test_an_explanation_opens_and_closes_by_keyboard(context: BrowserContext, address: str) -> None:
    """Enter opens it, Tab leads into it, Escape closes it and leaves the keyboard on the word."""
    page = context.new_page()
    page.goto(address + EXPLAINED)
    word = page.locator("main .term__word").first
    note = page.locator("main .term__note").first
    assert not note.is_visible()
    word.focus()
    page.keyboard.press("Enter")
    assert note.is_visible()
    page.keyboard.press("Tab")
    assert note.evaluate("note => note.contains(document.activeElement)")
    page.keyboard.press("Escape")

    assert not note.is_visible()
    assert word.evaluate("word => word === document.activeElement")


def test_no_page_has_a_script_or_a_style_of_its_own(context: BrowserContext, address: str) -> None:
    """Nothing would be lost under a policy that allows stylesheets and pictures of this host only."""
    page = context.new_page()
    page.goto(address)

    programs = "script:not([src], [type='application/ld+json'])"
    assert page.locator(f"{programs}, style, [style]").count() == 0


def test_the_first_tab_stop_skips_to_the_content(context: BrowserContext, address: str) -> None:
    """The first thing the keyboard reaches is a link past the menus, and it is visible then."""
    page = context.new_page()
    page.goto(f"{address}tasks/")
    page.keyboard.press("Tab")

    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#page.main"
    assert focused.is_visible()


def test_the_language_switch_leads_to_the_same_page(context: BrowserContext, address: str) -> None:
    """From a task in Korean to the same task in English, and back."""
    page = context.new_page()
    page.goto(f"{address}tasks/green-police-cars/")
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url("**/en/tasks/green-police-cars/")
    page.get_by_role("link", name="한국어").first.click()

    page.wait_for_url("**/campaign/tasks/green-police-cars/")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_theme_has_its_own_ground(browser: Browser, address: str, theme: str) -> None:
    """The page is paper-white in the light theme and near black in the dark one, as a picture shows."""
    page = browser.new_page(
        viewport={"width": 1280, "height": 900}, color_scheme="dark" if theme == "dark" else "light"
    )
    page.goto(address)
    corner = _corner(page)
    page.close()

    assert (min(corner) > 230) if theme == "light" else (max(corner) < 50)


def test_print_is_black_on_white(browser: Browser, address: str) -> None:
    """In print, even from the dark theme, the ground is white."""
    page = browser.new_page(viewport={"width": 800, "height": 900}, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{address}tasks/")
    corner = _corner(page)
    page.close()

    assert min(corner) > 230


def test_the_pages_of_a_list_are_easy_to_reach(context: BrowserContext, address: str) -> None:
    """Every link to another page is at least 44 by 44 pixels, and following them leads there and back."""
    page = context.new_page()
    page.goto(f"{address}en/sources/")
    links = page.get_by_role("navigation", name="Pages of this list").get_by_role("link")
    boxes = [link.bounding_box() for link in links.all()]
    assert [] == [box for box in boxes if not box or min(box["width"], box["height"]) < 44]

    page.get_by_role("link", name="Next: page 2").click()
    page.wait_for_url("**/en/sources/page/2/")
    page.get_by_role("link", name="Page 1", exact=True).click()
    page.wait_for_url("**/en/sources/")


def test_print_has_no_way_to_other_pages(context: BrowserContext, address: str) -> None:
    """A sheet of paper cannot be followed."""
    page = context.new_page()
    page.goto(f"{address}sources/")
    assert page.locator(".pagination").is_visible()
    page.emulate_media(media="print")

    assert not page.locator(".pagination").is_visible()


def _html(site: Path, path: str) -> str:
    return (site / output_path(path)).read_text(encoding="utf-8")


def _corner(page: Page) -> tuple[int, int, int]:
    """Return the colour of the page's upper left corner."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    red, green, blue = picture.getpixel((2, 2))
    return red, green, blue
