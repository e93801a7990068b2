"""One visit to a page with a real browser, in which everything is asked of it that a browser can tell."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct
from playwright.sync_api import Browser, Page

PROBES = Path(__file__).parent / "probes"
NARROW, WIDE, HEIGHT = 320, 1280, 900
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
"""Rules of axe-core that may find something else in the other theme; all others look at the markup alone."""
AXE = "rules => axe.run({runOnly: rules, resultTypes: ['violations']})"
LARGER = "html { font-size: 200% !important }"
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
"""What WCAG 1.4.12 says that readers may set."""
WEAR = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css ? [sheet] : [];
}"""
"""Lay a style of the reader over the page; no policy of the page forbids that."""


class Fault(Struct, frozen=True, order=True):
    """What is wrong with a page: which audit says so, under which circumstances, and what it says."""

    audit: str
    where: str
    what: str


class Visitor:
    """Goes from page to page in one window, with axe-core in its hands."""

    def __init__(self, browser: Browser, address: str, axe: str) -> None:
        """Open a window. `axe` is the program of axe-core."""
        self._address = address
        self._axe = axe
        self._page = browser.new_context().new_page()
        self._plain = browser.new_context(java_script_enabled=False).new_page()
        self._said: list[str] = []
        self._asked: list[str] = []
        self._listen()

    def close(self) -> None:
        """Close the window."""
        self._page.context.close()
        self._plain.context.close()

    def visit(self, path: str) -> tuple[Fault, ...]:
        """Return what is found on a page; if that is nothing, these audits have found nothing, and no more."""
        faults = (
            *self._load(path),
            *_examined(self._page, self._axe),
            *_enlarged(self._page),
            *_by_keyboard(self._page),
            *_set_otherwise(self._page),
            *self._without_scripts(path),
        )
        return tuple(sorted(faults))

    def _listen(self) -> None:
        page = self._page
        page.on("request", lambda request: self._asked.append(request.url))
        page.on("requestfailed", lambda request: self._said.append(f"failed: {request.url}"))
        page.on("console", lambda told: self._said.append(told.text) if told.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self._said.append(str(error)))

    def _load(self, path: str) -> Iterator[Fault]:
        """Whom the page asks and what it complains of while it loads, and whether anything moves."""
        _set(self._page)
        self._said.clear()
        self._asked.clear()
        self._page.goto(self._address + path)
        yield from _faults(self._page, "shifts", "stability")
        yield from (Fault("console", "", what) for what in self._said)
        foreign = [url for url in self._asked if not url.startswith((self._address, "data:"))]
        yield from (Fault("other hosts", "", url) for url in foreign)

    def _without_scripts(self, path: str) -> Iterator[Fault]:
        """Whether everything can be read without scripts."""
        self._plain.goto(self._address + path)
        plain = frozenset(_ask(self._plain, "read"))
        missing = [text for text in _ask(self._page, "read") if text not in plain]
        yield from (Fault("reading without scripts", "", text) for text in missing)


def _examined(page: Page, axe: str) -> Iterator[Fault]:
    """What axe-core finds, on a small phone and on a wide screen, in both themes."""
    page.evaluate(axe)
    for width in (NARROW, WIDE):
        for theme in ("light", "dark"):
            _set(page, width, theme)
            for found in page.evaluate(AXE, TAGS if theme == "light" else COLOURS)["violations"]:
                nodes = " ".join(node["html"][:120] for node in found["nodes"][:3])
                yield Fault("axe", f"{width} {theme}", f"{found['id']}: {nodes}")


def _enlarged(page: Page) -> Iterator[Fault]:
    """Whether everything fits a small phone, text twice as large, a screen at 400 per cent, and wide spacing."""
    _set(page, NARROW)
    yield from _faults(page, "sideways", "reflow", "320")
    yield from _faults(page, "cut_off", "cut off", "320")
    yield from _faults(page, "small_targets", "targets", "320")
    page.evaluate(WEAR, SPACED)
    yield from _faults(page, "sideways", "text spacing", "320")
    yield from _faults(page, "cut_off", "text spacing", "320")
    _set(page, WIDE)
    page.evaluate(WEAR, LARGER)
    yield from _faults(page, "sideways", "text twice as large", "1280")
    yield from _faults(page, "cut_off", "text twice as large", "1280")
    page.evaluate(WEAR, "")


def _set_otherwise(page: Page) -> Iterator[Fault]:
    """Whether nothing moves for those who ask for that, and drawings are seen in the colours that people choose."""
    _set(page, WIDE)
    page.emulate_media(reduced_motion="reduce")
    yield from _faults(page, "motion", "motion", "reduced motion")
    page.emulate_media(reduced_motion="no-preference", forced_colors="active")
    yield from _faults(page, "unseen_marks", "forced colours", "forced colours")
    yield from _faults(page, "unseen_focus", "keyboard", "forced colours")
    page.emulate_media(forced_colors="none", media="print")
    yield from _faults(page, "unseen_marks", "print", "print")
    yield from _faults(page, "cut_off", "print", "print")
    page.emulate_media(media="screen")


def _by_keyboard(page: Page) -> Iterator[Fault]:
    """Whether the keyboard reaches everything in its order, and shows where it is; the first stop skips the menus."""
    _set(page, NARROW)
    yield from _tabbed(page, "320")
    if page.locator("body > header").count() == 0:
        return  # a page for frames of other sites: there are no menus to skip
    page.evaluate(_source("stops"))
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    if page.evaluate("document.activeElement.closest('body > header') !== null"):
        yield Fault("keyboard", "320", "the first stop does not skip the menus")


def _tabbed(page: Page, where: str) -> Iterator[Fault]:
    for _ in range(page.evaluate(_source("stops"))):
        page.keyboard.press("Tab")
    yield from _faults(page, "reached", "keyboard", where)


def _set(page: Page, width: int = NARROW, theme: str = "light") -> None:
    scheme: Literal["dark", "light"] = "dark" if theme == "dark" else "light"
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(color_scheme=scheme)


def _faults(page: Page, probe: str, audit: str, where: str = "") -> list[Fault]:
    return [Fault(audit, where, what) for what in _ask(page, probe)]


def _ask(page: Page, probe: str) -> Sequence[str]:
    answer: Sequence[str] = page.evaluate(_source(probe))
    return answer


@cache
def _source(probe: str) -> str:
    """Return the function of a probe, without the comment before it, which is for people."""
    lines = (PROBES / f"{probe}.js").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("//"))
