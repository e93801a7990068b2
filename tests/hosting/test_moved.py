"""A site that was built for the root of a host, moved under a path without another build, in a real browser.

It is served with the configuration that it brings, so that the browser holds every page to its policy and its digests.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response

from tests.hosting.servers import open_folder, serving
from tests.hosting.site import finished

UNDER = "/a/b/"
PAGES = (
    "",
    "tasks/",
    "events/",
    "events/arbor-day/",
    "actions/",
    "quiz/",
    "search/",
    "embed/tasks/",
    "en/",
    "en/press/",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the moved site is."""
    with open_folder() as ground:
        site: Path = finished(ground)
        there = ground / "host" / UNDER.strip("/")
        there.parent.mkdir(parents=True)
        site.rename(there)
        with serving("caddy", there, tmp_path_factory.mktemp("home"), UNDER) as server:
            yield f"http://127.0.0.1:{server.port}{UNDER}"


class Heard:
    """What a browser complains of: errors of scripts and policies, and answers that are none."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda problem: self.complaints.append(str(problem)))
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status} {response.url}")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_all_that_it_names(path: str, address: str, context: BrowserContext) -> None:
    """Style sheet, scripts, icon and pictures, with nothing that a policy forbids."""
    page = context.new_page()
    heard = Heard(page)
    answer = page.goto(address + path, wait_until="networkidle")
    assert answer is not None
    assert answer.status in {200, 304}
    assert heard.complaints == []
    loaded = page.evaluate("[...document.styleSheets].map((sheet) => sheet.cssRules.length > 0)")
    assert loaded == [True]


def test_search_finds_its_files_and_its_results_their_pages(address: str, context: BrowserContext) -> None:
    """What is found lies below the path, too."""
    page = context.new_page()
    heard = Heard(page)
    page.goto(f"{address}search/?q=나무", wait_until="networkidle")
    found = page.locator("main a[href*='events/arbor-day/']").first
    found.click()
    assert page.url == f"{address}events/arbor-day/"
    assert heard.complaints == []


def test_links_lead_from_page_to_page(address: str, context: BrowserContext) -> None:
    """Into another language, and back home."""
    page = context.new_page()
    page.goto(f"{address}tasks/")
    page.get_by_role("link", name="English").click()
    assert page.url == f"{address}en/tasks/"
    page.goto(f"{address}old/address/")
    assert page.url == f"{address}contact/"
