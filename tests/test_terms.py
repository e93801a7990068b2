"""Terms on pages: where they are found, and that what they mean opens in place, for whoever reads however."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from sitegen.convert import convert
from sitegen.plan.uses import first_uses, forms
from tests.browser import Serve
from tests.case_files import cases
from tests.pages import dead_addresses, document, links, words_in
from tests.sites import CAMPAIGN, built, edit, plant, run

KOREAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "carbon-neutrality": ("탄소중립",),
        "strategy": ("2050 탄소중립 추진전략", "탄소중립 추진전략"),
        "greenhouse-gas": ("온실가스",),
        "target": ("국가 온실가스 감축목표", "NDC"),
        "emissions-trading": ("배출권거래제", "ETS"),
        "emission": ("배출",),
        "scenario": ("시나리오",),
        "circular-economy": ("순환경제",),
        "ccus": ("CCUS",),
        "p4g": ("P4G",),
        "research": ("R&D",),
    }
)
ENGLISH: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "carbon-neutrality": ("carbon neutrality", "net zero"),
        "greenhouse-gas": ("greenhouse gas",),
        "target": ("nationally determined contribution", "NDC"),
        "emissions-trading": ("emission trading scheme",),
        "inventory": ("greenhouse gas inventory", "inventory"),
        "ccus": ("CCUS",),
        "p4g": ("P4G",),
        "earth-day": ("Earth Day",),
        "box": ("box",),
        "beach": ("beach",),
    }
)
GLOSSARY = """
-- content/glossary.yaml --
- id: net-zero
  term: {ko: 탄소중립, en: net zero}
  also: {ko: [넷제로], en: [carbon neutrality]}
  hanja: 炭素中立
  short: {ko: 내보낸 만큼 거두는 상태입니다., en: As much is taken up as is given off.}
  long: {ko: 더하고 빼면 영입니다., en: The sum is zero.}
  see: [sink]
  sources: [report]
- id: sink
  term: {ko: 흡수원, en: sink}
  short: {ko: 온실가스를 거두는 곳입니다., en: It takes up greenhouse gases.}
- id: ets
  term: {ko: ETS}
  short: {ko: 배출권을 사고파는 제도입니다.}
-- content/pages/about.ko.md --
---
title: 소개
summary: 소개합니다.
---
탄소중립을 위해 흡수원을 늘립니다. 탄소중립은 목표입니다.
-- content/pages/about.en.md --
---
title: About
summary: What this is.
---
Net zero (sinks) and ETS.
"""
ABOUT, HERE = "about/index.html", "content/glossary.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign with a glossary and a page that uses its terms."""
    return plant(plant(tmp_path_factory.mktemp("terms"), CAMPAIGN), GLOSSARY)


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[str, bytes]:
    """Its finished files."""
    return built(folder)


@pytest.fixture
def page(browser: Browser, served: Serve, folder: Path, site: dict[str, bytes]) -> Iterator[Page]:
    """The page on a small phone that is touched, without scripts."""
    assert site
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{served(folder / 'site')}about/")
    yield opened
    context.close()


def marked(body: str, called: Mapping[str, tuple[str, ...]], language: str) -> str:
    """Return a body as HTML with every explained use as {term:word}; no link leads anywhere."""
    html, at = "#".join(convert(body).html.parts), 0
    said = ""
    for use in first_uses(html, forms(called, language)):
        said += f"{html[at : use.start]}{{{use.term}:{html[use.start : use.end]}}}"
        at = use.end
    return said + html[at:]


def led(word: str, meaning: str, more: str) -> tuple[str, str]:
    """Return a word with what it opens, as `shown` does."""
    return word, f"{meaning} {more.replace('<', chr(0x2018)).replace('>', chr(0x2019))}"


def shown(page: bytes) -> list[tuple[str, str]]:
    """Return the words that are buttons on a page, each with what it opens."""
    tree = document(page)
    notes = {element.attrib["id"]: words_in(element) for element in tree.iter("span") if "popover" in element.attrib}
    return [(words_in(button), notes[button.attrib["popovertarget"]]) for button in tree.iter("button")]


@pytest.mark.parametrize(("body", "expected"), cases("terms/ko.md"))
def test_terms_in_korean(body: str, expected: str) -> None:
    """Each where a text uses it first."""
    assert expected == marked(body, KOREAN, "ko")


@pytest.mark.parametrize(("body", "expected"), cases("terms/en.md"))
def test_terms_in_english(body: str, expected: str) -> None:
    """Each where a text uses it first."""
    assert expected == marked(body, ENGLISH, "en")


def test_other_languages_have_terms_as_they_are_written() -> None:
    """Word by word, with a capital where a sentence begins: nothing is known of their plurals."""
    assert "<p>{a:Neutralité} carbone, neutralités</p>" == marked(
        "Neutralité carbone, neutralités", {"a": ("neutralité",)}, "fr"
    )


def test_a_page_explains_the_first_use_of_each_term(site: dict[str, bytes]) -> None:
    """In its own language, and leads to the glossary."""
    assert [
        led("탄소중립", "탄소중립 내보낸 만큼 거두는 상태입니다.", "<탄소중립> 용어집에서 보기"),
        led("흡수원", "흡수원 온실가스를 거두는 곳입니다.", "<흡수원> 용어집에서 보기"),
    ] == shown(site[ABOUT])
    assert [
        led("Net zero", "net zero As much is taken up as is given off.", "<net zero> in the glossary"),
        led("sinks", "sink It takes up greenhouse gases.", "<sink> in the glossary"),
    ] == shown(site[f"en/{ABOUT}"])
    assert "../glossary/#net-zero" in {link.href for link in links(site[ABOUT])}
    assert [] == dead_addresses(site)


def test_the_words_of_the_page_stay_as_they_are(site: dict[str, bytes]) -> None:
    """A particle stands right behind its term, and a bracket right before it."""
    (prose,) = (part for part in document(site[ABOUT]).iter("div") if part.get("class") == "prose")
    (english,) = (part for part in document(site[f"en/{ABOUT}"]).iter("div") if part.get("class") == "prose")
    for part in (prose, english):
        for note in [element for element in part.iter("span") if "term" in element.get("class", "").split()]:
            note[:] = [child for child in note if child.tag == "button"]
    assert "탄소중립을 위해 흡수원을 늘립니다. 탄소중립은 목표입니다." == "".join(prose.itertext()).strip()
    assert "Net zero (sinks) and ETS." == "".join(english.itertext()).strip()


@pytest.mark.parametrize(
    "text",
    [
        "-- content/pages/glossary.ko.md --\n---\ntitle: 용어\nsummary: 용어입니다.\nlists: term\n---\n탄소중립\n",
        "-- content/sources/report.ko.md --\n{}\n탄소중립\n",
        "-- content/news/release.ko.md --\n{}\n탄소중립\n",
    ],
    ids=["the glossary", "a source", "a text that is reproduced"],
)
def test_some_pages_explain_nothing(tmp_path: Path, text: str) -> None:
    """Where the terms are explained anyway, or the words are somebody else's."""
    path = text.split()[1]
    folder = plant(plant(tmp_path, CAMPAIGN), GLOSSARY)
    before = (folder / path).read_text("utf-8").rstrip()
    edit(folder, {path: text.partition("\n")[2].replace("{}", before)})
    made = built(folder)
    output = path.removeprefix("content/").removeprefix("pages/").replace(".ko.md", "/index.html")
    assert "<p>탄소중립</p>" in made[output].decode()
    assert [] == shown(made[output])


def test_other_news_explain_terms(tmp_path: Path) -> None:
    """They are the site's own words."""
    folder = plant(plant(tmp_path, CAMPAIGN), GLOSSARY)
    path = "content/news/release.ko.md"
    text = (folder / path).read_text("utf-8").replace("reproduces: report\n", "")
    edit(folder, {path: f"{text.rstrip()}\n탄소중립\n"})
    assert 0 == run(folder, "seal", "report").returncode
    assert ["탄소중립"] == [word for word, _ in shown(built(folder)["news/release/index.html"])]


def test_a_meaning_that_is_written_in_another_language_only_is_marked(tmp_path: Path) -> None:
    """So that it is read out in that language."""
    folder = plant(plant(tmp_path, CAMPAIGN), GLOSSARY)
    edit(folder, {HERE: "- {id: net-zero, term: {ko: 용어, en: net zero}, short: {ko: 거두는 상태입니다.}}\n"})
    page = document(built(folder)[f"en/{ABOUT}"])
    (meaning,) = (part for part in page.iter("span") if part.get("class") == "term__meaning")
    assert ("거두는 상태입니다.", "ko") == (meaning.text, meaning.get("lang"))


def test_a_change_of_a_term_makes_only_those_pages_anew_that_show_it(tmp_path: Path) -> None:
    """And they are what a build from nothing makes."""
    folder = plant(plant(tmp_path, CAMPAIGN), GLOSSARY)
    built(folder)
    glossary = (folder / HERE).read_text("utf-8")
    for new, pages in (
        (glossary.replace("거두는 곳입니다", "빨아들이는 곳입니다"), {ABOUT, "glossary/index.html"}),
        (glossary.replace("{ko: 흡수원, ", "{ko: 흡수, "), {ABOUT, "glossary/index.html", "en/glossary/index.html"}),
        (f"{glossary}- {{id: goal, term: {{ko: 목표}}, short: {{ko: 이루려는 것입니다.}}}}\n", None),
    ):
        before = built(folder)
        edit(folder, {HERE: new})
        after = built(folder)
        assert after == built(folder, "--output", str(tmp_path / "anew"), "--no-cache")
        changed = {path for path in after if path.endswith(".html") and after[path] != before.get(path)}
        assert pages is None or pages == changed
        edit(folder, {HERE: glossary})
        built(folder)


def test_the_glossary_is_in_the_order_of_each_language(site: dict[str, bytes]) -> None:
    """Under initials, with an index of them."""
    assert ["ㅌ", "ㅎ", "E"] == _headings(site["glossary/index.html"], "h2")
    assert ["탄소중립", "흡수원", "ETS"] == _headings(site["glossary/index.html"], "h3")
    assert ["E", "N", "S"] == _headings(site["en/glossary/index.html"], "h2")
    hrefs = [link.href for link in links(site["glossary/index.html"])]
    assert {"#page.initial-ㅌ", "#page.initial-ㅎ", "#page.initial-E", "#sink", "../sources/report/"} <= {*hrefs}


def test_the_glossary_says_what_else_a_term_is_called(site: dict[str, bytes]) -> None:
    """In the language of the page, in Chinese characters, and in the other languages, each marked as what it is."""
    (korean,) = (part for part in document(site["glossary/index.html"]).iter("article") if part.get("id") == "net-zero")
    assert "다른 이름 넷제로 한자 炭素中立 영어 net zero" in words_in(korean)
    assert {"炭素中立": "ko-Hani", "net zero": "en"} == {
        words_in(part): part.attrib["lang"] for part in korean.iter("span") if "lang" in part.attrib
    }
    assert "Also called carbon neutrality" in words_in(document(site["en/glossary/index.html"]).find("body"))


def test_a_term_is_opened_and_closed_by_keyboard(page: Page) -> None:
    """Its link is the next stop, and Escape leads back to the word."""
    word, note = page.get_by_role("button", name="탄소중립"), page.locator(".term__note").first
    word.focus()
    page.keyboard.press("Enter")
    assert note.is_visible()
    page.keyboard.press("Tab")
    assert note.get_by_role("link").evaluate("link => link === document.activeElement")
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert word.evaluate("button => button === document.activeElement")


def test_a_term_is_opened_and_closed_by_touch(page: Page) -> None:
    """By the word itself, by a tap elsewhere, and by opening another one."""
    first, second = page.locator(".term__note").all()
    words = page.locator(".term__word").all()
    words[0].tap()
    assert first.is_visible()
    words[0].tap()
    assert not first.is_visible()
    words[0].tap()
    page.get_by_role("heading", level=1).tap()
    assert not first.is_visible()
    words[0].tap()
    page.keyboard.press("Escape")
    words[1].tap()
    assert (first.is_visible(), second.is_visible()) == (False, True)


def test_what_opens_fits_a_small_phone(page: Page) -> None:
    """Whole, beside the word, which stays in sight."""
    for word, note in zip(page.locator(".term__word").all(), page.locator(".term__note").all(), strict=True):
        word.tap()
        box, spot = note.bounding_box(), word.bounding_box()
        assert box is not None
        assert spot is not None
        assert 0 <= box["x"]
        assert box["x"] + box["width"] <= 320
        assert 0 <= box["y"]
        assert box["y"] + box["height"] <= 640
        assert box["y"] >= spot["y"] + spot["height"] or box["y"] + box["height"] <= spot["y"]


def test_a_particle_is_not_parted_from_its_term(page: Page) -> None:
    """However narrow the page is, both stand on one line."""
    for width in range(120, 320, 9):
        page.set_viewport_size({"width": width, "height": 640})
        (term,) = page.locator("p > .term").nth(0).all()
        assert _is_on_one_line(term.evaluate(TOPS))


def test_a_line_after_a_term_begins_at_its_edge(page: Page) -> None:
    """Not with the space that stands before its first word."""
    page.goto(page.url.replace("about/", "en/about/"))
    indents = set()
    for width in range(80, 200, 5):
        page.set_viewport_size({"width": width, "height": 640})
        indents.add(page.locator("p > .term").nth(0).evaluate(INDENT))
    assert indents == {None, 0}


INDENT = """term => {
  const range = document.createRange();
  range.setStart(term.nextSibling, 1);
  range.setEnd(term.nextSibling, 2);
  const [word, next] = [term.querySelector("button"), range].map(it => it.getBoundingClientRect());
  return next.top < word.bottom ? null : next.left - term.parentElement.getBoundingClientRect().left;
}"""

TOPS = """term => {
  const range = document.createRange();
  range.setStart(term.nextSibling, 0);
  range.setEnd(term.nextSibling, 1);
  const word = term.querySelector("button").getBoundingClientRect();
  return [word.top, word.bottom, range.getBoundingClientRect().top];
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_an_open_term(browser: Browser, served: Serve, folder: Path, theme: str) -> None:
    """Nor in the glossary, in either theme."""
    opened = browser.new_page(
        viewport={"width": 320, "height": 640}, color_scheme="dark" if theme == "dark" else "light"
    )
    address = served(folder / "site")
    opened.goto(f"{address}about/")
    opened.locator(".term__word").first.click()
    found = [Axe().run(opened)]
    opened.goto(f"{address}glossary/")
    found.append(Axe().run(opened))
    opened.close()
    assert [0, 0] == [each.violations_count for each in found], [each.generate_report() for each in found]


def test_print_shows_the_word_and_no_box(page: Page) -> None:
    """Nothing on paper can be opened."""
    page.locator(".term__word").first.tap()
    page.emulate_media(media="print")
    assert page.locator(".term__word").first.is_visible()
    assert not page.locator(".term__note").first.is_visible()


def test_questions_have_an_index_and_say_when_they_were_checked(tmp_path: Path) -> None:
    """And lead to pages to read on."""
    folder = plant(tmp_path, CAMPAIGN)
    questions = (folder / "content/questions.yaml").read_text("utf-8")
    edit(folder, {"content/questions.yaml": f"{questions}  related: [tasks]\n"})
    page = built(folder)["en/questions/index.html"]
    (index,) = (part for part in document(page).iter("nav") if part.get("aria-label") == "The questions")
    assert [("#why", "Why do it?")] == [(link.attrib["href"], link.text) for link in index.iter("a")]
    (answer,) = (part for part in document(page).iter("section") if part.get("id") == "why")
    assert "Because it gets warmer. Read on All tasks Answer last checked: 1 June 2026" in words_in(answer)


def _headings(page: bytes, level: str) -> list[str]:
    main = document(page).find("body/main")
    assert main is not None
    return [words_in(heading) for heading in main.iter(level)]


def _is_on_one_line(tops: list[float]) -> bool:
    top, bottom, particle = tops
    return top - 2 <= particle < bottom
