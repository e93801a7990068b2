"""The status bar: what is on its way, what the page weighs, where it is written, and how it will be at another time."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sitegen.footprint import per_visit, rating
from tests.serve.previews import DRAFT, Preview, previewing
from tests.sites import NOON, edit, plant, tree

BAR = "sitegen-preview .bar"
MOMENT = f"{BAR} [data-group=moment] summary"
LAUNCH = "---\ntitle: 발사\nsummary: 드디어.\npublish_at: 2026-07-01T09:00\n---\n"
OVER = "---\ntitle: 지난 것\nsummary: 끝났습니다.\nexpires_at: 2026-01-01\n---\n"
STALE = "---\ntitle: Old news\nsummary: It is old.\ntranslated_from: 0000000000-0000000000\n---\n"
SITE = {
    "content/pages/draft.en.md": DRAFT,
    "content/pages/launch.ko.md": LAUNCH,
    "content/pages/over.ko.md": OVER,
    "content/pages/alone.ko.md": "---\ntitle: 홀로\nsummary: 번역이 없습니다.\n---\n",
    "content/pages/changed.ko.md": "---\ntitle: 바뀐 글\nsummary: 번역한 뒤에 바뀌었습니다.\n---\n",
    "content/pages/changed.en.md": STALE,
}


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """The preview, in Korean, of a site with a draft, a page for July, one that has expired, and translations to do."""
    with previewing(edit_all(plant(tmp_path, ""), SITE), "--lang", "ko") as running:
        assert running.begins()
        yield running


def edit_all(folder: Path, files: dict[str, str]) -> Path:
    """Write files below a folder, and return it."""
    edit(folder, files)
    return folder


@pytest.mark.parametrize(
    ("group", "label", "title"),
    [
        ("drafts", "초안 1건", "Only a draft"),
        ("scheduled", "공개 예정 1건", "발사"),
        ("expired", "공개 종료 1건", "지난 것"),
        ("untranslated", "번역 없음 2건", "홀로"),
        ("stale", "갱신할 번역 1건", "Old news"),
    ],
)
def test_what_is_on_its_way_is_counted_and_named(
    preview: Preview, page: Page, group: str, label: str, title: str
) -> None:
    """Each thing leads to its file."""
    _opened(page, preview, "")
    found = page.locator(f"{BAR} [data-group={group}]")
    expect(found.locator("summary")).to_have_text(label)
    found.locator("summary").click()
    expect(found.get_by_role("link", name=title)).to_have_attribute("href", re.compile(r"^vscode://file/.*\.md:1:1$"))


def test_of_what_there_is_none_nothing_is_said(campaign_preview: Preview, page: Page) -> None:
    """So that what is said stands out."""
    _opened(page, campaign_preview, "")
    expect(page.locator(f"{BAR} [data-group=scheduled]")).to_have_count(0)
    expect(page.locator(BAR)).not_to_contain_text(re.compile(": 0"))


def test_the_words_are_in_the_language_of_the_command(campaign_preview: Preview, page: Page) -> None:
    """Whatever language the page is in."""
    for path in ("", "en/"):
        _opened(page, campaign_preview, path)
        expect(page.locator(BAR)).to_have_attribute("lang", "en")
        expect(page.locator(BAR)).to_contain_text("Edit this page")


def test_the_site_is_seen_as_it_will_be_on_the_morning_of_the_release(preview: Preview, page: Page) -> None:
    """One press on the thing that is to come, and back to the moment the preview began with."""
    _opened(page, preview, "launch/")
    expect(page.locator("h1")).to_have_text("페이지가 없습니다")
    page.locator(f"{BAR} [data-group=scheduled] summary").click()
    page.get_by_role("button", name="2026년 7월 1일 09:00의 모습 보기").click()
    expect(page.locator("h1")).to_have_text("발사")
    expect(page.locator(f"{BAR} .bar__fixed")).to_have_text("2026년 7월 1일 09:00 기준")
    expect(page.locator(f"{BAR} details[open]")).to_have_count(0)  # the list that was open has gone


def test_any_moment_can_be_typed(preview: Preview, page: Page) -> None:
    """A minute before it is published, a page is not there."""
    _opened(page, preview, "launch/")
    page.locator(MOMENT).click()
    for moment, title in (("2026-07-01T09:00", "발사"), ("2026-07-01T08:59", "페이지가 없습니다")):
        page.locator(f"{BAR} input[name=as_of]").fill(moment)
        page.get_by_role("button", name="이때로 보기").click()
        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator(f"{BAR} details[open]")).to_have_attribute("data-group", "moment")


def test_the_way_back_leads_to_now(tmp_path: Path, page: Page) -> None:
    """What expired years ago is there in its time, and gone again now."""
    with previewing(edit_all(plant(tmp_path, ""), SITE), "--lang", "ko", as_of="") as preview:
        assert preview.begins()
        _opened(page, preview, "over/")
        expect(page.locator(MOMENT)).to_have_text("기준 시각: 지금")
        page.locator(MOMENT).click()
        page.locator(f"{BAR} input[name=as_of]").fill("2025-12-31T23:59")
        page.get_by_role("button", name="이때로 보기").click()
        expect(page.locator("h1")).to_have_text("지난 것")
        page.get_by_role("button", name="지금으로 돌아가기").click()
        expect(page.locator("h1")).to_have_text("페이지가 없습니다")
        expect(page.locator(f"{BAR} input[name=as_of]")).not_to_have_value("2025-12-31T23:59")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("en/", "content/pages/home.en.md"),
        ("", "content/pages/home.ko.md"),
        ("en/nowhere/", "content/pages/404.en.md"),
        ("tasks/", "content/pages/tasks.ko.md"),
        ("en/agencies/energy-office/", "content/agencies.yaml"),
        ("strategy/plan/", "content/strategy/plan.ko.md"),
    ],
)
def test_the_page_at_hand_leads_to_its_file(campaign_preview: Preview, page: Page, path: str, file: str) -> None:
    """Whatever kind of page it is."""
    _opened(page, campaign_preview, path)
    href = page.locator(f"{BAR} .bar__edit").get_attribute("href") or ""
    assert f"{campaign_preview.folder.name}/{file}:" in href


def test_the_weight_is_that_of_the_page_with_all_it_loads(preview: Preview, page: Page) -> None:
    """Compressed, and with the footprint of so many bytes."""
    _opened(page, preview, "en/")
    files = tree(preview.folder / ".cache/preview")
    html = files["en/index.html"].decode()
    names = ("en/index.html", *(name for name in files if name.startswith("assets/") and f"../{name}" in html))
    weight = sum(len(gzip.compress(files[name], 6, mtime=0)) for name in names)
    shown = page.locator(f"{BAR} .bar__weight").inner_text()
    assert f"{weight / 1000:.1f} KB · 탄소 {per_visit(weight):.4f} g ({rating(per_visit(weight))})" == shown


def test_the_bar_can_be_folded_and_stays_so(preview: Preview, page: Page) -> None:
    """On every page, until it is unfolded."""
    _opened(page, preview, "en/")
    page.get_by_role("button", name="상태 표시줄 접기").click()
    expect(page.locator(f"{BAR} .bar__weight")).to_be_hidden()
    _opened(page, preview, "")
    expect(page.locator(f"{BAR} .bar__weight")).to_be_hidden()
    page.get_by_role("button", name="상태 표시줄 펼치기").click()
    expect(page.locator(f"{BAR} .bar__weight")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_bar_covers_nothing(preview: Preview, page: Page, width: int) -> None:
    """At the end of the page there is room for it, and nothing scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    _opened(page, preview, "en/")
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    footer = page.locator(".footer").bounding_box()
    bar = page.locator(BAR).bounding_box()
    assert footer
    assert bar
    assert footer["y"] + footer["height"] <= bar["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("as_of", ["", NOON])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_bar_is_one_line_where_there_is_room(tmp_path: Path, page: Page, language: str, as_of: str) -> None:
    """With all that it may say at once while all is well, now and as of another moment."""
    more = {
        "content/pages/home.en.md": "---\ntitle: Home\nsummary: Home.\n---\n[www.korea.kr](page:home)\n",
        "content/pages/launch.ko.md": LAUNCH.replace("2026", "2999"),
    }
    with previewing(edit_all(plant(tmp_path, ""), SITE | more), "--lang", language, as_of=as_of) as preview:
        assert preview.begins()
        _opened(page, preview, "en/")
        parts = page.locator(f"{BAR}__state, {BAR}__warnings, {BAR} summary, {BAR}__weight, {BAR}__edit, {BAR}__fold")
        expect(parts).to_have_count(11)
        boxes = [box for part in parts.all() if (box := part.bounding_box())]
        assert max(box["y"] for box in boxes) < min(box["y"] + box["height"] for box in boxes)


def test_the_bar_is_not_printed(preview: Preview, page: Page) -> None:
    """What is printed is the page."""
    _opened(page, preview, "en/")
    page.emulate_media(media="print")
    expect(page.locator(BAR)).to_be_hidden()


def test_warnings_are_counted_and_shown_when_asked_for(preview: Preview, page: Page) -> None:
    """They do not cover the page by themselves."""
    _opened(page, preview, "en/")
    edit(
        preview.folder,
        {"content/pages/home.en.md": "---\ntitle: Home\nsummary: Home.\n---\n[www.korea.kr](page:home)\n"},
    )
    page.locator(f"{BAR} .bar__warnings").click()
    expect(page.locator("sitegen-preview #warnings li")).to_have_count(1)
    expect(page.locator("sitegen-preview #errors")).to_be_hidden()


def _opened(page: Page, preview: Preview, path: str) -> None:
    page.goto(preview.address + path)
    page.locator(BAR).wait_for()
