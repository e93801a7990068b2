"""What people are told when they import a table: the very text, by cell, and that a preview writes nothing."""

import re
import shutil
from pathlib import Path

import pytest

from tests.sites import PROJECT, plant, tree
from tests.transcripts import Case, add, cases, say

CASES = tuple(cases(PROJECT / "tests/cases/sheets"))


def named(case: Case) -> str:
    """Return what a test of a case is called: its file and line."""
    return case.id


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site."""
    return plant(tmp_path_factory.mktemp("small"), "")


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_command_line_says_exactly_this_and_writes_nothing(
    case: Case, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cell, code, words, what stands in the cell, what to do, and the exit status."""
    project = Path(shutil.copytree(small, tmp_path / "project"))
    add(project, case.site)
    before = tree(project)
    monkeypatch.chdir(project)
    assert (case.says, case.status) == say(*case.arguments), case.title
    assert before == tree(project)


@pytest.mark.parametrize("case", [case for case in CASES if not case.status], ids=named)
def test_what_was_shown_is_written_when_that_is_asked_for_and_only_once(
    case: Case, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time the same sheet changes nothing, and the site can be built."""
    project = Path(shutil.copytree(small, tmp_path / "project"))
    add(project, case.site)
    monkeypatch.chdir(project)
    says, status = say(*case.arguments, "--write")
    assert (case.says.replace("Nothing was written yet: to write it, add --write.", "Written."), 0) == (says, status)
    after = tree(project)
    again, status = say(*case.arguments, "--write")
    assert (True, 0) == (again.endswith("There is nothing to write.\n"), status)
    assert after == tree(project)
    assert 0 == say("check")[1]
    assert not re.search(r"\.unfinished-", "\n".join(after))
