"""Cells of workbooks: what they hold, what they show, and what cannot be trusted."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from sitegen.sheets.importing import Result
from tests.sheets.workbooks import imported, said, saved, workbook
from tests.sites import tree

MARCH = datetime(2026, 3, 1)  # noqa: DTZ001  # workbooks know no time zones


def one_cell(site: Path, column: str, value: object, shows: str = "General", kind: str = "task") -> Result:
    """Import a workbook with one value for the one thing there is of a kind."""
    thing = {"task": "solar-roofs", "event": "arbor-day", "figure": "emissions", "milestone": "goal-set"}[kind]

    def form(sheet: Worksheet) -> None:
        sheet["B2"].number_format = shows

    return imported(site, "sent.xlsx", workbook([["id", column], [thing, value]], spoil=form), kind=kind)


READ = {
    "a day": ("started_on", datetime(2026, 3, 5), "yyyy-mm-dd", "task", "2026-03-05"),  # noqa: DTZ001  # as above
    "a day with Korean letters": ("started_on", date(2026, 3, 5), 'yyyy"년" m"월" d"일"', "task", "2026-03-05"),
    "a month": ("started_on", MARCH, "yyyy-mm", "task", "2026-03"),
    "a month as Excel shows what was typed as 2026-03": ("started_on", MARCH, "mmm-yy", "task", "2026-03"),
    "a year": ("started_on", MARCH, "yyyy", "task", "2026"),
    "a year as a number": ("started_on", 2026, "General", "task", "2026"),
    "a day as one number": ("started_on", 20260305, "General", "task", "2026-03-05"),
    "a month as a number": ("started_on", 2026.03, "General", "task", "2026-03"),
    "a quarter": ("started_on", "2026년 1/4분기", "@", "task", "2026-Q1"),
    "a moment": ("publish_at", datetime(2026, 6, 5, 9, 30), "yyyy-mm-dd hh:mm", "task", "2026-06-05 09:30"),  # noqa: DTZ001  # as above
    "a moment with seconds": (
        "publish_at",
        datetime(2026, 6, 5, 9, 0, 30),  # noqa: DTZ001  # as above
        "yyyy-mm-dd hh:mm:ss",
        "task",
        "2026-06-05 09:00:30",
    ),  # as above
    "a moment with seconds, typed": ("publish_at", "2026. 6. 5. 9:00:30", "@", "task", "2026-06-05 09:00:30"),
    "a moment with seconds that are none, typed": ("publish_at", "2026.6.5 9:00:00", "@", "task", "2026-06-05 09:00"),
    "a time": ("time", time(9, 5), "h:mm", "event", "09:05"),
    "a day of the year": ("yearly", datetime(2026, 4, 6), 'm"월" d"일"', "event", "04-06"),  # noqa: DTZ001  # as above
    "a number": ("covers", 3, "General", "task", "3"),
    "a truth": ("draft", True, "General", "task", "true"),
    "a yes": ("draft", "예", "@", "task", "true"),
    "a no in a circle": ("draft", "X", "@", "task", "false"),
    "a number as a title": ("title", 2050, "General", "task", "2050"),
    "full-width digits": ("covers", "\uff11\uff12", "@", "task", "12"),
    "blanks of every width around a text": ("title", "\u3000 새 지붕\u00a0 ", "@", "task", "새 지붕"),
    "a line break within a text": ("summary", "한 줄\n두 줄", "@", "task", "한 줄 두 줄"),
    "a line break as some programs write it": ("summary", "한 줄_x000D_\n두 줄", "@", "task", "한 줄 두 줄"),
    "letters in pieces": ("title", "\u1112\u1162\u11ba\u1107\u1175\u11be", "@", "task", "햇빛"),
    "an agency by its name": ("lead_agency", "숲관리청", "@", "task", "forest-service"),
    "an agency by its name, in another spacing": ("lead_agency", "숲 관리청 ", "@", "task", "forest-service"),
    "an agency by its name and id": ("lead_agency", "숲관리청 (forest-service)", "@", "task", "forest-service"),
    "an unknown date": ("published_on", "확인되지 않음", "@", "source", "unknown"),
}


@pytest.mark.parametrize(("column", "value", "shows", "kind", "text"), READ.values(), ids=READ)
def test_a_value_is_read_as_it_is_shown(  # noqa: PLR0913  # a table of cells
    site: Path, column: str, value: object, shows: str, kind: str, text: str
) -> None:
    """And no more precisely: a cell that shows a month is a month."""
    if kind == "source":
        result = imported(site, "s.xlsx", workbook([["id", column], ["report", value]]), kind=kind)
    else:
        result = one_cell(site, column, value, shows, kind)
    assert [(text,)] == [change.after for affair in result.affairs for change in affair.changes], result.problems


def test_a_number_with_a_fraction_is_read_as_it_is_shown(site: Path) -> None:
    """As the message shows that it is not the one in the source."""
    (problem,) = one_cell(site, "value", 0.1 + 0.2, "0.0", "figure").problems
    assert ("figure-value", "0.3") == (problem.code, dict(problem.values)["value"])


REFUSED = {
    "a formula": ("title", "=A1", "General", "sheet-formula"),
    "a formula in a column of dates": ("due_on", "=TODAY()", "yyyy-mm-dd", "sheet-formula"),
    "a value that is missing": ("covers", "#N/A", "General", "sheet-error"),
    "a broken reference": ("title", "#REF!", "General", "sheet-error"),
    "a column that was too narrow": ("due_on", "########", "@", "sheet-error"),
    "a date that lost its format": ("due_on", 44286, "General", "sheet-date"),
    "a month that may be October": ("due_on", 2026.1, "General", "sheet-date"),
    "a day written both ways": ("due_on", "06/05/2026", "@", "sheet-date"),
    "a month where a day belongs": ("review_by", MARCH, "yyyy-mm", "sheet-date"),
    "an hour where a day belongs": ("review_by", datetime(2026, 3, 1, 9), "yyyy-mm-dd", "sheet-date"),  # noqa: DTZ001  # as above
    "a date where a text belongs": ("title", MARCH, "yyyy-mm-dd", "sheet-date"),
    "a time that lost its format": ("due_on", 0.375, "General", "sheet-date"),
    "a percentage": ("covers", 0.25, "0%", "sheet-percent"),
    "a placeholder": ("title", "TBD", "@", "placeholder"),
    "a dash": ("due_on", "-", "@", "placeholder"),
    "an unseen character": ("title", "햇\u202e빛", "@", "sheet-character"),
    "a second that no clock has": ("publish_at", "2026-06-05 09:00:75", "@", "no-such-time"),
    "a word that is none": ("status", "끝남", "@", "unknown-word"),
    "a title that is too long": ("title", "가" * 501, "@", "too-long"),
    "an address that is none": ("aliases", "old", "@", "wrong-form"),
    "an agency that there is not": ("lead_agency", "없는청", "@", "unknown-id"),
    "a task of that name that there is not": ("related_tasks", "solar-rofs", "@", "unknown-id"),
    "a number below one": ("covers", 0, "General", "out-of-range"),
    "half a task": ("covers", 1.5, "General", "not-a-number"),
}


@pytest.mark.parametrize(("column", "value", "shows", "code"), REFUSED.values(), ids=REFUSED)
def test_a_value_that_cannot_be_trusted_is_named_by_its_cell(  # a table of cells
    site: Path, column: str, value: object, shows: str, code: str
) -> None:
    """With the sheet, as the spreadsheet program names it, and something to do about it."""
    result = one_cell(site, column, value, shows)
    assert [("과제!B2", code)] == list(map(said, result.problems))
    assert all(problem.fix_text() for problem in result.problems)


def test_an_array_formula_is_a_formula(site: Path) -> None:
    """The library keeps it as an object of its own."""
    result = one_cell(site, "title", ArrayFormula("B2:B2", "=A1:A2"))
    assert [("과제!B2", "sheet-formula")] == list(map(said, result.problems))


def test_a_text_that_begins_like_a_formula_is_a_text(site: Path) -> None:
    """Where the workbook says so; it is read, and written so that it is read as the same text again."""

    def make_text(sheet: Worksheet) -> None:
        sheet["B2"].data_type = "s"

    data = workbook([["id", "title"], ["solar-roofs", "=햇빛"]], spoil=make_text)
    assert imported(site, "tasks.xlsx", data, writes=True).has_written
    assert "\ntitle: '=햇빛'\n" in (site / "content/tasks/solar-roofs.ko.md").read_text(encoding="utf-8")


Spoil = Callable[[Worksheet], None]


def merge(sheet: Worksheet) -> None:
    """Merge two cells of data."""
    sheet.merge_cells("B2:B3")


def hide_row(sheet: Worksheet) -> None:
    """Hide a row, as a filter does."""
    sheet.row_dimensions[2].hidden = True


def hide_columns(sheet: Worksheet) -> None:
    """Hide two columns side by side, which are kept as one."""
    sheet.column_dimensions.group("B", "C", hidden=True)


def title_above(sheet: Worksheet) -> None:
    """Put a title in merged cells above the headings."""
    sheet.insert_rows(1, 2)
    sheet["A1"] = "2026년 과제"
    sheet.merge_cells("A1:C1")


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (merge, [("과제!B2", "sheet-merged")]),
        (hide_row, [("과제!A2", "sheet-hidden")]),
        (hide_columns, [("과제!B1", "sheet-hidden")]),
        (title_above, []),
    ],
)
def test_what_a_sheet_hides_or_merges_is_told(site: Path, spoil: Spoil, expected: list[tuple[str, str]]) -> None:
    """Merged cells of data are an error, what is hidden is read and told, and a title above does no harm."""
    rows = [["id", "title", "covers"], ["solar-roofs", "새 지붕", 2]]
    result = imported(site, "tasks.xlsx", workbook(rows, spoil=spoil))
    assert expected == list(map(said, result.problems))
    assert ("sheet-merged" in str(expected)) == (not result.affairs)


def test_only_the_first_sheet_is_read_and_that_is_told(site: Path) -> None:
    """Another one is read if its name is given; one that is not there is told with those that are."""
    book = load_workbook(_file(site, workbook([["id", "title"], ["solar-roofs", "하나"]])))
    other = book.create_sheet("둘째 시트")
    other.append(["id", "title"])
    other.append(["solar-roofs", "둘=A1"])
    other["B2"] = "=A1"
    data = saved(book)
    first = imported(site, "tasks.xlsx", data)
    assert [("", "sheet-others")] == list(map(said, first.problems))
    second = imported(site, "tasks.xlsx", data, sheet="둘째 시트")
    assert [("'둘째 시트'!B2", "sheet-formula")] == list(map(said, second.problems))
    third = imported(site, "tasks.xlsx", data, sheet="셋째")
    assert [("", "sheet-name")] == list(map(said, third.problems))


def test_dates_from_1904_are_the_same_days(site: Path) -> None:
    """Workbooks from old Macintosh programs count from another day."""

    def count_otherwise(sheet: Worksheet) -> None:
        sheet.parent.epoch = CALENDAR_MAC_1904
        sheet["B2"] = date(2026, 3, 5)

    result = imported(site, "t.xlsx", workbook([["id", "started_on"], ["solar-roofs", ""]], spoil=count_otherwise))
    assert [("2026-03-05",)] == [change.after for affair in result.affairs for change in affair.changes]


def test_every_problem_of_a_sheet_is_told_at_once(site: Path) -> None:
    """And nothing is written, though other rows are fine."""
    before = tree(site / "content")
    rows = [
        ["id", "title", "status", "due_on"],
        ["solar-roofs", "새 지붕", "planned", "2027-01"],
        ["solar-roofs", "=A1", "#N/A", 44286],
        ["Solar Roofs", "", "", ""],
    ]
    result = imported(site, "tasks.xlsx", workbook(rows), writes=True)
    expected = ["sheet-formula", "sheet-error", "sheet-date", "duplicate-id", "wrong-id"]
    assert sorted(expected) == sorted(problem.code for problem in result.problems)
    assert before == tree(site / "content")


def _file(site: Path, data: bytes) -> Path:
    path = site / "book.xlsx"
    path.write_bytes(data)
    return path
