"""Where pages come out: one of every kind, in both languages, and nothing else."""

import pytest

from tests.campaign import Tree
from tests.pages import document, text
from tests.sites import SCRIPTS

PAGES = {
    "": ("첫 화면", "Home page"),
    "about/": ("소개", "About"),
    "corrections/": ("바로잡은 것", "What we corrected"),
    "strategy/": ("전략 목록", "All of the strategy"),
    "strategy/plan/": ("추진전략", "The strategy"),
    "tasks/": ("과제 목록", "All tasks"),
    "tasks/solar-roofs/": ("햇빛 지붕", "Sun on the roofs"),
    "meetings/": ("회의 목록", "All meetings"),
    "meetings/third/": ("세 번째 회의", "The third meeting"),
    "news/": ("소식 목록", "All news"),
    "news/release/": ("회의를 열었습니다", "A meeting was held"),
    "events/": ("행사 목록", "All events"),
    "events/arbor-day/": ("식목일", "Arbor Day"),
    "actions/": ("실천 목록", "All actions"),
    "actions/switch-off/": ("불 끄기", "Lights off"),
    "indicators/": ("지표 목록", "All indicators"),
    "indicators/emissions/": ("온실가스 배출량", "Greenhouse gas emissions"),
    "sources/": ("출처 목록", "All sources"),
    "sources/inventory/": ("배출 통계", "Inventory"),
    "sources/report/": ("보고서", "The report"),
    "agencies/": ("기관 목록", "All agencies"),
    "agencies/energy-office/": ("에너지청", "Energy Office"),
    "agencies/forest-service/": ("숲관리청", "숲관리청"),
    "glossary/": ("용어 풀이", "All terms"),
    "figures/": ("숫자 목록", "All figures"),
    "questions/": ("질문 목록", "All questions"),
    "quiz/": ("퀴즈", "The quiz"),
    "timeline/": ("걸어온 길", "The timeline"),
    "tasks/status/": ("과제의 상태는 이런 뜻입니다", "What the status of a task means"),
    "search/": ("찾기", "Search"),
}
RECORDS = {
    "en/glossary/": ("net-zero", "As much is taken up as is given off."),
    "en/figures/": ("emissions", "727.6 million tonnes"),
    "en/questions/": ("why", "Because it gets warmer."),
    "en/quiz/": ("when", "That is the goal."),
    "en/timeline/": ("goal-set", "The goal is set"),
}


@pytest.mark.parametrize("address", PAGES)
def test_korean_is_at_the_root(campaign: Tree, address: str) -> None:
    """Each thing has a Korean page, without a prefix, under the address of its kind."""
    page = campaign[f"{address}index.html"]
    assert document(page).get("lang") == "ko"
    assert PAGES[address][0] in text(page)


@pytest.mark.parametrize("address", PAGES)
def test_english_is_under_its_prefix(campaign: Tree, address: str) -> None:
    """Each thing has an English page under the same address below en/."""
    page = campaign[f"en/{address}index.html"]
    assert document(page).get("lang") == "en"
    assert PAGES[address][1] in text(page)


def test_nothing_else_comes_out(campaign: Tree) -> None:
    """Besides those pages there are only what they load or offer, the not-found pages, robots.txt and the manifest."""
    pages = {f"{prefix}{address}index.html" for prefix in ("", "en/") for address in PAGES}
    others = {
        "404.html",
        "en/404.html",
        "robots.txt",
        "build-manifest.json",
        "indicators/emissions.csv",
        *(f"{prefix}events{calendar}.ics" for prefix in ("", "en/") for calendar in ("", "/arbor-day")),
        "assets/site.css",
        "assets/icon.svg",
        *(f"assets/{script}" for script in SCRIPTS),
    }
    found = {_without_fingerprint(path) for path in campaign if not path.startswith("search-index/")}
    assert pages | others == found


@pytest.mark.parametrize("address", RECORDS)
def test_short_records_share_a_page_and_have_an_anchor_each(campaign: Tree, address: str) -> None:
    """A term, figure, question, quiz item or milestone stands on the page of its kind, under its id."""
    anchor, words = RECORDS[address]
    page = campaign[f"{address}index.html"]
    assert anchor in {element.get("id") for element in document(page).iter()}
    assert words in text(page)


def test_the_data_of_an_indicator_is_a_table(campaign: Tree) -> None:
    """An indicator shows its CSV file as a table with headed columns and rows."""
    table = document(campaign["en/indicators/emissions/index.html"]).find(".//table")
    assert table is not None
    assert [["Year", "Emissions (Mt)"], ["2017", "709.1"], ["2018", "727.6"]] == [
        ["".join(cell.itertext()).strip() for cell in row] for row in table.iter("tr")
    ]


def _without_fingerprint(path: str) -> str:
    stem, *_, suffix = path.split(".")
    return f"{stem}.{suffix}"
