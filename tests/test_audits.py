"""What the audits rest on: contrast as guidelines define it, probes that find what is wrong, a whole checklist."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser

from audits import contrast, kwcag, nu, record, report, titles
from audits.browsing import ASKED
from audits.sample import cover
from audits.visits import Visitor
from tests.browser import Serve
from tests.sites import PROJECT
from tests.test_diagnostics import codes_in_the_program

STYLES = PROJECT / "assets/css"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Trial</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="trial.css">{head}</head>
<body><header><a class="skip" href="#main">Skip</a><nav><a href="#main">Home</a></nav></header>
<main id="main" tabindex="-1"><h1>Trial</h1>{body}<p><a href="#main">To the start</a></p></main></body></html>"""
STYLE = """html { background: Canvas } * { margin: 0 }
header a, button { display: inline-block; min-height: 44px; min-width: 44px }
:focus-visible { outline: 3px solid #000 }"""
BROKEN = {
    "axe": '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></p>',
    "console": '<p><img alt="A dog" src="nowhere.png"></p>',
    "cut off": '<p style="height: 8px; overflow: hidden">Words that are cut off</p>',
    "keyboard": '<p><a href="#main" style="outline: none">Unseen</a></p>',
    "motion": "<style>@keyframes x { to { opacity: 0 } } p { animation: x 9s infinite }</style><p>Moving</p>",
    "other hosts": '<p><img alt="A dog" src="http://localhost:9/dog.png"></p>',
    "reading without scripts": "<p id=said></p><script>said.textContent = 'Only with scripts'</script>",
    "reflow": '<p style="width: 900px">Too wide for a small phone</p>',
    "targets": '<p><button style="min-height: 20px; height: 20px">Small</button></p>',
    "text spacing": '<p style="white-space: nowrap; font: 16px monospace">Thirty letters that only fit.</p>',
    "text twice as large": "<style>@media (min-width: 60em) { p { width: 50rem } }</style><p>Too wide when large</p>",
    "stability": "<p id=said></p><p>Moved</p><script>requestAnimationFrame(() => setTimeout(() => "
    "said.style.height = '400px', 300))</script>",
    "forced colours": '<svg class="mark" viewBox="0 0 9 9" style="forced-color-adjust: none"><path '
    'd="M0 0h9" stroke="#fff" fill="none"></path></svg>',
    "print": "<style>@media print { p { height: 4px; overflow: hidden } }</style><p>Words that print hides</p>",
}
"""For each audit of a visit, what it must object to."""
NOT_PROBED = ("stability",)
"""What depends on time: that the browser reports shifts at all is Chromium's to test."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page for each audit, which that audit must object to, and one that is sound."""
    folder = tmp_path_factory.mktemp("probes")
    (folder / "trial.css").write_text(STYLE, encoding="utf-8")
    for audit, body in {**BROKEN, "sound": "<p>Nothing is wrong.</p>"}.items():
        (folder / f"{audit}.html").write_text(PAGE.format(head="", body=body), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def visitor(browser: Browser, folder: Path, served: Serve) -> Iterator[Visitor]:
    """One who looks at those pages."""
    visitor = Visitor(browser, served(folder), AXE_FILE_PATH.read_text(encoding="utf-8"))
    yield visitor
    visitor.close()


def test_nothing_is_found_on_a_page_that_is_sound(visitor: Visitor) -> None:
    """Otherwise nobody would read what the audits find."""
    assert visitor.visit("sound.html") == ()


@pytest.mark.parametrize("audit", sorted(ASKED.keys() - set(NOT_PROBED)))
def test_each_audit_finds_what_it_asks_for(visitor: Visitor, audit: str) -> None:
    """An audit that finds nothing where something is wrong would say that all is well."""
    assert audit in {fault.audit for fault in visitor.visit(f"{audit}.html")}


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white is 21 to 1, and the grey #767676 on white the lightest that text may have."""
    assert contrast.ratio("#000", "#fff") == pytest.approx(21)
    assert contrast.ratio("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


def test_every_pair_of_colours_differs_enough() -> None:
    """Text 4.5 to 1, and what says something by being drawn 3 to 1, in both themes."""
    assert [] == [contrast.told(pair) for pair in contrast.pairs(STYLES) if not pair.is_enough]


def test_a_pair_is_left_out_only_where_that_is_needed() -> None:
    """A pair that differs enough needs no exemption."""
    colours = contrast.tokens((STYLES / "tokens.css").read_text(encoding="utf-8"))
    for front, ground in contrast.APART:
        assert any(contrast.ratio(colours[theme][front], colours[theme][ground]) < 4.5 for theme in contrast.THEMES)


def test_few_pages_show_everything() -> None:
    """The richest first, and none that shows nothing new."""
    pages = {"a": frozenset({("ko", "x")}), "b": frozenset({("ko", "x"), ("ko", "y")}), "c": frozenset({("en", "x")})}
    assert ("b", "c") == cover(pages)


def test_a_title_is_told_where_it_comes_again() -> None:
    """In the same language; what is another page's in another language is not."""
    page = '<html lang="{}"><head><title>A &amp; B</title></head></html>'
    pages = {"": page.format("en"), "a/": page.format("en"), "b/": page.format("ko")}
    assert ["a/"] == [finding.path for finding in titles.compare(pages).findings]


def test_the_checklist_has_every_item_once() -> None:
    """33 items of KWCAG 2.2, each with both names, and either absent, or left to a person or to programs."""
    found = kwcag.items("kwcag")
    assert 33 == len({item.number for item in found}) == len(found)
    for item in (*found, *kwcag.items("wcag")):
        assert {"ko", "en"} == item.name.keys()
        assert item.absent or item.person or item.build or item.audits


def test_the_checklist_names_problems_and_audits_that_there_are() -> None:
    """What it says is checked by programs is."""
    codes = codes_in_the_program()
    known = {*ASKED, *(name for name, _ in nu.FORMS.values()), "contrast", "titles", "Lighthouse"}
    for item in (*kwcag.items("kwcag"), *kwcag.items("wcag")):
        assert set(item.build) <= codes
        assert set(item.audits) <= known


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_checklist_is_written_from_the_last_record(language: str) -> None:
    """Whoever changes an item writes the checklist anew: python -m audits.rewrite."""
    written = (PROJECT / kwcag.PAGES[language]).read_text(encoding="utf-8")
    assert kwcag.checklist(record.load(), language) == written


def test_the_report_is_written_from_the_last_record() -> None:
    """With the contrast of the colours as they are now."""
    assert report.report(record.load()) == report.FILE.read_text(encoding="utf-8")


def test_what_is_borrowed_is_pinned_by_its_bytes() -> None:
    """And by no address, so that anyone's registry will do."""
    lock = json.loads((PROJECT / "audits/package-lock.json").read_text(encoding="utf-8"))
    borrowed = {name: told for name, told in lock["packages"].items() if name}
    assert borrowed
    assert [] == [name for name, told in borrowed.items() if "resolved" in told or "integrity" not in told]
