"""Every number on every finished page of this very site: a figure, cited beside it, or of a sort that needs neither."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from msgspec import Struct

from tests.pages import document, words_in
from tests.sites import PROJECT, run

CITED = re.compile(r"(?:en/)?(?:sources/.+/|news/task-force-3-press-release/)")
NUMBER = re.compile(r"(?<![A-Za-z0-9.,])[0-9]+(?:,[0-9]+)*(?:\.[0-9]+)?")
NAMES = re.compile(r"「[^」]*」|『[^』]*』|2050 탄소중립|2050 Carbon Neutrality")
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
BLOCKS = HEADINGS | frozenset(
    {"article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "header"}
    | {"li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
QUOTED = frozenset({"blockquote", "q"})
"""Words of others, which stand in a passage."""
OWN = frozenset({"svg", "time"})
"""Data that is drawn, and days from facts, which their items' sources say."""

ELSEWHERE = {
    "rows__text": "a thing's title and summary, which its own page, one link away, says with support",
    "opening__answer": "how many there are on this very list, counted",
    "rows__meta": "how many things belong to this one, counted",
    "saving": "what an action saves, with its source beside it, one link away from the passage",
    "kit__step": "a milestone's title, as on the timeline, one link away",
    "kit__minutes": "how long a step is planned to take, on this very page",
    "kit__answers": "which choice is right, counted, and what it says, with the sources of the answer below it",
    "pledge__days": "what an event is called, one link away, and how large its file is, measured",
    "files": "the title of an indicator, whose page, one link away, says it with support",
    "embed__note": "until when the dates above it hold, reckoned from them",
    "snippet": "code to copy",
    "choices": "how many things each choice leaves, counted",
    "choices__options": "how many things each choice leaves, counted",
    "shares": "how many tasks stand so, counted",
    "legend": "how many tasks stand so, counted, and after how many days a mark is set, which is a rule of ours",
    "standing": "since when a task stands so, which its facts say, or those of a meeting, one link away",
    "section__note": "how many of those that a meeting's facts count are named, counted",
    "pagination__numbers": "pages of this very list",
    "download": "how large the file is, measured, and what its columns are called",
    "table": "the data of an indicator, whose page names where all of it comes from",
    "chart": "what of that data the chart shows",
    "facts__value": "facts of the thing, which its sources say",
    "rows__key": "when a meeting was held, as far as its facts know it",
    "opening__note": "of when an agency's name is, which its sources say",
    "section__edition": "of when the figure above it is, as that one's reference says",
    "glossary__names": "what a term is called in the other language",
    "tally": "how many tasks have each status, counted",
    "timeline__title": "an event's theme or a milestone's title; its sources stand beside it, or one link away",
    "entries--figures": "the figures themselves, each with its passage",
    "references": "what is cited",
}
"""Where a number needs neither a figure nor a citation beside it, by the class of what it stands in, and why."""


class Stretch(Struct, frozen=True):
    """The words that stand in a block itself, whether something supports them, and the classes around them."""

    words: str
    tag: str
    is_supported: bool
    is_link: bool
    classes: frozenset[str]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    """Return all pages of this very site but those of sources, and of what reproduces one: they are what is cited."""
    site = tmp_path_factory.mktemp("numbers") / "site"
    done = run(PROJECT, "build", "--output", str(site))
    assert 0 == done.returncode, done.stderr
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {path: document(file.read_bytes()) for path, file in files.items() if not CITED.match(path)}


def stretches(page: Element) -> Iterator[Stretch]:
    """Yield the words of each block in the middle of a page."""
    main = page.find(".//main")
    if main is not None:
        yield from _within(main, frozenset())


def _within(element: Element, around: frozenset[str], *, is_beside: bool = False) -> Iterator[Stretch]:
    """Yield the words of a block, and of those in it; with `is_beside`, what supports them stands in the same row."""
    classes = around | set((element.get("class") or "").split())
    if element.tag in QUOTED | OWN:
        return
    if element.tag in BLOCKS:
        words = NAMES.sub("", " ".join("".join(_own(element)).split()))
        links = [link for link in element.iter("a") if link.get("role") != "doc-noteref"]
        is_link = len(links) == 1 and words_in(links[0]) == words_in(element)
        yield Stretch(words, element.tag, is_beside or _is_supported(element), is_link, classes)
    is_row = element.tag == "tr" and any(map(_is_supported, element))
    for child in element:
        yield from _within(child, classes, is_beside=is_row)


def _own(element: Element) -> Iterator[str]:
    """Yield the words of a block without those of blocks within it, of figures, of others, and of days."""
    yield element.text or ""
    for child in element:
        is_apart = child.tag in BLOCKS | QUOTED | OWN or child.get("role") == "doc-noteref" or "popover" in child.attrib
        if not is_apart:
            yield from _own(child)
        yield f" {child.tail or ''}" if is_apart else child.tail or ""


def _is_supported(block: Element) -> bool:
    """Whether a figure or a citation stands in a block itself, and not only in a block within it."""
    waiting = list(block)
    while waiting:
        element = waiting.pop()
        if element.tag not in BLOCKS:
            if element.get("role") == "doc-noteref":
                return True
            waiting += element
    return False


def unsupported(page: Element, exempt: frozenset[str] = frozenset(ELSEWHERE)) -> list[str]:
    """Return the stretches of a page with numbers that nothing supports."""
    return [
        each.words
        for each in stretches(page)
        if each.tag not in HEADINGS
        and NUMBER.search(each.words)
        and not (each.is_supported or each.is_link or each.classes & exempt)
    ]


def exempt_on(path: str) -> frozenset[str]:
    """Return the classes in which numbers need no support on a page; an agency's says of when its name is, by facts."""
    return frozenset(ELSEWHERE) | ({"opening__summary"} if "agencies/" in path else set())


def test_every_number_on_every_page_is_a_figure_or_cited_or_counted(pages: dict[str, Element]) -> None:
    """In both languages; where it is neither, the table above says why it need not be."""
    found = {path: unsupported(page, exempt_on(path)) for path, page in pages.items()}
    assert {} == {path: words for path, words in found.items() if words}


def test_every_number_in_a_heading_is_said_again_below_it(pages: dict[str, Element]) -> None:
    """With its support, as the test before shows; headings that are a thing's own name in a list are such names."""
    missing = []
    for path, page in pages.items():
        below = " ".join(_below(page.find(".//main")))
        headings = [each for each in stretches(page) if each.tag in HEADINGS and not each.classes & ELSEWHERE.keys()]
        missing += [(path, each.words) for each in headings for number in NUMBER.findall(each.words)
                    if number not in NUMBER.findall(below)]  # fmt: skip
    assert [] == missing


def _below(element: Element | None) -> Iterator[str]:
    """Yield all words but those of headings."""
    if element is not None and element.tag not in HEADINGS:
        yield element.text or ""
        for child in element:
            yield from _below(child)
            yield child.tail or ""


def test_each_reason_is_needed(pages: dict[str, Element]) -> None:
    """None is left from a page that is gone, under which a new number could hide."""
    seen: set[str] = set()
    for page in pages.values():
        for each in stretches(page):
            if NUMBER.search(each.words) and not each.is_supported:
                seen |= each.classes & ELSEWHERE.keys()
    assert ELSEWHERE.keys() == seen


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>숲은 45곳입니다.</p>", ["숲은 45곳입니다."]),
        ('<p>숲은 <a class="figure" role="doc-noteref">45곳</a>입니다.</p>', []),
        ('<p>숲은 45곳입니다.<sup><a role="doc-noteref">[1]</a></sup></p>', []),
        ('<ul><li>숲은 45곳<ul><li>들은 3곳<a role="doc-noteref">[1]</a></li></ul></li></ul>', ["숲은 45곳"]),
        ('<table><tr><td>2018년보다</td><td>40%<a role="doc-noteref">[1]</a></td></tr></table>', []),
        ("<table><tr><td>2018년</td><td>40%</td></tr></table>", ["2018년", "40%"]),
        ("<p>2050 탄소중립과 CO2, 「2030 계획」, <time>2021년</time></p>", []),
        ('<p class="opening__answer">과제 30개</p>', []),
        ('<p><a href="x">45곳의 숲</a></p><p>또 <a href="x">45곳의 숲</a></p>', ["또 45곳의 숲"]),
    ],
)
def test_what_is_looked_for_is_found(body: str, words: list[str]) -> None:
    """Or the tests above would prove nothing."""
    assert words == unsupported(document(f"<main>{body}</main>".encode()))
