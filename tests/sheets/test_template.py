"""Spreadsheets to be filled in: every kind, in the words of those who fill them in, and back without a loss."""

import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sitegen.kinds.site import Language
from sitegen.sheets.catalogue import Form, columns_of
from sitegen.sheets.columns import KINDS
from sitegen.sheets.headings import Headings
from sitegen.sheets.identity import NAMES, file_name_of, sheet_name_of
from tests.sheets.workbooks import imported
from tests.sites import CAMPAIGN, PROJECT, plant, run, tree, xanadu
from tests.transcripts import say
from tests.write.publishing import largest_file

LANGUAGES = (
    Language(code="ko", name="한국어", locale="ko_KR"),
    Language(code="en", name="English", locale="en_GB"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_there_comes_back_unchanged(site: Path, kind: str) -> None:
    """Written into a sheet and imported again, everything of every kind is as before."""
    assert 0 == run(site, "sheet", kind, "--filled").returncode
    name = f"{file_name_of(kind)}.xlsx"
    before = tree(site / "content")
    result = imported(site, name, (site / name).read_bytes(), writes=True)
    assert () == result.problems
    assert result.rows > 0 or kind == "image"
    assert not any(affair.changes or affair.is_new or affair.kept for affair in result.affairs)
    assert before == tree(site / "content")


@pytest.mark.parametrize("kind", ["task", "event", "agency", "milestone", "strategy", "source", "meeting", "news"])
def test_the_real_content_comes_back_unchanged(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The campaign itself."""
    for folder in ("content", "templates", "assets"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    assert 0 == run(tmp_path, "sheet", kind, "--filled").returncode
    name = f"{file_name_of(kind)}.xlsx"
    result = imported(tmp_path, name, (tmp_path / name).read_bytes())
    assert (True, ()) == (result.rows > 0, result.problems)
    assert not any(affair.changes or affair.is_new or affair.kept for affair in result.affairs)


@pytest.mark.parametrize("kind", KINDS)
def test_every_heading_means_its_own_column(kind: str) -> None:
    """By its name, by its name in Korean, and as a template writes both."""
    headings = Headings(Form(kind, LANGUAGES))
    for column in columns_of(Form(kind, LANGUAGES)):
        for text in (column.name, column.label, f"{column.label}\n{column.name}", column.name.upper()):
            assert column.name == getattr(headings.find(text), "name", ""), text
        assert column.korean
        assert column.english


@pytest.mark.parametrize("kind", KINDS)
def test_every_fixed_word_has_a_name_in_korean_of_its_own(kind: str) -> None:
    """No two words of a field are called the same."""
    for column in columns_of(Form(kind, LANGUAGES)):
        names = [column.label_of(word) for word in column.words]
        assert len(set(names)) == len(names)
        assert not set(names) & set(column.words)


def test_every_kind_is_known_by_the_names_of_its_files_and_sheets() -> None:
    """No two kinds have the same."""
    for kind in KINDS:
        assert [kind] * 3 == [NAMES[name] for name in (kind, file_name_of(kind), sheet_name_of(kind))]


def test_an_empty_template_has_headings_and_lists_and_no_rows(site: Path) -> None:
    """Every cell is a text, so that no program takes what is typed for a date; what is fixed can be chosen."""
    assert 0 == run(site, "sheet", "task").returncode
    book = load_workbook(site / "tasks.xlsx")
    assert ["과제", "안내 Guide", "목록 Lists"] == book.sheetnames
    sheet = book["과제"]
    assert "아이디\nid" == sheet["A1"].value
    assert all(sheet.cell(row, 1).value is None for row in range(2, 100))
    assert "@" == sheet.cell(50, 5).number_format
    offered = {str(each.sqref).split("2:")[0]: each.formula1 for each in sheet.data_validations.dataValidation}
    lists = {
        column[0].value: [cell.value for cell in column[1:] if cell.value] for column in book["목록 Lists"].columns
    }
    headings = {str(cell.value).split("\n")[-1]: cell.column_letter for cell in sheet[1]}
    assert ["숲관리청", "에너지청"] == lists["lead_agency"]
    assert "예정 (planned)" == lists["status"][0]
    assert {headings[name] for name in lists} == set(offered)
    assert all(formula.startswith("'목록 Lists'!$") for formula in offered.values())


def test_the_guide_explains_every_column_in_both_languages(site: Path) -> None:
    """Beside the sheet that is filled in."""
    run(site, "sheet", "event")
    book = load_workbook(site / "events.xlsx")
    explained = {row[0].value: row for row in book["안내 Guide"].iter_rows() if row[0].value}
    for heading in book["행사"][1]:
        row = explained[str(heading.value).split("\n")[-1]]
        assert all(row[number].value for number in (1, 3, 4))


def test_a_filled_sheet_holds_no_formula(site: Path) -> None:
    """Not even where a text begins like one."""
    path = site / "content/tasks/solar-roofs.ko.md"
    path.write_text(path.read_text(encoding="utf-8").replace("title: 햇빛 지붕", "title: '=1+1'"), encoding="utf-8")
    run(site, "sheet", "task", "--filled")
    cells = [cell for row in load_workbook(site / "tasks.xlsx")["과제"].iter_rows() for cell in row if cell.value]
    assert "=1+1" in {cell.value for cell in cells}
    assert {"s"} == {cell.data_type for cell in cells}


@pytest.fixture(scope="module")
def secretive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which a thing of every kind that has pages is a draft, and public things name it."""
    return plant(tmp_path_factory.mktemp("secretive"), CAMPAIGN + xanadu("draft: true"))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_public_is_in_no_sheet(secretive: Path, tmp_path: Path, kind: str) -> None:
    """Neither in its rows, nor where public things name it; how many things there are is told."""
    file = tmp_path / "sent.xlsx"
    told, status = say("sheet", kind, "--filled", "--content", f"{secretive}/content", "--output", str(file))
    assert (0, []) == (status, [text for text in _texts(file) if "xanadu" in text.casefold()])
    missing = 2 if kind == "source" else 1
    assert told.endswith(f"Not in it, as not public at this moment: {missing}. With --drafts, it holds everything.\n")


@pytest.mark.parametrize("kind", ["task", "event", "update", "quiz", "milestone"])
def test_what_is_not_public_cannot_be_chosen_in_an_empty_sheet(secretive: Path, tmp_path: Path, kind: str) -> None:
    """Its id is in no list, and there are no rows of which something could be told."""
    file = tmp_path / "empty.xlsx"
    told, _ = say("sheet", kind, "--content", f"{secretive}/content", "--output", str(file))
    assert ([], 1) == ([text for text in _texts(file) if "xanadu" in text.casefold()], told.count("\n"))


@pytest.mark.parametrize("kind", ["task", "event", "update", "meeting"])
def test_a_sheet_for_the_desk_itself_holds_everything(secretive: Path, tmp_path: Path, kind: str) -> None:
    """With --drafts; then nothing is said of what is missing."""
    file = tmp_path / "own.xlsx"
    told, _ = say("sheet", kind, "--filled", "--drafts", "--content", f"{secretive}/content", "--output", str(file))
    assert (1, True) == (told.count("\n"), "xanadu" in _texts(file))


@pytest.mark.parametrize(
    ("fact", "moment", "is_there"),
    [
        ("publish_at: 2026-06-06", "2026-06-05T23:59", False),
        ("publish_at: 2026-06-06", "2026-06-06", True),
        ("publish_at: 2026-06-06", "2026-06-05T15:00Z", True),
        ("expires_at: 2026-06-06", "2026-06-05T14:59Z", True),
        ("expires_at: 2026-06-06", "2026-06-06", False),
    ],
)
def test_a_sheet_holds_what_is_public_at_its_moment(tmp_path: Path, fact: str, moment: str, *, is_there: bool) -> None:
    """A moment that does not say where is one in the time zone of the site."""
    plant(tmp_path, CAMPAIGN + xanadu(fact))
    run(tmp_path, "sheet", "task", "--filled", "--as-of", moment)
    assert is_there == ("xanadu" in _texts(tmp_path / "tasks.xlsx"))


def test_a_cell_that_would_name_what_is_withheld_changes_nothing_when_it_comes_back(
    secretive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Imported again, what public things name stays."""
    site = Path(shutil.copytree(secretive, tmp_path / "site"))
    monkeypatch.chdir(site)
    run(site, "sheet", "task", "--filled")
    result = imported(site, "tasks.xlsx", (site / "tasks.xlsx").read_bytes())
    assert not any(affair.changes or affair.is_new for affair in result.affairs)
    assert any("related_tasks" == name for affair in result.affairs for name, _ in affair.kept)


def _texts(file: Path) -> list[str]:
    """Return what stands in every cell of every sheet of a workbook."""
    return [str(cell.value) for sheet in load_workbook(file) for row in sheet.iter_rows() for cell in row if cell.value]


def test_a_file_of_that_name_is_left_alone(site: Path) -> None:
    """Another name can be given; the exit status says wrong use."""
    (site / "tasks.xlsx").write_text("somebody's work", encoding="utf-8")
    done = run(site, "sheet", "task")
    assert 2 == done.returncode
    assert "file-exists" in re.findall(r"error\[([a-z-]+)\]", done.stderr)
    assert "somebody's work" == (site / "tasks.xlsx").read_text(encoding="utf-8")
    assert 0 == run(site, "sheet", "task", "--output", "other.xlsx").returncode


def test_a_folder_that_is_not_there_is_told(site: Path) -> None:
    """In a line, not in a traceback."""
    done = run(site, "sheet", "task", "--output", "nowhere/tasks.xlsx")
    assert (3, True) == (done.returncode, "error[cannot-write]" in done.stderr)


def test_no_room_for_temporary_files_is_told(site: Path) -> None:
    """There the library writes first."""
    before = tree(site)
    with largest_file(2**14):
        told, status = say("sheet", "task", "--filled")
    expected = (
        "error[cannot-write] the spreadsheet could not be written: the folder for temporary files: File too large"
    )
    assert (3, True) == (status, told.startswith(f"tasks.xlsx:1:1: {expected}\n"))
    assert before == tree(site)


def test_where_there_is_no_room_no_half_sheet_is_left(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next attempt finds nothing in its way."""
    monkeypatch.setattr(
        "sitegen.sheets.template.template", lambda *_, **__: bytes(2**15)
    )  # which needs more room itself
    before = tree(site)
    with largest_file(2**14):
        told, status = say("sheet", "task")
    expected = "error[cannot-write] the spreadsheet could not be written: tasks.xlsx: File too large"
    assert (3, True) == (status, told.startswith(f"tasks.xlsx:1:1: {expected}\n"))
    assert before == tree(site)


def test_a_word_that_is_nearly_a_kind_is_recognised(site: Path) -> None:
    """The message names the kind that was probably meant."""
    done = run(site, "sheet", "tsk")
    assert (2, True) == (done.returncode, 'did you mean "task"?' in done.stderr)
