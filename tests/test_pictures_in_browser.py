"""Pictures as a real browser gets them: the lightest file that will do, when it is needed, without moving the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser import Serve
from tests.photographs import photograph
from tests.sites import MINIMAL, built, edit, files_in, plant

SITE = f"""
-- content/images.yaml --
- id: forest
  file: forest.jpg
  alt: {{ko: 해가 뜨는 숲, en: A forest at sunrise}}
  credit: {{ko: 홍길동}}
  licence: CC0
- id: lake
  file: lake.jpg
  alt: {{ko: 잔잔한 호수, en: A calm lake}}
  credit: {{ko: 홍길동}}
  licence: CC0
-- content/pages/about.ko.md --
---
title: 소개
summary: 소개합니다.
image: forest
---

{"이 글은 그림보다 앞에 있습니다. " * 2_000}

![](image:lake)
"""
SHIFTS = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(sum), 300);
})"""
FOREST, LAKE = "해가 뜨는 숲", "잔잔한 호수"
CHOICE = "이 기기에서는 그림을 늘 펼쳐 보기"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, served: Serve) -> str:
    """The address of a page with two pictures."""
    return f"{served(_built(tmp_path_factory.mktemp('shown'), 'shown'))}about/"


@pytest.fixture(scope="module")
def folded(tmp_path_factory: pytest.TempPathFactory, served: Serve) -> str:
    """The address of the same page on a site that shows words first."""
    return f"{served(_built(tmp_path_factory.mktemp('folded'), 'text-first'))}about/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a window of its own, as wide as a phone."""
    context = browser.new_context(viewport={"width": 400, "height": 700})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("width", "scale", "file"), [(400, 1, "480"), (400, 2, "800"), (1280, 2, "1200")])
def test_a_screen_gets_the_lightest_file_that_will_do(
    browser: Browser, shown: str, width: int, scale: int, file: str
) -> None:
    """One, as AVIF."""
    context = browser.new_context(viewport={"width": width, "height": 700}, device_scale_factor=scale)
    page = context.new_page()
    wanted = _wanted(page)
    page.goto(shown, wait_until="networkidle")
    context.close()
    assert [(f"forest-{file}", "avif")] == [(name.partition(".")[0], name.rpartition(".")[2]) for name in wanted]


def test_a_picture_far_down_is_loaded_when_a_reader_comes_near(page: Page, shown: str) -> None:
    """And not before."""
    wanted = _wanted(page)
    page.goto(shown, wait_until="networkidle")
    assert not any("lake" in name for name in wanted)
    with page.expect_request(lambda request: "lake" in request.url):
        page.get_by_alt_text(LAKE).scroll_into_view_if_needed()


def test_nothing_moves_when_pictures_come(page: Page, shown: str) -> None:
    """Their places are kept from the start."""
    page.goto(shown, wait_until="networkidle")
    with page.expect_response(lambda response: "lake" in response.url):
        page.get_by_alt_text(LAKE).scroll_into_view_if_needed()
    assert page.evaluate(SHIFTS) == 0
    assert page.get_by_alt_text(FOREST).evaluate("image => image.complete && image.naturalWidth > 0")


def test_a_picture_fits_a_small_phone(browser: Browser, shown: str) -> None:
    """And keeps its proportions."""
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(shown)
    box = page.get_by_alt_text(FOREST).bounding_box()
    page.close()
    assert box
    assert box["x"] + box["width"] <= 320
    assert box["width"] / box["height"] == pytest.approx(1.5, rel=0.01)


def test_where_words_come_first_no_picture_is_loaded_before_it_is_asked_for(page: Page, folded: str) -> None:
    """By mouse or keyboard; only the one that was asked for."""
    wanted = _wanted(page)
    page.goto(folded, wait_until="networkidle")
    page.get_by_role("link", name=f"그림 보기: {LAKE}").scroll_into_view_if_needed()
    page.wait_for_timeout(300)  # nothing can be waited for that is not to come
    assert wanted == []
    page.get_by_role("link", name=f"그림 보기: {FOREST}").focus()
    with page.expect_response(lambda response: "forest" in response.url):
        page.keyboard.press("Enter")
    expect(page.get_by_alt_text(FOREST)).to_be_visible()
    assert page.evaluate("document.activeElement.className") == "picture"
    assert ["forest"] == [name.partition("-")[0] for name in wanted]


def test_a_reader_who_always_wants_pictures_says_so_once(page: Page, folded: str) -> None:
    """The browser keeps that for the next page, and forgets it when the reader changes their mind."""
    page.goto(folded)
    with page.expect_response(lambda response: "forest" in response.url):
        page.get_by_label(CHOICE).check()
    wanted = _wanted(page)
    page.goto(folded, wait_until="networkidle")
    assert any("forest" in name for name in wanted)
    page.get_by_label(CHOICE).uncheck()
    wanted.clear()
    page.goto(folded, wait_until="networkidle")
    assert wanted == []


def test_without_scripts_words_come_first_and_a_link_leads_to_the_picture(browser: Browser, folded: str) -> None:
    """Browsers load lazily with scripts only: what waits in a template is not loaded at all."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    wanted = _wanted(page)
    page.goto(folded, wait_until="networkidle")
    expect(page.get_by_label(CHOICE)).to_be_hidden()
    assert wanted == []
    page.get_by_role("link", name=f"그림 보기: {FOREST}").click()
    page.wait_for_url("**/forest-1200.*.jpg")
    context.close()


def _wanted(page: Page) -> list[str]:
    """Return the list in which the names of pictures stand as soon as the page asks for them."""
    wanted: list[str] = []

    def note(request: Request) -> None:
        if "/images/" in request.url:
            wanted.append(request.url.rpartition("/")[2])

    page.on("request", note)
    return wanted


def _built(folder: Path, images: str) -> Path:
    plant(folder, SITE)
    (folder / "content/images").mkdir()
    for name in ("forest", "lake"):
        (folder / f"content/images/{name}.jpg").write_bytes(photograph((1_500, 1_000)))
    edit(folder, {"content/site.yaml": files_in(MINIMAL)["content/site.yaml"] + f"images: {images}\n"})
    built(folder)
    return folder / "site"
