"""The pictures of the guide for staff: taken of what the guide itself says, in a browser (make pictures).

The README's picture, docs/pictures/home.png, is not one of them.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from PIL import Image
from playwright.sync_api import Page, Playwright, ViewportSize, sync_playwright

from audits.chromium import FLAGS, find_chromium
from tests.guide import LANGUAGES, sections
from tests.sites import PROJECT
from tests.staff import MORNING, Desk, prepare

PICTURES = PROJECT / "docs/pictures"
SIZE: ViewportSize = {"width": 1120, "height": 700}  # CSS pixels: what is read well in a page that is 840 wide
LOCALES = {"en": "en-GB", "ko": "ko-KR"}
COLOURS = 128  # enough for a screen, and a third of the bytes
BAR = "sitegen-preview .bar"
ROOT = {"en": "en/", "ko": ""}
"""Where the pages in a language begin."""

Look = Callable[[Page, Desk], None]


def preview(page: Page, desk: Desk) -> None:
    """Look at the home page in the preview."""
    _open(page, desk, ROOT[desk.language])


def overlay(page: Page, desk: Desk) -> None:
    """Look at the home page while there are the three mistakes that the guide makes."""
    _open(page, desk, ROOT[desk.language])
    _follow(desk, "red", until="console")
    page.locator("sitegen-preview #errors .problem").nth(2).wait_for()


def as_of(page: Page, desk: Desk) -> None:
    """Look at what the guide publishes at nine, with the moment pressed in the bar."""
    _follow(desk, "publish", until="text")
    desk.leave()
    _open(page, desk, f"{ROOT[desk.language]}practice-notice/")
    page.locator(f"{BAR} [data-group=scheduled] summary").click()
    page.locator(f"{BAR} [data-group=scheduled] button").click()
    page.locator(f"{BAR} [data-group=scheduled]").wait_for(state="detached")


def correction(page: Page, desk: Desk) -> None:
    """Look at the end of a page that says what was changed."""
    _follow(desk, "correct")
    _open(page, desk, f"{ROOT[desk.language]}tasks/electronic-tax-notices/")
    page.locator("main").evaluate("main => main.lastElementChild.scrollIntoView({block: 'end'})")


def behind(page: Page, desk: Desk) -> None:
    """Look at a translation whose original has changed."""
    _follow(desk, "translate", until="text")
    _open(page, desk, "en/tasks/green-police-cars/")
    page.locator(".notice").first.evaluate("notice => notice.scrollIntoView({block: 'center'})")


def report(page: Page, desk: Desk) -> None:
    """Look at the report as a page."""
    _follow(desk, "report")
    page.goto((desk.folder / "report.html").as_uri())


PICTURED: Mapping[str, tuple[Look, datetime | None]] = MappingProxyType(
    {
        "preview": (preview, None),
        "overlay": (overlay, None),
        "as-of": (as_of, MORNING),
        "correction": (correction, None),
        "behind": (behind, None),
        "report": (report, MORNING),
    }
)
"""Each picture: how it comes about, and when, if not by the clock, by which a preview usually goes."""


def main() -> int:
    """Take every picture anew, in both languages."""
    with sync_playwright() as playwright:
        for language, (name, (look, moment)) in product(LANGUAGES, PICTURED.items()):
            file = PICTURES / f"guide-{name}.{language}.png"
            with _desk(language, moment) as desk, _page(playwright, language) as page:
                look(page, desk)
                page.screenshot(path=file)
            _lighten(file)
            print(f"{file.name}: {file.stat().st_size} bytes")
    return 0


@contextmanager
def _page(playwright: Playwright, language: str) -> Iterator[Page]:
    with playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS) as browser:
        yield browser.new_page(viewport=SIZE, locale=LOCALES[language])


@contextmanager
def _desk(language: str, moment: datetime | None) -> Iterator[Desk]:
    with TemporaryDirectory() as folder:
        desk = Desk(prepare(Path(folder) / "project"), language, moment)
        try:
            yield desk
        finally:
            desk.leave()


def _follow(desk: Desk, section: str, until: str = "") -> None:
    """Do what a section says, up to its first block of a kind."""
    for block in sections(desk.language)[section].blocks:
        if block.kind == until:
            return
        desk.carry_out(block)


def _open(page: Page, desk: Desk, path: str) -> None:
    page.goto(desk.preview.address + path)
    page.locator(BAR).wait_for()
    page.wait_for_function("document.fonts.status === 'loaded'")


def _lighten(file: Path) -> None:
    with Image.open(file) as picture:
        lighter = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    lighter.save(file, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
