"""A page in a real browser: it is renewed in place after every change, with the strict policy of the site on."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serve.previews import Preview, is_marked, mark, previewing, soon
from tests.sites import CAMPAIGN, edit, plant

LONG = "\n\n".join(f"Paragraph {number} of a long page." for number in range(200))
ABOUT = f"---\ntitle: About\nsummary: A long page.\n---\n{LONG}\n"
SCRIPT = '<script src="{{ frame.icon }}"></script>\n</body>'
INLINE = """() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    const style = document.createElement("style");
    style.textContent = "h1 { color: rgb(9, 9, 9) }";
    document.head.append(script, style);
}"""


@pytest.fixture
def about(preview: Preview, page: Page) -> Page:
    """A long page in the browser."""
    edit(preview.folder, {"content/pages/about.en.md": ABOUT})
    assert preview.shows("Paragraph 199", "/en/about/")
    return _opened(page, preview, "en/about/")


def test_a_changed_text_is_seen_without_a_reload(preview: Preview, about: Page) -> None:
    """Nothing flickers: it is the same page, with other words."""
    mark(about)
    edit(preview.folder, {"content/pages/about.en.md": ABOUT.replace("Paragraph 3 ", "The third paragraph ")})
    expect(about.get_by_text("The third paragraph of")).to_be_visible()
    assert is_marked(about)


def test_the_page_stays_where_it_was_scrolled_to(preview: Preview, about: Page) -> None:
    """To the pixel, though a paragraph further down has gone."""
    about.evaluate("window.scrollTo(0, 2000)")
    edit(preview.folder, {"content/pages/about.en.md": ABOUT.replace("Paragraph 180 of a long page.\n\n", "")})
    expect(about.get_by_text("Paragraph 180 ")).to_have_count(0)
    assert 2000 == about.evaluate("window.scrollY")


def test_focus_and_what_is_open_stay(campaign_preview: Preview, page: Page) -> None:
    """Whoever looks at an answer of the quiz goes on looking at it."""
    _opened(page, campaign_preview, "en/quiz/")
    page.locator("main details summary").first.click()
    quiz = campaign_preview.folder / "content/quiz.yaml"
    quiz.write_text(quiz.read_text("utf-8").replace("That is the goal.", "That is what was agreed."), "utf-8")
    expect(page.get_by_text("That is what was agreed.")).to_be_visible()
    assert "SUMMARY" == page.evaluate("document.activeElement.tagName")


def test_what_is_changed_in_place_is_what_a_reload_shows(preview: Preview, about: Page) -> None:
    """Node by node, whatever the edit moved, added or took away."""
    edit(
        preview.folder,
        {"content/pages/about.en.md": "---\ntitle: Other\nsummary: Short.\n---\n## A\n\n- b\n- c\n\n> d\n"},
    )
    expect(about.get_by_text("Short.")).to_be_visible()
    in_place = _markup(about)
    about.reload()
    assert _markup(about) == in_place


def test_a_style_is_changed_without_a_reload(preview: Preview, about: Page) -> None:
    """The new stylesheet takes the place of the old one, and the page stays where it is."""
    mark(about)
    about.evaluate("window.scrollTo(0, 1500)")
    css = preview.folder / "assets/css/base.css"
    css.write_text(css.read_text("utf-8") + "\nh1 { color: rgb(1, 2, 3); }\n", "utf-8")
    expect(about.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    assert (True, 1500) == (is_marked(about), about.evaluate("window.scrollY"))
    assert 1 == about.locator("link[rel=stylesheet]").count()


def test_a_page_is_never_seen_without_styles(preview: Preview, about: Page) -> None:
    """While one stylesheet gives way to the next, there is always one."""
    about.evaluate(
        """() => {
            window.bare = 0;
            const look = () => {
                window.bare += getComputedStyle(document.querySelector('.frame')).paddingLeft === '0px';
                requestAnimationFrame(look);
            };
            look();
        }"""
    )
    css = preview.folder / "assets/css/base.css"
    css.write_text(css.read_text("utf-8") + "\nh1 { color: rgb(1, 2, 3); }\n", "utf-8")
    expect(about.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    assert 0 == about.evaluate("window.bare")


def test_a_changed_template_is_seen(preview: Preview, about: Page) -> None:
    """So is a change of what surrounds the text."""
    template = preview.folder / "templates/base.html"
    template.write_text(template.read_text("utf-8").replace("</body>", "<p>Announced</p>\n</body>"), "utf-8")
    expect(about.get_by_text("Announced")).to_be_visible()


def test_a_page_with_scripts_is_loaded_anew_where_it_was(preview: Preview, about: Page) -> None:
    """What scripts have made of a page cannot be kept in step; the browser goes back to where it was."""
    template = preview.folder / "templates/base.html"
    template.write_text(template.read_text("utf-8").replace("</body>", SCRIPT), "utf-8")
    expect(about.locator("script[src$='.svg']")).to_have_count(1)
    about.locator("sitegen-preview .bar").wait_for()
    mark(about)
    about.evaluate("window.scrollTo(0, 2000)")
    edit(preview.folder, {"content/pages/about.en.md": ABOUT.replace("Paragraph 3 ", "The third paragraph ")})
    expect(about.get_by_text("The third paragraph of")).to_be_attached()
    assert not is_marked(about)
    assert soon(lambda: about.evaluate("window.scrollY") == 2000)


def test_a_page_that_comes_to_be_is_seen_where_it_was_missing(preview: Preview, page: Page) -> None:
    """The not-found page gives way by itself, and comes back when the page goes."""
    assert preview.begins()
    _opened(page, preview, "en/new/")
    expect(page.get_by_text("Check the address.")).to_be_visible()
    edit(preview.folder, {"content/pages/new.en.md": "---\ntitle: New\nsummary: It is here now.\n---\n"})
    expect(page.get_by_text("It is here now.")).to_be_visible()
    (preview.folder / "content/pages/new.en.md").unlink()
    expect(page.get_by_text("Check the address.")).to_be_visible()


def test_another_page_shows_a_new_title(campaign_preview: Preview, page: Page) -> None:
    """Pages that name what was edited are renewed, too."""
    folder = campaign_preview.folder
    _opened(page, campaign_preview, "en/tasks/")
    mark(page)
    file = next(iter(sorted((folder / "content/tasks").glob("*.en.md"))))
    words = re.sub("^title: .*", "title: Plant a tree today", file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(words, "utf-8")
    expect(page.get_by_text("Plant a tree today").first).to_be_visible()
    assert is_marked(page)


def test_two_edits_in_a_row_are_both_seen(preview: Preview, about: Page) -> None:
    """However fast one follows the other."""
    for number in range(12):
        edit(preview.folder, {"content/pages/about.en.md": ABOUT.replace("A long page.", f"Edit {number}.")})
        about.wait_for_timeout(40)
    expect(about.get_by_text("Edit 11.")).to_be_visible()


def test_a_preview_that_is_started_again_is_found_again(tmp_path: Path, page: Page) -> None:
    """The page says that the preview is away, and shows what has changed when it is back."""
    plant(tmp_path, "")
    with previewing(tmp_path) as preview:
        assert preview.begins()
        _opened(page, preview, "en/")
    expect(page.locator("sitegen-preview .bar__away")).to_be_visible()
    edit(tmp_path, {"content/pages/home.en.md": "---\ntitle: Back\nsummary: Here again.\n---\n"})
    with previewing(tmp_path, "--port", str(preview.port)):
        expect(page.get_by_text("Here again.")).to_be_visible(timeout=20_000)
        expect(page.locator("sitegen-preview .bar__away")).to_be_hidden()


def test_there_is_a_page_before_there_is_a_site(tmp_path: Path, page: Page) -> None:
    """It gives way to the site once the mistakes in it are mended."""
    edit(plant(tmp_path, ""), {"content/pages/home.en.md": "---\ntitel: Home\n---\n"})
    with previewing(tmp_path) as preview:
        assert preview.shows("The preview is being made.", "/en/")
        _opened(page, preview, "en/")
        expect(page.locator("sitegen-preview #errors")).to_contain_text("unknown-field")
        edit(tmp_path, {"content/pages/home.en.md": "---\ntitle: Home\nsummary: Here it is.\n---\n"})
        expect(page.get_by_text("Here it is.")).to_be_visible()
        expect(page.locator("sitegen-preview #errors")).to_be_hidden()


@pytest.mark.parametrize(
    "declared",
    ["", "default-src 'none'; style-src 'self'", "default-src 'self'; script-src 'none'; connect-src 'none'"],
)
def test_the_policy_of_the_page_is_on(tmp_path: Path, browser: Browser, declared: str) -> None:
    """What is written into a page does not run, what it declares itself included; the preview's own script does."""
    plant(tmp_path, CAMPAIGN)
    template = tmp_path / "templates/base.html"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{declared}">' if declared else ""
    template.write_text(template.read_text("utf-8").replace("</head>", f"{meta}</head>"), "utf-8")
    page = browser.new_page()  # what the browser complains of here is what is to be seen
    with previewing(tmp_path) as preview:
        assert preview.begins()
        _opened(page, preview, "en/")
        page.evaluate(INLINE)
        assert not page.evaluate("window.ran === true")
        expect(page.locator("h1").first).not_to_have_css("color", "rgb(9, 9, 9)")
        edit(tmp_path, {"content/pages/home.en.md": "---\ntitle: Renewed\nsummary: Renewed.\n---\n"})
        expect(page.locator("h1")).to_have_text("Renewed")
    page.close()


def _opened(page: Page, preview: Preview, path: str) -> Page:
    """Open a page, and wait until the preview's bar is there."""
    page.goto(preview.address + path)
    page.locator("sitegen-preview .bar").wait_for()
    return page


def _markup(page: Page) -> str:
    """Return the page as markup without what the preview adds."""
    markup = str(page.evaluate("document.documentElement.outerHTML"))
    return re.sub(r"<sitegen-preview.*?</sitegen-preview>", "", markup)
