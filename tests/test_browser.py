"""The project's own site in a real browser: one page of each kind, in both languages, as readers meet it."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

KINDS = (
    "",
    "404.html",
    "strategy/",
    "strategy/carbon-neutrality-promotion-strategy/",
    "strategy/public-awareness/",
    "tasks/",
    "tasks/green-finance-best-practice/",
    "meetings/",
    "meetings/task-force-3/",
    "news/",
    "news/task-force-3-press-release/",
    "events/",
    "events/earth-day/",
    "events/p4g-seoul-summit/",
    "indicators/",
    "indicators/co2-by-fuel/",
    "indicators/official-inventory/",
    "agencies/",
    "agencies/munhwajaecheong/",
    "sources/",
    "sources/page/2/",
    "sources/press-release-2021-03-31/",
    "timeline/",
    "participate/",
    "glossary/",
    "questions/",
    "quiz/",
    "actions/",
    "actions/for/school/",
    "pledge/",
    "actions/unplug-the-rice-cooker/",
    "scenarios/",
    "target-2030/",
    "privacy/",
)
PAGES = [prefix + kind for prefix in ("", "en/") for kind in KINDS]
AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "theme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_a_page(browser: Browser, address: str, path: str, width: int, theme: str) -> None:
    """No page has anything that axe-core objects to, narrow and light or wide and dark."""
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if theme == "dark" else "light"
    )
    page.goto(address + path)

    results = Axe().run(page, options=AXE_OPTIONS)
    page.close()

    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_small_phone_and_asks_nobody_else(context: BrowserContext, address: str, path: str) -> None:
    """At 320 pixels nothing scrolls sideways; nothing fails to load, and nothing is asked of another host."""
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)

    page.goto(address + path)

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert [] == wrong
    assert [] == [url for url in asked if not url.startswith(address)]


def test_reading_needs_no_javascript(browser: Browser, address: str) -> None:
    """With scripts off, the words of a task are there, and its links lead on."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}tasks/")
    page.get_by_role("link", name="경찰의 친환경차와 충전시설 늘리기").click()

    assert "경찰의 친환경차와 충전시설 늘리기" in page.locator("h1").inner_text()
    page.close()


def test_no_page_has_a_script_or_a_style_of_its_own(context: BrowserContext, address: str) -> None:
    """Nothing would be lost under a policy that allows stylesheets and pictures of this host only."""
    page = context.new_page()
    page.goto(address)

    assert page.locator("script, style, [style]").count() == 0


def test_the_first_tab_stop_skips_to_the_content(context: BrowserContext, address: str) -> None:
    """The first thing the keyboard reaches is a link past the menus, and it is visible then."""
    page = context.new_page()
    page.goto(f"{address}tasks/")
    page.keyboard.press("Tab")

    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#page.main"
    assert focused.is_visible()


def test_focus_is_seen(context: BrowserContext, address: str) -> None:
    """A focused link has a ring that it does not have otherwise."""
    page = context.new_page()
    page.goto(f"{address}tasks/")
    link = page.locator("main a").first
    before = link.evaluate("element => getComputedStyle(element).boxShadow + getComputedStyle(element).outline")
    page.keyboard.press("Tab")
    link.focus()

    assert before != link.evaluate("element => getComputedStyle(element).boxShadow + getComputedStyle(element).outline")


def test_the_language_switch_leads_to_the_same_page(context: BrowserContext, address: str) -> None:
    """From a task in Korean to the same task in English, and back."""
    page = context.new_page()
    page.goto(f"{address}tasks/green-police-cars/")
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url("**/en/tasks/green-police-cars/")
    page.get_by_role("link", name="한국어").first.click()

    page.wait_for_url("**/campaign/tasks/green-police-cars/")


@pytest.mark.parametrize("path", ["", "en/"])
def test_text_twice_as_large_still_fits(browser: Browser, address: str, path: str) -> None:
    """With the browser's text at 200 per cent, a page of 1280 pixels needs no sideways scrolling (WCAG 1.4.4)."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    page.close()


def test_wider_text_spacing_cuts_nothing_off(context: BrowserContext, address: str) -> None:
    """With the spacing of WCAG 1.4.12, no words are hidden behind an edge."""
    page = context.new_page()
    page.goto(f"{address}en/")
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    )

    assert page.evaluate("document.documentElement.scrollWidth") == 320


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


@pytest.mark.audit
@pytest.mark.parametrize(("width", "theme"), [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_any_page(browser: Browser, address: str, width: int, theme: str) -> None:
    """Not one page of the whole site has anything that axe-core objects to."""
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if theme == "dark" else "light"
    )
    found = [report for path in _every_page(address, page) if (report := _report(page, address + path))]
    page.close()

    assert [] == found


def _every_page(address: str, page: Page) -> list[str]:
    page.goto(f"{address}build-manifest.json")
    files = page.evaluate("JSON.parse(document.body.innerText).files.map(file => file.path)")
    return [path.removesuffix("index.html") for path in files if path.endswith(".html")]


def _report(page: Page, url: str) -> str:
    page.goto(url)
    results = Axe().run(page, options=AXE_OPTIONS)
    return f"{url}\n{results.generate_report()}" if results.violations_count else ""


def _corner(page: Page) -> tuple[int, int, int]:
    """Return the colour of the page's upper left corner."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    red, green, blue = picture.getpixel((2, 2))
    return red, green, blue
