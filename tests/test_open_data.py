"""Open data: tables of what is published, read by programs that are not our own."""

import csv
import json
import re
import shutil
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system

from sitegen.delimited import harmless
from sitegen.tables import TABLES, Things, as_csv, as_json, columns_of, write_rows
from tests.campaign import Tree
from tests.pages import document
from tests.sites import CHARTED, PROJECT, SHARED, built, edit, plant, tree, xanadu

DATA = """
-- content/pages/data.ko.md --
---
title: 자료
summary: 자료를 모았습니다.
---
-- content/pages/data.en.md --
---
title: Data
summary: All files.
---
"""
FORMULA = """
-- content/glossary.yaml --
- id: net-zero
  term: {ko: 탄소중립, en: "=1+1"}
  short: {ko: "@이름입니다.", en: "-5 degrees."}
- id: late
  term: {ko: 늦은 말, en: A late word}
  short: {ko: "첫 줄, \\"따옴표\\"", en: "One line,\\nand another."}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with something of every kind and with open data, that is built."""
    planted = plant(tmp_path_factory.mktemp("data"), CHARTED + DATA + FORMULA)
    built(planted)
    return planted


@pytest.fixture(scope="module")
def files(folder: Path) -> Tree:
    """Its finished files."""
    return tree(folder / "site")


def test_the_package_and_every_table_are_valid(folder: Path) -> None:
    """Types, words that may stand in a column, keys, and ids that lead to rows of other tables."""
    with system.use_context(trusted=False):
        report = Package(str(folder / "site/datapackage.json")).validate()
    assert ([], True) == (report.flatten(["title", "fieldName", "rowNumber", "message"]), report.valid)
    assert {"tasks", "tasks-json", "passages", "indicator-emissions"} <= {task.name for task in report.tasks}


def test_a_broken_table_is_found(folder: Path, tmp_path: Path) -> None:
    """Or the test above would prove nothing: an id that leads nowhere, a date that is none, a missing key."""
    site = shutil.copytree(folder / "site", tmp_path / "site")
    table = site / "data/tasks.csv"
    table.write_bytes(table.read_bytes().replace(b"energy-office", b"no-office").replace(b"planned", b"perhaps"))
    found = {each[0] for each in Package(str(site / "datapackage.json")).validate().flatten(["type"])}
    assert {"foreign-key", "constraint-error"} <= found


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_says_the_same_in_both_forms(files: Tree, kind: str) -> None:
    """Row by row, and every column in every row of JSON."""
    name = TABLES[kind].name
    rows, objects = _rows(files, name), json.loads(files[f"data/{name}.json"])
    columns = [column.name for column in columns_of(kind, ("ko", "en"))]
    assert all(columns == list(each) for each in (*rows, *objects))
    assert [[_in_csv(value) for value in each.values()] for each in objects] == [list(row.values()) for row in rows]


def test_excel_reads_it_as_utf_8_and_takes_nothing_for_a_formula(files: Tree) -> None:
    """It begins with the mark, its rows end as RFC 4180 has it, and JSON has the words as they are."""
    data = files["data/glossary.csv"]
    assert data.startswith(b"\xef\xbb\xbfid,")
    assert data.count(b"\r\n") == 3
    rows = _rows(files, "glossary")
    assert ("'=1+1", "'@이름입니다.", "'-5 degrees.") == tuple(
        rows[0][key] for key in ("term_en", "short_ko", "short_en")
    )
    assert ('첫 줄, "따옴표"', "One line,\nand another.") == (rows[1]["short_ko"], rows[1]["short_en"])
    assert json.loads(files["data/glossary.json"])[0]["term_en"] == "=1+1"


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\uff1dx"])
def test_no_cell_begins_a_formula(cell: str) -> None:
    """An apostrophe stands before it."""
    assert (f"'{cell}", "a=1") == (harmless(cell), harmless("a=1"))


def test_a_number_below_zero_stays_a_number() -> None:
    """It begins with a minus, is no text, and keeps every digit."""
    (written,) = write_rows([Things(("value",), ({"value": Decimal("-0.50")},))])
    assert as_csv((), [written.rest]).endswith(b"\r\n-0.50\r\n")
    assert b'[\n{"value":-0.50}\n]\n' == as_json([written.rest])


def test_a_row_says_what_readers_see(files: Tree) -> None:
    """The status by the latest report, figures in words, ids of what is published, pages, terms of the sources."""
    (task,) = json.loads(files["data/tasks.json"])
    assert ("planned", "energy-office", ["report"]) == (task["status"], task["lead_agency"], task["sources"])
    assert ("tasks/solar-roofs/", "en/tasks/solar-roofs/") == (task["page_ko"], task["page_en"])
    assert {"report": "unknown"} == task["source_licences"]
    (update,) = json.loads(files["data/updates.json"])
    assert ("solar-roofs", "2026-Q1") == (update["task"], update["period"])


def test_addresses_are_full_where_they_are_known(shared: Tree) -> None:
    """So that a row leads to its page from wherever it is read."""
    (task,) = json.loads(shared["data/tasks.json"])
    assert "https://example.org/a/b/en/tasks/solar-roofs/" == task["page_en"]
    assert "https://example.org/a/b/" == json.loads(shared["datapackage.json"])["homepage"]


@pytest.mark.parametrize("fact", ["draft: true", "publish_at: 2026-06-06", "expires_at: 2026-06-05"])
def test_what_is_not_published_is_in_no_table(tmp_path: Path, fact: str) -> None:
    """Neither its row nor its id in the rows that name it, though it is of every kind and named by others."""
    site = built(plant(tmp_path, SHARED + xanadu(fact)))
    tables = {path: data.decode().casefold() for path, data in site.items() if "data" in path.partition("/")[0]}
    assert len(tables) > 3 * len(TABLES)
    assert [] == [path for path, text in tables.items() if "xanadu" in text or "kubla" in text]


def test_what_becomes_public_appears_everywhere(tmp_path: Path) -> None:
    """Or the test above would prove nothing."""
    site = built(plant(tmp_path, SHARED + xanadu("publish_at: 2026-06-05")))
    assert {f"data/{table.name}.json" for table in TABLES.values()} == {
        path
        for path, data in site.items()
        if path.endswith(".json") and path.startswith("data/") and b'"xanadu"' in data
    }


def test_an_edit_changes_its_rows_and_no_other_file(tmp_path: Path) -> None:
    """A body none; a title that of its kind; whatever is built on what is there is what is built from nothing."""
    folder = plant(tmp_path, CHARTED + DATA)
    before = built(folder)
    path = "content/tasks/solar-roofs.en.md"
    text = (folder / path).read_text("utf-8")
    edit(folder, {path: f"{text}\nMore words.\n"})
    assert [] == _changed(before, built(folder))
    edit(folder, {path: text.replace("Sun on the roofs", "Sun on all roofs")})
    after = built(folder)
    assert ["data/tasks.csv", "data/tasks.json"] == _changed(before, after)
    shutil.rmtree(folder / ".cache")
    shutil.rmtree(folder / "site")
    assert after == built(folder)


def test_a_site_without_the_page_has_none(campaign: Tree) -> None:
    """Nobody pays for what nobody asks for."""
    assert [] == [path for path in campaign if path.startswith("data")]


def test_the_page_leads_to_every_file(files: Tree) -> None:
    """In each language, and each link has words of its own."""
    for path in ("data/index.html", "en/data/index.html"):
        links = [link for link in document(files[path]).iter("a") if link.get("download") is not None]
        named = {(link.get("href") or "").rpartition("/")[2] for link in links}
        there = {each.rpartition("/")[2] for each in files if re.match(r"data/.*\.(csv|json)$|datapackage", each)}
        assert there | {"emissions.csv"} == named
        assert len({"".join(link.itertext()) for link in links}) == len(links)


@pytest.mark.parametrize("language", ["", ".ko"])
def test_the_guide_explains_every_table(language: str) -> None:
    """And says which version of which specification describes them."""
    guide = (PROJECT / f"docs/data{language}.md").read_text("utf-8")
    assert [] == [table.name for table in TABLES.values() if f"`{table.name}`" not in guide]


def _changed(before: Tree, after: Tree) -> list[str]:
    return [path for path in after if before.get(path) != after[path] and path.startswith("data")]


def _rows(files: Tree, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(files[f"data/{name}.csv"].decode("utf-8-sig"), newline="")))


def _in_csv(value: Any) -> str:  # noqa: ANN401  # whatever JSON can say
    match value:
        case None:
            return ""
        case str():
            return harmless(value)
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
