"""How many days are left, by the reader's clock: in a real browser, on a day long after the site was built."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import Serve
from tests.sites import built, plant

EVENTS = {
    "fair": "start: 2026-06-04\nend: 2026-06-20",
    "walk": "start: 2026-07-01",
    "tree-day": "yearly: 04-05",
    "month": "start: 2026-08",
    "cancelled": "start: 2026-09-01\nstatus: cancelled\nchanges: [{on: 2026-06-01, text: {ko: 취소했습니다.}}]",
}
SITE = "-- content/pages/events.ko.md --\n---\n{title: 행사, summary: 행사입니다., lists: event}\n---\n" + "".join(
    f"-- content/events/{name}.ko.md --\n---\ntitle: {name}\nsummary: 만납니다.\nmeaning: 만납니다.\ntype: campaign\n"
    f"{facts}\n---\n"
    for name, facts in EVENTS.items()
)
WATCH = """() => {
  window.moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.moved += entry.value; })
    .observe({type: "layout-shift"});
}"""
MOVED = "new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(window.moved), 200)))"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, served: Serve) -> str:
    """The address of a site with events, built on 5 June 2026."""
    folder = plant(tmp_path_factory.mktemp("days"), SITE)
    built(folder, "--as-of", "2026-06-05T12:00+09:00")
    return served(folder / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a reader in New York, as wide as a small phone."""
    context = browser.new_context(viewport={"width": 320, "height": 700}, timezone_id="America/New_York")
    yield context.new_page()
    context.close()


def opened(page: Page, address: str, moment: str) -> Page:
    """Open a page at a moment."""
    page.clock.set_fixed_time(datetime.fromisoformat(moment))
    page.goto(address)
    return page


def said(page: Page) -> dict[str, str]:
    """Return what is said of each date on the list, by the title of the event."""
    rows = page.locator(".rows__row").all()
    return {row.locator("a").inner_text(): row.locator(".rows__key span").all_inner_texts() for row in rows}


@pytest.mark.parametrize(
    ("moment", "fair", "walk", "tree_day"),
    [
        ("2026-06-05T12:00+09:00", "진행 중", "26일 남음", "304일 남음"),
        ("2026-06-20T14:59+00:00", "진행 중", "11일 남음", "289일 남음"),
        ("2026-06-20T15:00+00:00", "지났습니다", "10일 남음", "288일 남음"),
        ("2026-06-29T15:00+00:00", "지났습니다", "내일", "279일 남음"),
        ("2026-06-30T15:00+00:00", "지났습니다", "오늘", "278일 남음"),
        ("2026-07-01T15:00+00:00", "지났습니다", "지났습니다", "277일 남음"),
        ("2027-04-05T15:00+00:00", "지났습니다", "지났습니다", "지났습니다"),
    ],
)
def test_days_are_counted_where_the_site_is_at_home(  # noqa: PLR0913  # a row of the table
    page: Page, address: str, moment: str, fair: str, walk: str, tree_day: str
) -> None:
    """Wherever the reader is; of what is cancelled, and of what has no known day, nothing is counted."""
    found = said(opened(page, f"{address}events/", moment))
    assert {"fair": [fair], "walk": [walk], "tree-day": [tree_day], "month": [], "cancelled": []} == found


def test_the_months_say_the_same(page: Page, address: str) -> None:
    """And what is past is marked there, too, and not moved."""
    opened(page, f"{address}events/", "2026-07-02T12:00+09:00")
    dates = page.locator(".calendar__date")
    assert ["fair", "walk", "month", "cancelled", "tree-day"] == dates.locator("a").all_inner_texts()
    assert 2 == page.locator(".calendar__date[data-past]").count()
    assert ["지났습니다", "지났습니다", "277일 남음"] == dates.locator("[data-until]").all_inner_texts()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["", "events/", "events/walk/", "events/tree-day/"])
@pytest.mark.parametrize("moment", ["2026-06-06T12:00+09:00", "2026-07-03T12:00+09:00"])
def test_nothing_moves(page: Page, address: str, path: str, width: int, moment: str) -> None:
    """However late the script comes, on the day after the build or when dates are past: its words have a place."""
    page.set_viewport_size({"width": width, "height": 2000})
    page.route("**/days.*.js", lambda route: route.abort())
    opened(page, address + path, moment)
    script = page.locator("script[type=module]").evaluate("found => found.src")
    page.unroute("**/days.*.js")
    page.evaluate(WATCH)
    page.add_script_tag(url=f"{script}?late", type="module")
    page.wait_for_function("[...document.querySelectorAll('[data-until]')].every(place => place.textContent)")
    assert 0 == page.evaluate(MOVED)


@pytest.mark.parametrize(
    ("moment", "title", "words"),
    [
        ("2026-06-06T12:00+09:00", "fair", "진행 중"),
        ("2026-06-21T12:00+09:00", "walk", "10일 남음"),
        ("2026-07-02T12:00+09:00", "tree-day", "277일 남음"),
        ("2027-04-06T12:00+09:00", "fair", "지났습니다"),
    ],
)
def test_the_home_page_names_the_next_date(page: Page, address: str, moment: str, title: str, words: str) -> None:
    """The first that is not past, with its own link; where all that it knows of is past, it says so."""
    opened(page, address, moment)
    (shown,) = (date for date in page.locator(".front__date").all() if date.is_visible())
    assert (title, words) == (shown.locator("a").inner_text(), page.locator(".front__label [data-until]").inner_text())
    shown.locator("a").click()
    page.wait_for_url(f"**/events/{title}/")


def test_a_page_that_was_left_open_is_right_on_the_next_day(page: Page, address: str) -> None:
    """As soon as somebody looks at it again."""
    opened(page, f"{address}events/walk/", "2026-06-29T12:00+09:00")
    assert "2일 남음" == page.locator("[data-until]").inner_text()
    page.clock.set_fixed_time(datetime.fromisoformat("2026-06-30T12:00+09:00"))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "내일" == page.locator("[data-until]").inner_text()


def test_without_a_script_dates_stand_as_they_are(browser: Browser, address: str) -> None:
    """Nothing counts days that it cannot know; until when the list is right is said."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}events/")
    assert {"", "이 목록은 2026년 6월 20일까지 맞습니다."} == {
        *page.locator("[data-until]").all_inner_texts(), page.locator(".opening__note").inner_text()
    }  # fmt: skip
    page.close()


def test_the_script_is_small(address: str, browser: Browser) -> None:
    """Under 3 KB as it is published."""
    page = browser.new_page()
    page.goto(f"{address}events/")
    there = page.locator("script[type=module]").get_attribute("src")
    size = page.evaluate("there => fetch(there).then(found => found.text()).then(text => text.length)", there)
    assert size < 3000
    page.close()
