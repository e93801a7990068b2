"""Charts, tables and data files of indicators: what is drawn, in which words and colours, and always the same."""

import csv
import gzip
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sitegen.charts import orders
from sitegen.draw import draw_charts, fault_in
from tests.browser import Serve
from tests.in_memory import assembled
from tests.pages import document, words_in
from tests.sites import CHARTED, PROJECT, built, edit, plant, problems, run

GOLDEN = PROJECT / "tests/cases/charts"
INDICATOR = "content/indicators/emissions.ko.md"
CHART = "content/indicators/emissions.chart.yaml"
DATA = "content/indicators/emissions.csv"
PAGE = "indicators/emissions/index.html"
HEAVIEST = 4096  # bytes of a drawing, compressed
FIRST_LINES = """description: {ko: 설명, en: Words}
height: 120
encoding:
  x: {field: year, type: ordinal}
  y: {field: total, type: quantitative}
"""
PROVISIONAL = f"""{FIRST_LINES}layer:
  - mark: {{type: bar}}
  - transform:
      - filter: {{field: provisional, equal: true}}
    mark: {{type: bar, fill: hatch, stroke: line}}
"""
FOREIGN = re.compile(
    r"style=|<style|<script|<image|<a |href|https?:|data:|\son[a-z]+=|font-family|#[0-9a-f]{3}", re.IGNORECASE
)
COLOURED = re.compile(r'(?:fill|stroke)="([^"]*)"')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign with an indicator of which the last value is provisional and one is missing."""
    folder = plant(tmp_path_factory.mktemp("charts"), CHARTED)
    facts = (
        (folder / INDICATOR).read_text(encoding="utf-8").replace("as_of: 2024", "as_of: 2024\nprovisional_from: 2019")
    )
    edit(folder, {INDICATOR: facts, CHART: PROVISIONAL, DATA: "year,total\n2017,1709.10\n2018,\n2019,702.8\n"})
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[str, bytes]:
    """Its finished files."""
    return built(folder)


def drawings(page: bytes) -> list[str]:
    """Return the charts on a page as they are written."""
    return re.findall(r'<svg class="chart__drawing.*?</svg>', page.decode(), re.DOTALL)


def specifications() -> list[str]:
    """Return the charts of the campaign as they are handed to the library."""
    return [order.specification for order in orders(assembled(CHARTED).site, frozenset())]


@pytest.mark.parametrize(("name", "number"), [("narrow.ko", 0), ("wide.ko", 1), ("narrow.en", 2), ("wide.en", 3)])
def test_a_chart_is_drawn_exactly_like_this(name: str, number: int) -> None:
    """In each language and size, to the last byte."""
    (drawn,) = draw_charts([specifications()[number]])
    assert "" == fault_in(drawn.head)
    assert (GOLDEN / f"{name}.svg").read_text(encoding="utf-8") == f"{drawn.rest.decode()}\n"


def test_a_chart_is_the_same_on_every_machine(tmp_path: Path) -> None:
    """Without any font of the system, in another time zone, language and home, by a process of its own."""
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>", encoding="utf-8")
    elsewhere = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "HOME": str(tmp_path), "TZ": "America/New_York",
                 "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "PATH": ""}  # fmt: skip
    program = (
        "import sys; from sitegen.draw import draw_charts; print(draw_charts([sys.stdin.read()])[0].rest.decode())"
    )
    told = specifications()[1]
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program],
        input=told.encode(),
        env=elsewhere,
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )
    assert (GOLDEN / "wide.ko.svg").read_bytes() == done.stdout


def test_a_page_has_a_chart_for_narrow_and_one_for_wide_screens(site: dict[str, bytes]) -> None:
    """Each an image with a title and a description in the language of the page."""
    narrow, wide = drawings(site["en/indicators/emissions/index.html"])
    assert ('viewBox="0 0 320' in narrow, 'viewBox="0 0 640' in wide) == (True, True)
    for drawing in (narrow, wide):
        assert 'role="img"' in drawing
        named = re.search(r'aria-labelledby="([^"]+)" aria-describedby="([^"]+)"', drawing)
        assert named
        assert f'<title id="{named[1]}">Greenhouse gas emissions</title>' in drawing
        assert f'<desc id="{named[2]}">Words</desc>' in drawing


def test_a_chart_has_no_colours_of_its_own_and_loads_nothing(site: dict[str, bytes]) -> None:
    """Custom properties only, so that it is light or dark as its page is; no style, script or foreign address."""
    for drawing in drawings(site[PAGE]):
        assert [] == FOREIGN.findall(drawing)
        assert set(COLOURED.findall(drawing)) <= {
            "none", "transparent", "var(--ink)", "var(--ink-soft)", "var(--line)", "var(--rule)", "var(--rule-soft)",
            "var(--ground)", "url(#page.chart-narrow-hatch)", "url(#page.chart-wide-hatch)",
        }  # fmt: skip


def test_provisional_values_are_hatched_and_said_to_be(site: dict[str, bytes]) -> None:
    """Form and words, not colour."""
    assert all('fill="url(#page.chart-' in drawing for drawing in drawings(site[PAGE]))
    assert "끊어진 선이나 속이 빈 표시는 확정되지 않은 잠정치입니다." in words_in(
        document(site[PAGE]).find(".//figure")
    )


def test_the_table_says_what_the_file_says(site: dict[str, bytes]) -> None:
    """Numbers as the language writes them, missing ones as missing, provisional ones as such; units in headings."""
    assert [["해", "배출량 (백만 톤)"], ["2017", "1,709.1"], ["2018", "자료 없음"], ["2019", "702.8 잠정"]] == table(
        site[PAGE]
    )
    english = table(site["en/indicators/emissions/index.html"])
    assert [
        ["Year", "Emissions (Mt)"],
        ["2017", "1,709.1"],
        ["2018", "No data"],
        ["2019", "702.8 provisional"],
    ] == english


def table(page: bytes) -> list[list[str]]:
    """Return the cells of the table on a page, row by row."""
    return [[words_in(cell) for cell in row] for row in document(page).iterfind(".//table//tr")]


def test_the_file_comes_out_as_it_was_written(folder: Path, site: dict[str, bytes]) -> None:
    """At an address that is the same in every language, which both pages lead to."""
    assert (folder / DATA).read_bytes() == site["indicators/emissions.csv"]
    assert b'href="../../indicators/emissions.csv" download' in site[PAGE]
    assert b'href="../../../indicators/emissions.csv" download' in site["en/indicators/emissions/index.html"]


def test_what_is_not_published_gives_no_file_and_no_chart(tmp_path: Path) -> None:
    """A draft of an indicator has its data for itself."""
    folder = plant(tmp_path, CHARTED)
    facts = (folder / INDICATOR).read_text(encoding="utf-8").replace("as_of: 2024", "as_of: 2024\ndraft: true")
    edit(folder, {INDICATOR: facts})
    assert not [path for path in built(folder) if path.startswith(("indicators/emissions", "en/indicators/emissions"))]


def test_the_library_never_enters_the_process_that_builds(tmp_path: Path) -> None:
    """It draws in a process of its own, which ends with the build."""
    folder = plant(tmp_path, CHARTED)
    program = (
        "import sys; from sitegen.commands import main\n"
        "if __name__ == '__main__': status = main(['build']); print(status, 'vl_convert' in sys.modules)"
    )
    (folder / "told.py").write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "told.py"],
        cwd=folder,
        env={"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("False\n")
    assert drawings((folder / "site" / PAGE).read_bytes())


def test_a_changed_number_changes_chart_table_and_file(tmp_path: Path) -> None:
    """All three come from the one file."""
    folder = plant(tmp_path, CHARTED)
    before = built(folder)
    edit(folder, {DATA: "year,total\n2017,709.1\n2018,400\n"})
    after = built(folder)
    assert drawings(before[PAGE]) != drawings(after[PAGE])
    assert ["2018", "400"] == table(after[PAGE])[-1]
    assert b"2018,400\n" in after["indicators/emissions.csv"]


def test_more_rows_than_can_be_told_apart_are_refused(tmp_path: Path) -> None:
    """Before anything is drawn."""
    folder = plant(tmp_path, CHARTED)
    edit(
        folder,
        {DATA: "year,total\n" + "".join(f"{row},1\n" for row in range(3000)), CHART: f"{FIRST_LINES}mark: line\n"},
    )
    assert ["chart-too-large"] == [problem["code"] for problem in problems(folder)]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site."""
    output = tmp_path_factory.mktemp("own") / "site"
    done = run(PROJECT, "build", "--output", str(output), "--as-of", "2026-12-01", "--no-cache")
    assert done.returncode == 0, done.stderr
    return output


def pages(shown: Path) -> Iterator[Path]:
    """Yield the pages of the indicators, in both languages."""
    yield from sorted(shown.glob("**/indicators/*/index.html"))


def test_every_chart_of_the_site_is_light(shown: Path) -> None:
    """At most four kilobytes each, compressed."""
    found = [drawing for page in pages(shown) for drawing in drawings(page.read_bytes())]
    assert len(found) >= 36
    assert HEAVIEST > max(len(gzip.compress(drawing.encode(), 6)) for drawing in found)


def test_every_table_of_the_site_equals_its_file(shown: Path) -> None:
    """Cell by cell, but for columns that are not shown, and words that have a name for readers."""
    for page in pages(shown):
        name = page.parent.name
        head, *rows = csv.reader(io.StringIO((PROJECT / f"content/indicators/{name}.csv").read_text(encoding="utf-8")))
        columns = [words_in(code) for code in document(page.read_bytes()).iterfind(".//dl//code")]
        numbers = [[number(cell) for cell in row] for row in table(page.read_bytes())[1:]]
        wanted = [[number(row[head.index(column)]) for column in columns] for row in rows]
        assert [[cell for cell in row if cell is not None] for row in wanted] == [
            [cell for cell in row if cell is not None] for row in numbers
        ], page


def test_a_table_names_sources_only_where_there_are_several(shown: Path) -> None:
    """The only one stands beside it."""
    links = {page.parent.name: document(page.read_bytes()).findall(".//table//a") for page in pages(shown)}
    assert {name for name, found in links.items() if found} == {
        "line-to-zero",
        "official-inventory",
        "reduction-targets",
    }


def number(cell: str) -> float | None:
    """Return the number that a cell shows, None if it shows none."""
    match = re.fullmatch(r"([-\u2212]?[\d,]+(?:\.\d+)?)(?: (?:잠정|provisional))?", cell)
    return float(match[1].replace(",", "").replace("\u2212", "-")) if match else None


@pytest.mark.parametrize("width", [320, 1280])
def test_a_chart_takes_the_colours_of_its_theme(browser: Browser, served: Serve, shown: Path, width: int) -> None:
    """One drawing is shown, whose colours differ in light and dark, and are the system's where it forces its own."""
    address = f"{served(shown)}indicators/co2-by-fuel/"
    light = colours(browser.new_page(viewport={"width": width, "height": 800}, color_scheme="light"), address)
    dark = colours(browser.new_page(viewport={"width": width, "height": 800}, color_scheme="dark"), address)
    forced = colours(browser.new_page(viewport={"width": width, "height": 800}, forced_colors="active"), address)
    assert len(light) == len(dark) > 6
    assert all(one != other for one, other in zip(light, dark, strict=True))
    assert forced not in (light, dark)


def colours(page: Page, address: str) -> list[str]:
    """Return the colours of the words and lines of the one chart that is seen on a page."""
    page.goto(address)
    (seen,) = [drawing for drawing in page.locator(".chart__drawing").all() if drawing.is_visible()]
    found: list[str] = seen.evaluate(
        "svg => [...svg.querySelectorAll('text, path')].map(part => getComputedStyle(part))"
        ".map(style => `${style.fill} ${style.stroke}`)"
    )
    page.close()
    return found


@pytest.mark.parametrize("language", ["", "en/"])
def test_words_of_charts_can_be_read_on_a_small_screen(
    browser: Browser, served: Serve, shown: Path, language: str
) -> None:
    """At 320 pixels they are at least 12 high, within the screen, and no two overlap."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    for folder in sorted(shown.glob(f"{language}indicators/*/")):
        page.goto(f"{served(shown)}{language}indicators/{folder.name}/")
        boxes = page.locator(".chart__drawing--narrow").evaluate(
            "svg => [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()])"
            ".map(([words, box]) => [words, box.left, box.right, box.top, box.bottom])"
        )
        assert boxes
        assert all(bottom - top >= 12 and left >= 0 and right <= 320 for _, left, right, top, bottom in boxes), folder
        assert [] == list(overlapping(boxes)), folder
    page.close()


def overlapping(boxes: list[tuple[str, float, float, float, float]]) -> Iterator[tuple[str, str]]:
    """Yield the words that stand on each other, where more than the air above and below them does."""
    for place, (words, left, right, top, bottom) in enumerate(boxes):
        for others, start, end, above, below in boxes[:place]:
            air = 4
            if left < end and start < right and top + air < below - air and above + air < bottom - air:
                yield words, others
