"""What the design promises, in a real browser: the first screen of the home page, the line, and headings in Korean."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

FIRST_SCREEN = ("h1", ".front__standing svg:visible", ".front__standing .chart__note a >> nth=0", ".front__next time",
                ".front__link >> nth=2")  # fmt: skip
"""The definition, the chart, its source, the next date, and the last of three things to do."""
SIZES = 6
"""How many sizes of text there are."""
BROKEN_WORDS = """() => [...document.querySelectorAll("h1, h2, h3")].flatMap(heading => {
  const broken = [], walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const word of node.data.matchAll(/[가-힣]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
      if (lines.size > 1) broken.push(word[0]);
    }
  return broken;
})"""


def bottoms(page: Page) -> dict[str, float]:
    """Return how far down each part of the first screen ends."""
    boxes = {part: page.locator(part).first.bounding_box() for part in FIRST_SCREEN}
    return {part: box["y"] + box["height"] for part, box in boxes.items() if box}


@pytest.mark.parametrize("path", ["", "en/"])
def test_the_first_screen_on_a_desk_says_what_it_is_where_we_stand_what_is_next_and_what_to_do(
    browser: Browser, address: str, path: str
) -> None:
    """Without scrolling, in 1280 by 800 pixels."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + path)
    found = bottoms(page)
    page.close()
    assert set(FIRST_SCREEN) == found.keys()
    assert max(found.values()) <= 800


def test_the_first_screen_on_a_telephone_says_all_that_too(browser: Browser, address: str) -> None:
    """In 390 by 844 pixels."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    found = bottoms(page)
    page.close()
    assert set(FIRST_SCREEN) == found.keys()
    assert max(found.values()) <= 844


def test_the_smallest_telephone_shows_the_line_and_its_source(context: BrowserContext, address: str) -> None:
    """In 320 by 700 pixels; what is next follows below."""
    page = context.new_page()
    page.goto(address)
    found = bottoms(page)
    assert max(found[part] for part in FIRST_SCREEN[:3]) <= 700


@pytest.mark.parametrize("path", ["", "about/", "strategy/", "tasks/", "questions/", "timeline/", "target-2030/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_korean_word_in_a_heading_is_broken(browser: Browser, address: str, path: str, width: int) -> None:
    """Lines end between words."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + path)
    broken = page.evaluate(BROKEN_WORDS)
    page.close()
    assert [] == broken


def test_a_status_is_told_by_its_mark_where_colours_are_forced(browser: Browser, address: str) -> None:
    """The strokes take the colour of text, and differ in form."""
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}tasks/")
    marks = page.locator(".status__mark")
    colours = marks.evaluate_all("marks => marks.map(mark => getComputedStyle(mark).stroke)")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    forms = set(marks.evaluate_all("marks => marks.map(mark => mark.innerHTML)"))
    context.close()
    assert colours
    assert ground not in colours
    assert len(forms) > 1


def test_what_is_ahead_is_hollow_on_the_timeline(context: BrowserContext, address: str) -> None:
    """The goals of the years to come, and nothing that is past."""
    page = context.new_page()
    page.goto(f"{address}timeline/")
    ahead = page.locator(".timeline__item--ahead .entries__when").all_inner_texts()
    assert {"2030년", "2050년"} <= set(ahead)
    assert not [when for when in ahead if when.startswith(("2020", "2021", "2022"))]


def test_the_counts_by_status_add_up_to_all_named_tasks(context: BrowserContext, address: str) -> None:
    """Each says of how many it is a part."""
    page = context.new_page()
    page.goto(address)
    counts = [list(map(int, re.findall(r"\d+", told))) for told in page.locator(".tally__count").all_inner_texts()]
    assert 1 == len({total for total, _ in counts})
    assert counts[0][0] == sum(count for _, count in counts)


def test_text_has_few_sizes(browser: Browser, address: str) -> None:
    """Six at most on a page; small print of a figure in a drawing is drawn, and not counted."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    found: set[Any] = set()
    for path in ("", "events/", "tasks/green-finance-best-practice/"):
        page.goto(address + path)
        found |= set(
            page.evaluate("""() => [...document.querySelectorAll("body *")]
            .filter(it => !it.closest("svg, sup, code, button, input") && [...it.childNodes].some(
                node => node.nodeType === 3 && node.data.trim()))
            .map(it => getComputedStyle(it).fontSize)""")
        )
    page.close()
    assert len(found) <= SIZES
