"""What helps readers to tell others of a page, in a real browser."""

from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import Serve
from tests.sites import MINIMAL, built, plant

TASK = "en/tasks/green-finance-best-practice/"
HERE = f"https://example.org/campaign/{TASK}"
WITHOUT_ADDRESS = MINIMAL.replace("name: {ko: 시험", "share: true\nname: {ko: 시험", 1)
OWN_SHARE = "navigator.share = async (what) => { window.told = what; };"
NO_SHARE = "delete Navigator.prototype.share;"
NO_CLIPBOARD = "navigator.clipboard.writeText = async () => { throw new Error(); };"


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory, served: Serve) -> str:
    """The address of a site that does not know its own."""
    folder = plant(tmp_path_factory.mktemp("nowhere"), "", WITHOUT_ADDRESS)
    built(folder)
    return served(folder / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may write to the clipboard."""
    context = browser.new_context(viewport={"width": 320, "height": 700})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def share(page: Page) -> Locator:
    """Return the part of the page that is about passing it on."""
    return page.locator(".share")


def test_without_a_script_the_address_and_a_letter_are_there(scriptless: Page, address: str) -> None:
    """And no button that would do nothing."""
    scriptless.goto(address + TASK)
    expect(share(scriptless).locator(".share__address")).to_have_text(HERE)
    letter = share(scriptless).get_by_role("link", name="Send it by email").get_attribute("href") or ""
    assert unquote(letter).startswith("mailto:?subject=Green finance")
    assert unquote(letter).endswith(f"&body={HERE}")
    expect(share(scriptless).get_by_role("button")).to_have_count(0)


def test_a_copied_address_is_announced(page: Page, address: str) -> None:
    """It is the published one, whatever the browser shows."""
    page.goto(address + TASK)
    page.get_by_role("button", name="Copy the address").press("Enter")
    expect(share(page).get_by_role("status")).to_have_text("The address has been copied.")
    assert page.evaluate("navigator.clipboard.readText()") == HERE


def test_an_address_that_cannot_be_copied_is_selected(page: Page, address: str) -> None:
    """And that is said."""
    page.add_init_script(NO_CLIPBOARD)
    page.goto(address + TASK)
    page.get_by_role("button", name="Copy the address").click()
    expect(share(page).get_by_role("status")).to_contain_text("The address is selected")
    assert page.evaluate("String(getSelection())") == HERE


def test_the_system_s_share_sheet_is_offered_where_there_is_one(page: Page, address: str) -> None:
    """It is given the title and the address."""
    page.add_init_script(OWN_SHARE)
    page.goto(address + TASK)
    page.get_by_role("button", name="Send it with another app").click()
    told = page.evaluate("window.told")
    assert told == {"title": f"{page.locator('h1').inner_text()} | 2050 Carbon Neutrality", "url": HERE}


def test_no_share_sheet_is_offered_where_there_is_none(page: Page, address: str) -> None:
    """The other ways stay."""
    page.add_init_script(NO_SHARE)
    page.goto(address + TASK)
    expect(page.get_by_role("button", name="Copy the address")).to_be_visible()
    expect(page.get_by_role("button", name="Send it with another app")).to_have_count(0)


def test_nothing_moves_when_the_script_comes(page: Page, address: str) -> None:
    """What needs it has kept its place."""
    page.route("**/share.*.js", lambda route: route.abort())
    page.goto(address + TASK)
    before = page.locator(".footer").bounding_box()
    page.unroute("**/share.*.js")
    page.goto(address + TASK)
    expect(page.get_by_role("button", name="Copy the address")).to_be_visible()
    assert page.locator(".footer").bounding_box() == before


def test_where_the_address_is_not_known_the_script_takes_it_from_the_browser(page: Page, nowhere: str) -> None:
    """Without the place on the page."""
    page.goto(f"{nowhere}en/#page.main")
    expect(share(page).locator(".share__address")).to_have_text(f"{nowhere}en/")
    letter = share(page).get_by_role("link").get_attribute("href") or ""
    assert letter.startswith("mailto:?subject=Home%20page")
    page.get_by_role("button", name="Copy the address").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{nowhere}en/"


def test_where_neither_address_nor_script_is_there_nothing_is_shown(scriptless: Page, nowhere: str) -> None:
    """And no place is kept."""
    scriptless.goto(f"{nowhere}en/")
    expect(share(scriptless)).to_be_hidden()
    assert share(scriptless).bounding_box() is None


def test_the_script_is_small(shared: dict[str, bytes]) -> None:
    """As it is published."""
    (script,) = (data for path, data in shared.items() if path.startswith("assets/share."))
    assert len(script) < 3 * 1024


def test_a_page_for_addresses_that_do_not_exist_is_not_passed_on(shared: dict[str, bytes]) -> None:
    """Its own would be of no use."""
    assert b"data-share" not in shared["404.html"]
    assert b"data-share" in shared["index.html"]


def test_a_site_that_does_not_ask_has_no_such_part(published: dict[str, bytes]) -> None:
    """Nor its script."""
    assert b"data-share" not in published["index.html"]
    assert b"share" not in published["index.html"].partition(b"<body")[0]
