"""What is wrong, over the last good page: the words of the terminal, and the way to the line."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.serve.previews import HOME, PATIENCE, Preview, previewing
from tests.sites import edit, plant, run

WRONG = '---\ntitle: Home\nsumary: <b>Not</b> & "so" \'<script>window.ran = true</script>\n---\n'
ERRORS = "sitegen-preview #errors"
SUMMARY = re.compile("Nothing was written|아무것도 쓰지 않았습니다")
NARROW = 320  # pixels; the bar is folded there until somebody unfolds it
AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def home(preview: Preview, page: Page) -> Iterator[Page]:
    """The English home page, with a mistake in its text."""
    assert preview.shows("This is the home page.", "/en/")
    page.goto(f"{preview.address}en/")
    page.locator("sitegen-preview .bar").wait_for()
    edit(preview.folder, {"content/pages/home.en.md": WRONG})
    page.locator(ERRORS).wait_for()
    return page


def test_the_last_good_page_stays_behind_what_is_wrong(home: Page) -> None:
    """Nothing that cannot be built is shown, and what is wrong stands over the page."""
    expect(home.get_by_text("This is the home page.")).to_be_attached()
    expect(home.locator(ERRORS)).to_contain_text("The preview could not be renewed")


def test_the_words_are_those_of_the_terminal(preview: Preview, home: Page) -> None:
    """Place, code, message, the line with the spot marked, and what to do."""
    told = run(preview.folder, "check").stderr
    shown = home.locator(f"{ERRORS} ol").inner_text()
    assert _words(told) == _words(shown)
    assert "^^^^^^" in shown


def test_what_was_written_is_shown_and_not_run(home: Page) -> None:
    """Whatever stands in the line."""
    written = '<b>Not</b> & "so" \'<script>window.ran = true</script>'
    expect(home.locator(f"{ERRORS} pre").first).to_contain_text(written)
    assert not home.evaluate("window.ran === true")


def test_a_problem_leads_to_its_line_in_the_editor(preview: Preview, home: Page) -> None:
    """The link holds the file's path, the line and the column."""
    link = home.locator(f"{ERRORS} a").first
    expect(link).to_have_attribute(
        "href", re.compile(rf"^vscode://file/.*{preview.folder.name}/content/pages/home.en.md:\d+:\d+$")
    )


def test_it_goes_by_itself_when_all_is_mended(preview: Preview, home: Page) -> None:
    """And the page shows what was mended."""
    edit(preview.folder, {"content/pages/home.en.md": HOME.format(title="Mended")})
    expect(home.locator("h1")).to_have_text("Mended")
    expect(home.locator(ERRORS)).to_be_hidden()
    expect(home.locator("sitegen-preview .bar__state")).to_have_text("All fine")


def test_it_can_be_closed_with_the_keyboard_and_opened_again(home: Page) -> None:
    """It has the focus, Escape closes it, and the bar goes on saying that something is wrong."""
    assert "errors-title" == home.evaluate("document.activeElement.shadowRoot.activeElement.id")
    home.keyboard.press("Escape")
    expect(home.locator(ERRORS)).to_be_hidden()
    expect(home.locator("sitegen-preview .bar__state")).to_have_text("Something is wrong")
    home.reload()
    home.locator("sitegen-preview .bar__errors").click()
    expect(home.locator(ERRORS)).to_be_visible()


def test_another_mistake_opens_it_again(preview: Preview, home: Page) -> None:
    """What is new has not been read."""
    home.keyboard.press("Escape")
    edit(preview.folder, {"content/pages/draft.en.md": WRONG})
    expect(home.locator(ERRORS)).to_be_visible()
    expect(home.locator(f"{ERRORS} li")).to_have_count(2)


def test_it_is_in_the_language_of_the_command(tmp_path: Path, page: Page) -> None:
    """Korean, as in the terminal, also over an English page."""
    edit(plant(tmp_path, ""), {"content/pages/home.en.md": WRONG})
    with previewing(tmp_path, "--lang", "ko") as preview:
        assert preview.shows("sitegen-preview", "/en/")
        page.goto(f"{preview.address}en/")
        expect(page.locator(ERRORS)).to_contain_text("오류가 있어 미리보기를 바꾸지 못했습니다")
        assert "ko" == page.locator(ERRORS).get_attribute("lang")
        told = run(tmp_path, "check", "--lang", "ko").stderr
        assert _words(told) == _words(page.locator(f"{ERRORS} ol").inner_text())


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [NARROW, 1280])
def test_axe_finds_nothing(preview: Preview, browser: Browser, theme: str, width: int) -> None:
    """Neither in what is wrong nor in the status bar."""
    assert preview.shows("This is the home page.", "/en/")
    page = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme="dark" if theme == "dark" else "light", bypass_csp=True
    )
    page.goto(f"{preview.address}en/")
    page.locator("sitegen-preview .bar").wait_for()
    if width == NARROW:
        page.get_by_role("button", name="Unfold the status bar").click()
    assert [] == _violations(page)
    edit(preview.folder, {"content/pages/home.en.md": WRONG})
    page.locator(ERRORS).wait_for()
    assert [] == _violations(page)
    page.close()


def test_a_file_that_is_half_written_is_not_held_against_anybody(preview: Preview, page: Page) -> None:
    """Its first half would be a mistake; what is wrong is shown only once nothing more comes."""
    assert preview.shows("This is the home page.", "/en/")
    page.goto(f"{preview.address}en/")
    page.locator("sitegen-preview .bar").wait_for()
    page.evaluate(
        """() => {
            window.opened = 0;
            const errors = document.querySelector('sitegen-preview').shadowRoot.getElementById('errors');
            new MutationObserver(() => { window.opened += errors.open }).observe(errors, {attributes: true});
        }"""
    )
    for number in range(5):
        edit(preview.folder, {"content/pages/home.en.md": "---\ntitle: Ha"})
        page.wait_for_timeout(90)
        edit(preview.folder, {"content/pages/home.en.md": HOME.format(title=f"Whole {number}")})
        expect(page.locator("h1")).to_have_text(f"Whole {number}")
    assert 0 == page.evaluate("window.opened")


def test_a_missing_folder_is_told_and_waited_for(preview: Preview, page: Page) -> None:
    """Somebody renames content/ and puts it back: the preview says so, and goes on."""
    assert preview.shows("This is the home page.", "/en/")
    page.goto(f"{preview.address}en/")
    content = preview.folder / "content"
    content.rename(preview.folder / "elsewhere")
    expect(page.locator(ERRORS)).to_contain_text("cannot-read", timeout=PATIENCE * 1000)
    (preview.folder / "elsewhere").rename(content)
    expect(page.locator(ERRORS)).to_be_hidden(timeout=PATIENCE * 1000)
    edit(preview.folder, {"content/pages/home.en.md": HOME.format(title="Put back")})
    expect(page.locator("h1")).to_have_text("Put back")


def test_the_editor_can_be_chosen(tmp_path: Path, page: Page) -> None:
    """Any address that opens a file."""
    edit(plant(tmp_path, ""), {"content/pages/home.en.md": WRONG})
    with previewing(tmp_path, "--editor", "idea://open?file={path}&line={line}") as preview:
        assert preview.shows("sitegen-preview", "/en/")
        page.goto(f"{preview.address}en/")
        href = page.locator(f"{ERRORS} a").first.get_attribute("href")
        assert re.fullmatch(r"idea://open\?file=/.*/content/pages/home\.en\.md&line=\d+", href or "")


def _words(text: str) -> list[str]:
    """Return the words of a text, without the summary of a command."""
    return [word for line in text.splitlines() if not SUMMARY.search(line) for word in line.split()]


def _violations(page: Page) -> list[str]:
    results = Axe().run(page, options=AXE_OPTIONS)
    return [f"{found['id']}: {node['html']}" for found in results.response["violations"] for node in found["nodes"]]
