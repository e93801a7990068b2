"""What other sites show of this one, and the page that says how, in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import Serve
from tests.pages import document, metadata

EMBEDS = ("embed/events/", "embed/tasks/", "en/embed/events/", "en/embed/tasks/")
HOST = (
    '<!doctype html><html lang="en"><title>Another site</title><h1>Another site</h1>'
    '<iframe src="{}" title="A frame" width="{}" height="460"></iframe>'
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a window of its own."""
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory, served: Serve, address: str) -> str:
    """Another site, at another port, with a frame for each page that is made for one, as wide as its name says."""
    folder = tmp_path_factory.mktemp("other")
    for number, path in enumerate(EMBEDS):
        for width in (300, 640):
            (folder / f"{number}-{width}.html").write_text(HOST.format(address + path, width), encoding="utf-8")
    return served(folder)


@pytest.mark.parametrize("number", range(len(EMBEDS)))
@pytest.mark.parametrize("width", [300, 640])
def test_a_frame_on_another_site_shows_all_of_itself(page: Page, other: str, number: int, width: int) -> None:
    """As wide as it is; nobody but the two sites is asked for anything."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).hostname or ""))
    page.goto(f"{other}{number}-{width}.html")
    frame = page.frames[1]
    expect(frame.locator("h1")).to_be_visible()
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert frame.locator("li").count() > 0
    assert {*asked} == {"127.0.0.1"}


def test_a_link_in_a_frame_is_followed_in_the_whole_window(page: Page, other: str, address: str) -> None:
    """That is said beforehand, and the way back is the usual one."""
    page.goto(f"{other}3-300.html")
    link = page.frames[1].locator("li a").first
    assert link.get_attribute("aria-describedby") == "page.embed-note"
    link.click()
    page.wait_for_url(f"{address}en/tasks/**")
    page.go_back()
    assert page.url == f"{other}3-300.html"


def test_a_frame_says_where_it_is_from_and_of_when(page: Page, address: str) -> None:
    """And where its links lead."""
    page.goto(f"{address}en/embed/events/")
    said = page.locator("main").inner_text()
    assert "2050 Carbon Neutrality" in said
    assert "5 June 2026" in said
    assert "Links take you from this page to our site." in said


@pytest.mark.parametrize("path", EMBEDS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_frame(browser: Browser, address: str, path: str, theme: str) -> None:
    """Whatever the reader's theme."""
    page = browser.new_page(viewport={"width": 300, "height": 460}, color_scheme="dark" if theme == "dark" else "light")
    page.goto(address + path)
    results = Axe().run(page)
    page.close()
    assert results.violations_count == 0, results.generate_report()


def test_the_code_to_copy_makes_a_frame_of_what_it_says(page: Page, address: str) -> None:
    """By its full address, with a title."""
    page.goto(f"{address}en/embedding/")
    codes = page.locator(".snippet code").all_inner_texts()
    made = [document(code.encode()).find("body/iframe") for code in codes]
    assert [frame.get("src") for frame in made if frame is not None] == [
        "https://example.org/campaign/en/embed/events/",
        "https://example.org/campaign/en/embed/tasks/",
    ]
    assert all(frame is not None and frame.get("title") for frame in made)


def test_search_engines_are_led_from_a_frame_to_the_page_that_shows_all(own_site: Path) -> None:
    """They are told what it is about, too; that page itself is one that they may list."""
    for path in EMBEDS:
        whole = path.replace("embed/", "")
        frame = (own_site / path / "index.html").read_bytes()
        assert {"": f"https://example.org/campaign/{whole}"} == metadata(frame, "canonical")
        described = document((own_site / whole / "index.html").read_bytes()).find("head/meta[@name='description']")
        assert described is not None
        assert f'<meta name="description" content="{described.get("content")}">'.encode() in frame
        assert b"noindex" not in frame
