"""Searching: what a first search finds and costs, and how it is used, in a real browser; how the index is made."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sitegen.files import Output
from sitegen.plan import Assets, Witness, units
from sitegen.results import FORGETFUL, Making, Recollection, Result
from sitegen.search import Pile, Said, numbering, text_files, word_files
from sitegen.search.bundles import shard_of
from sitegen.search.letters import lettered
from sitegen.search.numbering import FREE
from sitegen.search.words import END, START, WHOLE, WITHIN, bare, evened, initials, keys_of, stem, words_in
from sitegen.urls import Linker
from tests.campaign import Tree
from tests.in_memory import assembled
from tests.searching import FIRST, Answer, Query, answer, gold
from tests.sites import CAMPAIGN, MINIMAL, built, plant

A = TypeVar("A")
LIMIT = 100_000  # bytes of a first search
QUERIES = [(where, query) for where, queries in gold().items() for query in queries]
SAMPLE = QUERIES[::9]
"""Some of every sort; `python -m scripts.recall` asks them all, and so does an audit."""
KOREAN = "search/"
WORDS = {
    "탄소중립을 향해": ["탄소중립을", "향해"],
    "CO₂와 P4G, \uff2e\uff24\uff23": ["co2", "p4g", "ndc"],
    "2030년까지 7억 2,760만 톤": ["2030", "년까지", "7", "2760", "톤"],
    "The Emissions of Korea\u2019s cities": ["emissions", "korea", "cities"],
    "온실가스에서는 고속도로": ["온실가스에서는", "고속도로"],
    "Cities save gases": ["cities", "save", "gases"],
    "ㅌㅅㅈㄹ": ["ㅌㅅㅈㄹ"],
    "炭素中立": ["炭素中立"],
}


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """The search page in Korean, before anything is asked."""
    opened = context.new_page()
    opened.goto(address + KOREAN)
    return opened


def _ask(page: Page, text: str) -> None:
    page.get_by_label("찾는 말").fill(text)
    page.keyboard.press("Enter")


def test_enough_of_what_people_look_for_is_among_the_first_results(browser: Browser, address: str) -> None:
    """Of a sample of what citizens would type, at least 95 of 100; and no first search transfers more than 100 KB."""
    answers = list(_answers(browser, address, SAMPLE))
    _expect_recall(answers)
    assert max(found.weight for _, found in answers) <= LIMIT


@pytest.mark.audit
def test_enough_of_everything_is_among_the_first_results(browser: Browser, address: str) -> None:
    """Of all of it."""
    _expect_recall(list(_answers(browser, address, QUERIES)))


def _answers(browser: Browser, address: str, queries: list[tuple[str, Query]]) -> Iterator[tuple[Query, Answer]]:
    page = browser.new_page()
    for where, query in queries:
        yield query, answer(page, address, where, query.text)
    page.close()


def _expect_recall(answers: list[tuple[Query, Answer]]) -> None:
    wanted = sum(len(query.wanted) for query, _ in answers)
    missing = [(query.text, found.found[:FIRST]) for query, found in answers for _ in found.missing(query)]
    assert len(missing) <= 0.05 * wanted, missing


def test_enter_searches_and_says_how_much_was_found(page: Page) -> None:
    """In a line that screen readers read out; the address says what was asked for."""
    _ask(page, "식목일")

    expect(page.get_by_role("status")).to_contain_text("찾기 결과는")
    assert page.url.endswith("?q=%EC%8B%9D%EB%AA%A9%EC%9D%BC")
    assert page.get_by_label("찾는 말").input_value() == "식목일"


def test_results_stand_in_lists_under_what_they_are(page: Page) -> None:
    """A heading for each kind, in words, and links in a list."""
    _ask(page, "식목일")
    event = page.locator("section", has=page.get_by_role("heading", name="행사", exact=True))

    expect(event.get_by_role("list").get_by_role("link", name="나무를 심는 식목일")).to_be_visible()


def test_what_was_found_is_marked(page: Page) -> None:
    """In the title and in the excerpt, within a longer word and across a space."""
    _ask(page, "탄소중립")
    marks = page.locator("[data-search-results] mark")

    expect(marks.first).to_have_text("탄소중립")
    assert {"탄소중립"} <= {*marks.all_inner_texts()}


def test_what_somebody_types_is_never_markup(page: Page) -> None:
    """It is told as it was typed."""
    _ask(page, "<img src=x onerror=alert(1)> 식목일")

    expect(page.get_by_role("status")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_nothing_found_is_said_with_other_ways(page: Page) -> None:
    """The lists stay below."""
    _ask(page, "쿼크글루온")

    expect(page.get_by_role("status")).to_contain_text("찾기 결과가 없습니다")
    expect(page.get_by_role("link", name="자주 묻는 질문과 답")).to_be_visible()


def test_more_results_come_when_asked_for(page: Page) -> None:
    """Ten at a time."""
    _ask(page, "탄소중립")
    links = page.locator("[data-search-results] a")
    expect(links).to_have_count(10)
    page.get_by_role("button", name="10건 더 보기").press("Enter")

    expect(links).to_have_count(20)


def test_back_leads_to_what_was_asked_before(page: Page) -> None:
    """And forward again."""
    _ask(page, "식목일")
    expect(page.get_by_role("status")).to_contain_text("식목일")
    _ask(page, "밥솥")
    expect(page.get_by_role("status")).to_contain_text("밥솥")
    page.go_back()

    expect(page.get_by_role("status")).to_contain_text("식목일")
    assert page.get_by_label("찾는 말").input_value() == "식목일"


def test_a_single_key_does_nothing_outside_of_the_field(page: Page) -> None:
    """No shortcut that speech or a slip could press (KWCAG 2.1.4, 6.1.4)."""
    page.locator("body").press("/")

    assert page.locator(":focus").count() == 0


def test_the_index_is_loaded_only_when_something_is_asked(context: BrowserContext, address: str) -> None:
    """Not with the page."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + KOREAN)
    page.wait_for_load_state("networkidle")

    assert [] == [url for url in asked if url.endswith(".json")]


def test_a_search_goes_on_without_a_connection_where_everything_is_there(page: Page, context: BrowserContext) -> None:
    """And says so where it is not."""
    _ask(page, "식목일")
    expect(page.get_by_role("status")).to_contain_text("찾기 결과는")
    context.set_offline(True)
    _ask(page, "쓰레기")
    expect(page.get_by_role("status")).to_contain_text("파일을 받지 못했습니다")
    _ask(page, "식목일")

    expect(page.get_by_role("status")).to_contain_text("식목일")


def test_without_scripts_the_page_says_so(browser: Browser, address: str) -> None:
    """And shows no field that would do nothing."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + KOREAN)

    assert page.get_by_text("자바스크립트를 켜야 합니다").is_visible()
    assert not page.locator("[data-search]").is_visible()
    page.close()


def test_the_header_leads_to_it(context: BrowserContext, address: str) -> None:
    """From every page, with a word."""
    page = context.new_page()
    page.goto(f"{address}en/tasks/")
    page.get_by_role("banner").get_by_role("link", name="Search").click()

    page.wait_for_url("**/en/search/")


@pytest.mark.parametrize("text", WORDS)
def test_words_are_the_same_to_the_script_and_to_the_build(text: str, page: Page, address: str) -> None:
    """And so are the shards in which they stand; the script leaves out nothing that says little, as nobody asks."""
    published = page.locator("script[src]").get_attribute("src") or ""
    entry = page.request.get(f"{address}{published.removeprefix('../')}").text()
    name = next(part for part in entry.split('"') if part.startswith("./search-words"))
    asked = "async ([url, text]) => { const {bare, keysOf, shardOf, stem, wordsIn} = await import(url);"
    each = "[word, keysOf(word), shardOf(keysOf(word)[0], 5), bare(stem(word))]"
    told = page.evaluate(
        f"{asked} return wordsIn(text).map(word => {each}) }}",
        [f"{address}assets/{name.removeprefix('./')}", text],
    )
    known = [each[:3] for each in told if each[0] not in {"the", "of"}]

    assert WORDS[text] == list(words_in(text))
    assert WORDS[text] == [word for word, _, _ in known]
    assert all({*keys} <= {*keys_of(word)} for word, keys, _ in known)
    assert all(shard_of(keys[0], 5) == shard for _, keys, shard in known)
    assert [bare(stem(word)) for word, *_ in told] == [said for *_, said in told]


def test_scripts_stay_small(address: str, page: Page) -> None:
    """Below 3 KB each, as published: so that each can be read at once."""
    manifest = page.request.get(f"{address}build-manifest.json").json()
    scripts = {each["path"]: each["size"] for each in manifest["files"] if each["path"].endswith(".js")}
    assert {path: size for path, size in scripts.items() if "search" in path and size > 3072} == {}


def test_a_site_that_names_no_page_for_it_has_nothing_of_it(tmp_path: Path) -> None:
    """Neither files nor a way to them."""
    site = built(plant(tmp_path, MINIMAL))
    assert not [path for path in site if path.startswith("search-index/")]
    assert b"header__search" not in site["index.html"]


def test_an_index_is_json(campaign: Tree) -> None:
    """All of it: what looks for leaks reads it like any other file."""
    index = {path: json.loads(data) for path, data in campaign.items() if path.startswith("search-index/")}
    assert {"search-index/ko/names.json", "search-index/en/names.json"} <= index.keys()


def test_a_number_stays_when_others_come() -> None:
    """So that files that do not tell of what is new stay as they are."""
    before = numbering({"task": [f"task-{number}" for number in range(100)], "term": ["a"]})
    after = numbering({"task": [f"task-{number}" for number in range(101)], "term": ["a"]})
    moved = [thing for thing, number in before.numbers.items() if after.numbers[thing] != number]

    assert len(moved) <= 2
    assert len({*after.numbers.values()}) == 102
    assert after.width - FREE == 7


def test_an_edit_changes_the_files_of_its_words_only() -> None:
    """Of all that are there."""
    before, after = _files("해가 뜹니다"), _files("해가 집니다")
    changed = {name for name in before | after if before.get(name) != after.get(name)}

    assert 0 < len(changed) < 6 < len(before)


@pytest.mark.parametrize(
    ("before", "after"),
    [("locale: en_GB", "locale: en_ZA"), ("value: 727600000", "value: 728600000")],
    ids=["how the language writes numbers", "a figure that an update of a task tells"],
)
def test_what_is_remembered_of_an_index_is_forgotten_when_it_says_something_else(before: str, after: str) -> None:
    """So that an index is what one is that is made from nothing."""
    told = CAMPAIGN.replace("en: Roofs were chosen.", "en: 'Roofs were chosen for [=emissions].'")
    memory = Memory()
    _indexed(told, MINIMAL, memory)
    edited = told.replace(before, after), MINIMAL.replace(before, after)

    assert _indexed(*edited, memory) == _indexed(*edited, FORGETFUL) != _indexed(told, MINIMAL, FORGETFUL)


class Memory:
    """Keeps every result for good."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, bytes], Result] = {}

    def heads(self, function: Making[A], asked: Mapping[bytes, Callable[[], A]]) -> Sequence[bytes]:
        """Return the head of each result that is asked for."""
        return [self._result(function, key, argument).head for key, argument in asked.items()]

    def rest(self, function: Making[A], key: bytes, argument: Callable[[], A]) -> bytes:
        """Return the rest of one result."""
        return self._result(function, key, argument).rest

    def _result(self, function: Making[A], key: bytes, argument: Callable[[], A]) -> Result:
        name = function.__name__, key
        if name not in self._known:
            (self._known[name],) = function([argument()])
        return self._known[name]


def _indexed(text: str, base: str, recollection: Recollection) -> dict[str, bytes]:
    """Return the files in which readers of English search."""
    found = assembled(text, base)
    assets = Assets("assets/site.css", "assets/icon.svg", (), {"share": "assets/share.js"})
    unit = next(unit for unit in units(found.site, Linker(), assets) if unit.name == "search/en")
    made = unit.make(Witness(found.site, found.html.__getitem__, recollection=recollection))
    return {file.path: file.data for file in made if isinstance(file, Output)}


def test_a_list_names_a_thing_once_however_many_words_have_its_key() -> None:
    """So that no list, and so no file, grows with the forms in which a frequent word stands."""
    one = _lines("탄소중립은 탄소 배출을 줄입니다")
    many = _lines("탄소중립은 탄소 배출을 줄입니다. 탄소중립을, 탄소중립이, 탄소가, 저탄소로, 탄소국경조정")

    assert one["탄소"] == many["탄소"]


def _lines(text: str) -> dict[str, str]:
    """Return the list of each key, as the files have it."""
    lines = [line for name, data in _files(text).items() if name.startswith("words-") for line in json.loads(data)]
    return dict(line.split(" ") for line in lines)


def test_a_key_stands_at_the_end_before_a_particle_too() -> None:
    """And whole where nothing but a particle is left."""
    assert keys_of("탄소중립을").items() >= {"탄소중": START, "소중": WITHIN, "소중립": END, "중립": END}.items()
    assert keys_of("탄소를")["탄소"] == WHOLE
    assert keys_of("물을")["물"] == WHOLE


def test_a_latin_word_is_found_by_its_beginnings_and_a_number_only_whole() -> None:
    """A part of a number is another number, which nobody may have said."""
    assert keys_of("neutrality").items() >= {"neutral": WITHIN, "neutrality": WHOLE}.items()
    assert keys_of("2760") == {"2760": WHOLE}


def _files(text: str) -> dict[str, bytes]:
    said = (
        Said(7, "a/", "첫째 글", (), (), "", (text,)),
        Said(9, "b/", "둘째 글", (), (), "", ("달이 뜨고 별이 빛납니다",)),
    )
    piles = (Pile(text.encode(), lambda: said),)
    words = {f"words-{number}": data for number, data in word_files(piles, 4, FORGETFUL)}
    return words | {f"texts-{number}": data for number, data in text_files(piles, FORGETFUL)}


def test_initial_consonants_are_those_of_the_syllables() -> None:
    """Doubled ones, too."""
    assert initials("탄소중립") == "ㅌㅅㅈㄹ"
    assert initials("까치와") == "ㄲㅊㅇ"


def test_forms_of_a_text_are_one() -> None:
    """Decomposed, wide, in capitals."""
    assert evened("탄소 \uff21\uff22 Co₂") == "탄소 ab co2"


def test_numbers_are_written_in_letters() -> None:
    """The last one is a capital."""
    assert [lettered(number) for number in (0, 25, 26, 700)] == ["A", "Z", "bA", "baY"]
