"""What an import writes: the fewest bytes, all of them or none, and the same sheet never twice."""

import resource
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.commands import main
from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.parse import nodes
from sitegen.read import Folders
from sitegen.sheets import importing, pages
from sitegen.sheets.drafts import Draft, page_text
from sitegen.sheets.holdings import take_in
from sitegen.sheets.replacement import replace
from sitegen.sheets.trial import NotReproducedError
from tests.sheets.workbooks import Rows, imported, said, workbook
from tests.sites import NOON, edit, run, tree

TASK = "content/tasks/solar-roofs.ko.md"
Tree = Mapping[str, bytes]


def differing(before: Tree, after: Tree) -> dict[str, tuple[str, str]]:
    """Return the text of each file that differs, before and after."""
    paths = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    return {path: (before.get(path, b"").decode(), after.get(path, b"").decode()) for path in paths}


def brought_in(site: Path, name: str, rows: Rows, **order: object) -> dict[str, tuple[str, str]]:
    """Import a workbook for good, and return what that changed in the content."""
    before = tree(site / "content")
    result = imported(site, name, workbook(rows, title="sheet"), writes=True, **order)
    assert (True, ()) == (result.has_written, result.problems), [problem.text() for problem in result.problems]
    after = tree(site / "content")
    again = imported(site, name, workbook(rows, title="sheet"), writes=True, **order)
    assert not again.has_written
    assert after == tree(site / "content")
    return differing(before, after)


def test_one_fact_is_one_line(site: Path) -> None:
    """Facts stand in the file of the default language; remarks and body stay."""
    edit(site, {TASK: (site / TASK).read_text(encoding="utf-8").replace("due_on: 2027-Q2", "due_on: 2027-Q2  # 기한")})
    changed = brought_in(site, "tasks.xlsx", [["id", "due_on"], ["solar-roofs", "2027-Q3"]])
    ((old, new),) = changed.values()
    assert ["tasks/solar-roofs.ko.md"] == list(changed)
    assert old.replace("2027-Q2  # 기한", "2027-Q3  # 기한") == new


def test_words_go_into_the_file_of_their_language(site: Path) -> None:
    """And only those that differ."""
    rows = [["id", "title_ko", "title_en"], ["solar-roofs", "햇빛 지붕", "Roofs: sunny"]]
    changed = brought_in(site, "tasks.xlsx", rows)
    ((old, new),) = changed.values()
    assert ["tasks/solar-roofs.en.md"] == list(changed)
    assert old.replace("title: Sun on the roofs", "title: 'Roofs: sunny'") == new


def test_a_new_thing_has_a_file_in_each_language_it_has_words_in(site: Path) -> None:
    """Facts in that of the default language; the site can be built with it."""
    rows = [
        ["id", "title_ko", "summary_ko", "meaning_ko", "type", "start", "organiser", "title_en", "summary_en",
         "meaning_en"],
        ["walk", "걷기", "함께 걷습니다.", "차를 덜 탑니다.", "campaign", "2026-09-01", "에너지청", "Walk", "no", "1"],
    ]  # fmt: skip
    changed = brought_in(site, "events.xlsx", rows)
    assert {
        "events/walk.ko.md": "---\ntitle: 걷기\nsummary: 함께 걷습니다.\nmeaning: 차를 덜 탑니다.\ntype: campaign\n"
        "start: 2026-09-01\norganiser: energy-office\n---\n",
        "events/walk.en.md": "---\ntitle: Walk\nsummary: 'no'\nmeaning: '1'\n---\n",
    } == {path: new for path, (_, new) in changed.items()}
    assert 0 == run(site, "build").returncode
    assert (site / "site/en/events/walk/index.html").exists()


def test_the_first_words_in_the_default_language_take_the_facts_with_them(site: Path) -> None:
    """A thing that was in English only has them in its English file until then."""
    english = (
        "---\ntitle: Rain\nsummary: Rain is kept.\nmeaning: It is used.\ntype: campaign\nstart: 2026-09\n---\nText.\n"
    )
    edit(site, {"content/events/rain.en.md": english})
    rows = [["id", "title_ko", "summary_ko", "meaning_ko"], ["rain", "빗물", "빗물을 모읍니다.", "다시 씁니다."]]
    changed = brought_in(site, "events.xlsx", rows)
    assert (
        "---\ntitle: Rain\nsummary: Rain is kept.\nmeaning: It is used.\n---\nText.\n"
        == changed["events/rain.en.md"][1]
    )
    assert changed["events/rain.ko.md"][1].endswith("type: campaign\nstart: 2026-09\n---\n")


def test_evidence_is_added_group_by_group(site: Path) -> None:
    """A second entry beside the first, and a value within one that is there."""
    rows = [
        ["id", "evidence_1_source", "evidence_1_kind", "evidence_1_level", "evidence_2_source", "evidence_2_kind",
         "evidence_2_level"],
        ["solar-roofs", "report", "문서", "published", "보고서", "법령", "법령에 정해짐 (in_law)"],
    ]  # fmt: skip
    ((_, new),) = brought_in(site, "tasks.xlsx", rows).values()
    assert (
        "evidence:\n  - source: report\n    kind: document\n    level: published\n"
        "  - source: report\n    kind: law\n    level: in_law\n"
    ) in new
    rows = [["id", "evidence_1_level"], ["solar-roofs", "self_declared"]]
    ((old, new),) = brought_in(site, "tasks.xlsx", rows).values()
    assert old.replace("level: published", "level: self_declared") == new
    rows = [
        ["id", "evidence_2_source", "evidence_2_kind", "evidence_2_level"],
        ["solar-roofs", "(삭제)", "(삭제)", "(삭제)"],
    ]
    ((_, new),) = brought_in(site, "tasks.xlsx", rows).values()
    assert "evidence:\n  - source: report\n    kind: document\n    level: self_declared\nidentified_at" in new


def test_a_gap_between_entries_is_refused(site: Path) -> None:
    """Closed up, it would make the same sheet say something else the next time."""
    rows = [["id", "changes_2_on", "changes_2_text_ko"], ["solar-roofs", "2026-05-01", "고쳤습니다."]]
    result = imported(site, "tasks.xlsx", workbook(rows))
    assert [("과제!B2", "sheet-gap")] == list(map(said, result.problems))


def test_a_value_goes_only_if_that_is_written(site: Path) -> None:
    """An empty cell leaves it, and says so."""
    result = imported(site, "tasks.xlsx", workbook([["id", "identified_at", "due_on"], ["solar-roofs", None, None]]))
    assert [("identified_at", "third"), ("due_on", "2027-Q2")] == list(result.affairs[0].kept)
    ((old, new),) = brought_in(site, "tasks.xlsx", [["id", "identified_at"], ["solar-roofs", "(삭제)"]]).values()
    assert old.replace("identified_at: third\n", "") == new


def test_a_record_changes_in_its_list(site: Path) -> None:
    """One that is written in braces stays so."""
    rows = [["id", "name_ko", "as_of"], ["forest-service", "숲청", "2022"], ["wind-office", "바람청", "2022-01"]]
    rows[0] += ["type", "name_basis_ko"]
    rows[1] += ["청", "공식"]
    rows[2] += ["처", "비공식"]
    ((old, new),) = brought_in(site, "agencies.xlsx", rows).values()
    added = (
        "- id: wind-office\n  name:\n    ko: 바람청\n  type: ministry_level_office\n  name_basis:\n    ko: unofficial\n"
        "  as_of: 2022-01\n"
    )
    expected = old.replace("{ko: 숲관리청}", "{ko: 숲청}").replace(
        "official}\n  as_of: 2021-03\n", "official}\n  as_of: 2022\n"
    )
    assert expected.replace("en: official}\n  as_of: 2022", "en: official}\n  as_of: 2021-03") + added == new


def test_a_list_that_is_not_there_is_made(site: Path) -> None:
    """With its first record."""
    (site / "content/glossary.yaml").unlink()
    edit(site, {"content/tasks/solar-roofs.en.md": "---\ntitle: a\nsummary: b\nbenefit: c\nexpected_result: d\n---\n"})
    changed = brought_in(site, "glossary.xlsx", [["id", "term", "short"], ["ets", "ETS", "배출권을 사고팝니다."]])
    assert {
        "glossary.yaml": ("", "- id: ets\n  term:\n    ko: ETS\n  short:\n    ko: 배출권을 사고팝니다.\n")
    } == changed


def test_reports_are_appended_in_the_order_of_their_days(site: Path) -> None:
    """In whatever order the rows are."""
    heading = ["task", "as_of", "period", "status", "done_ko", "author_agency", "assessed_by"]
    later = ["solar-roofs", "2026-06-04", "2026-Q2", "in_progress", "놓았습니다.", "energy-office", "self"]
    sooner = ["solar-roofs", "2026-05-04", "2026-05", "planned", "샀습니다.", "energy-office", "self"]
    ((old, new),) = brought_in(site, "updates.xlsx", [heading, later, sooner]).values()
    assert new.startswith(old)
    assert new.index("2026-05-04") < new.index("2026-06-04")


def test_a_byte_order_mark_and_line_ends_stay(site: Path) -> None:
    """A file from a Windows editor is still one."""
    data = b"\xef\xbb\xbf" + (site / TASK).read_bytes().replace(b"\n", b"\r\n")
    (site / TASK).write_bytes(data)
    imported(site, "tasks.xlsx", workbook([["id", "due_on"], ["solar-roofs", "2027-Q3"]]), writes=True)
    assert data.replace(b"2027-Q2", b"2027-Q3") == (site / TASK).read_bytes()


def test_what_a_build_would_refuse_is_not_written(site: Path) -> None:
    """And is told at the cell it comes from, or at the row that lacks it."""
    (site / "content/tasks/solar-roofs.updates.yaml").unlink()
    before = tree(site / "content")
    rows = [["id", "status", "completed_on", "achieved_result"], ["solar-roofs", "completed", "2026-07", None]]
    result = imported(site, "tasks.xlsx", workbook(rows), writes=True)
    assert {
        ("과제!A2", "rule-field"),  # of the English words, and of evidence
        ("과제!C2", "completed-in-future"),
        ("과제!D2", "rule-field"),
    } == set(map(said, result.problems))
    assert ExitStatus.CONTENT == result.status
    assert before == tree(site / "content")


def test_an_error_elsewhere_in_the_content_is_told_where_it_is(site: Path) -> None:
    """Nothing is written into content that cannot be built."""
    edit(site, {"content/pages/about.ko.md": "---\ntitle: 소개\nsummary: 소개\n---\n[없는 곳](task:nowhere)\n"})
    result = imported(site, "tasks.xlsx", workbook([["id", "due_on"], ["solar-roofs", "2027-Q3"]]), writes=True)
    assert [("content/pages/about.ko.md", "broken-link")] == [(each.place.path, each.code) for each in result.problems]
    assert result.excerpts[result.problems[0].place] == "[없는 곳](task:nowhere)"
    assert not result.has_written


def test_what_is_in_the_way_is_told(site: Path) -> None:
    """A folder stands where a file is to be."""
    (site / "content/events/walk.ko.md").mkdir()
    before = tree(site / "content")
    heading = ["id", "title_ko", "summary_ko", "meaning_ko", "type", "start"]
    rows = [heading, ["walk", "a", "b", "c", "campaign", "2026-09"]]
    result = imported(site, "events.xlsx", workbook(rows, title="행사"), writes=True)
    assert (ExitStatus.ENVIRONMENT, ["cannot-write"]) == (result.status, [each.code for each in result.problems])
    assert before == tree(site / "content")


def test_an_import_makes_no_page(site: Path) -> None:
    """What is wrong with a template is no matter of whoever imports a sheet."""
    edit(site, {"templates/base.html": "{{ nothing.of_the_sort"})
    result = imported(site, "tasks.xlsx", workbook([["id", "due_on"], ["solar-roofs", "2027-Q3"]]), writes=True)
    assert ((), True) == (result.problems, result.has_written)


def test_what_could_not_be_taken_back_is_told_and_kept(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then it is not said that nothing was written."""
    usual = Path.replace

    def refuse_to_restore(path: Path, target: Path) -> Path:
        if path.suffix == ".old":
            raise PermissionError(13, "Permission denied")
        return usual(path, target)

    monkeypatch.setattr(Path, "replace", refuse_to_restore)  # no disk can be had that changes its mind in between
    (site / "content/events/walk.ko.md").mkdir()
    heading = ["id", "title_ko", "summary_ko", "meaning_ko", "type", "start"]
    rows = [heading, ["arbor-day", "새 제목"], ["walk", "a", "b", "c", "campaign", "2026-09"]]
    (site / "events.xlsx").write_bytes(workbook(rows, title="행사"))
    before = (site / "content/events/arbor-day.ko.md").read_bytes()
    assert ExitStatus.ENVIRONMENT == main(["import", "events.xlsx", "--write", "--as-of", NOON])
    told = capsys.readouterr()
    assert told.err.startswith("content/events/arbor-day.ko.md:1:1: error[cannot-write] another file could not be")
    assert "Nothing was written" not in told.out + told.err
    (kept,) = (site / "content/events").glob(".unfinished-*.old")
    assert (before, True) == (kept.read_bytes(), f"what it was stands in {kept.relative_to(site)}: rename" in told.err)


CHANGED = "content/tasks/solar-roofs.ko.md"
NEW = "content/events/walk.ko.md"


@pytest.mark.parametrize("paths", [(CHANGED, NEW), (NEW, CHANGED)])
def test_what_cannot_be_put_in_place_is_taken_back(site: Path, paths: tuple[str, str]) -> None:
    """A folder stands where the last file is to be: the ones before it are as they were, and nothing is left over."""
    obstacle = "content/events/run.ko.md"
    holdings = take_in(Folders())
    (site / obstacle).mkdir()
    drafts = tuple(Draft(path, holdings.files.get(path), b"new", ()) for path in (*paths, obstacle))
    before = tree(site)
    with pytest.raises(SiteError) as refused:
        replace(drafts, holdings, Path("content"))
    assert ["cannot-write"] == [problem.code for problem in refused.value.diagnostics]
    assert before == tree(site)


def test_where_there_is_no_room_nothing_changes(site: Path) -> None:
    """Everything is on the disk before the first file is put in its place."""
    holdings = take_in(Folders())
    drafts = tuple(
        Draft(path, holdings.files.get(path), data, ()) for path, data in ((CHANGED, b"new"), (NEW, b"x" * 5000))
    )
    before = tree(site)
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, usual[1]))
    try:
        with pytest.raises(SiteError) as refused:
            replace(drafts, holdings, Path("content"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert ["cannot-write"] == [problem.code for problem in refused.value.diagnostics]
    assert before == tree(site)


def test_a_draft_that_does_not_say_what_was_meant_is_never_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever fault of ours made it so: the parser of a build reads it first."""

    def spoilt(before: bytes | None, new: nodes.Mapping) -> bytes:
        return page_text(before, new).replace(b"2027-Q3", b"2027-Q4")

    monkeypatch.setattr(pages, "page_text", spoilt)
    before = tree(site / "content")
    with pytest.raises(NotReproducedError):
        imported(site, "tasks.xlsx", workbook([["id", "due_on"], ["solar-roofs", "2027-Q3"]]), writes=True)
    assert before == tree(site / "content")


def test_a_file_that_is_edited_meanwhile_is_not_overwritten(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever edited it is told to import the sheet again."""
    tried = importing.try_content

    def try_slowly(*given: object) -> object:
        outcome = tried(*given)  # type: ignore[arg-type]  # what it is given
        edit(site, {TASK: (site / TASK).read_text(encoding="utf-8").replace("본문입니다.", "다른 본문입니다.")})
        return outcome

    monkeypatch.setattr(importing, "try_content", try_slowly)
    result = imported(site, "tasks.xlsx", workbook([["id", "due_on"], ["solar-roofs", "2027-Q3"]]), writes=True)
    assert (ExitStatus.ENVIRONMENT, ["changed-meanwhile"]) == (result.status, [each.code for each in result.problems])
    text = (site / TASK).read_text(encoding="utf-8")
    assert ("다른 본문입니다." in text, "2027-Q3" in text) == (True, False)


def test_a_process_of_its_own_does_the_same(site: Path) -> None:
    """Preview on stdout, status 0; then --write; problems as JSON for programs, with the cell."""
    (site / "tasks.xlsx").write_bytes(workbook([["id", "due_on"], ["solar-roofs", "2027-Q3"]]))
    shown = run(site, "import", "tasks.xlsx")
    assert (0, "", True) == (shown.returncode, shown.stderr, "due_on: 2027-Q2 -> 2027-Q3" in shown.stdout)
    assert "2027-Q2" in (site / TASK).read_text(encoding="utf-8")
    assert 0 == run(site, "import", "tasks.xlsx", "--write").returncode
    assert "2027-Q3" in (site / TASK).read_text(encoding="utf-8")
    (site / "tasks.xlsx").write_bytes(workbook([["id", "due_on"], ["solar-roofs", "soon"]]))
    wrong = run(site, "import", "tasks.xlsx", "--format", "json")
    assert (1, True) == (wrong.returncode, '"line":2,"column":2,"length":0,"cell":"과제!B2"' in wrong.stdout)
    github = run(site, "import", "tasks.xlsx", "--format", "github")
    assert "::error file=tasks.xlsx,line=2,col=2,endColumn=2,title=date-form::과제!B2: " in github.stderr
