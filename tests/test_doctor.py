"""The doctor builds a site in several ways, and tells which of them differ."""

from pathlib import Path

import pytest

from sitegen import doctor
from sitegen.build import Options, Outcome, build
from sitegen.commands import main
from sitegen.doctor import Difference, compare
from tests.sites import CAMPAIGN, NOON, plant, run, tree

HEALTHY = """Built from nothing in one process: 63 files, {size} bytes. The same again:
  in 2 processes: all equal
  in another folder: all equal
  after edits, as from nothing: all equal
  after their undoing: all equal
  a second time: all equal
All equal.
"""


def test_a_healthy_site_is_found_healthy_and_nothing_is_touched(tmp_path: Path) -> None:
    """The number of files and bytes is told, and not one file of the project is changed or added."""
    before = tree(plant(tmp_path, CAMPAIGN))
    done = run(tmp_path, "doctor", "--jobs", "2")
    assert (0, "") == (done.returncode, done.stderr)
    assert before == tree(tmp_path)
    site = tree_of(tmp_path)
    assert HEALTHY.format(size=sum(map(len, site.values()))).replace("63", str(len(site))) == done.stdout


def test_a_site_with_a_mistake_is_not_compared(tmp_path: Path) -> None:
    """What is wrong is told as a build tells it, with the same status."""
    plant(tmp_path, "-- content/notes.txt --\nx\n")
    done = run(tmp_path, "doctor")
    assert 1 == done.returncode
    assert "error[unknown-file]" in done.stderr
    assert done.stdout.endswith("There is nothing to compare.\n")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """As a build does."""
    done = run(plant(tmp_path, ""), "doctor", "--content", "nowhere")
    assert (3, True) == (done.returncode, "error[cannot-read]" in done.stderr)


def test_a_file_that_differs_is_shown_with_its_first_other_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit status is 1 if another way to build gives other bytes."""
    monkeypatch.chdir(plant(tmp_path, ""))
    monkeypatch.setattr(doctor, "build", _build_that_depends_on_the_folder)
    assert 1 == main(["doctor", "--as-of", NOON])
    said = capsys.readouterr().out
    assert "  in another folder: 1 files differ\n    robots.txt:1\n      - User-agent: *\n      + elsewhere\n" in said


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"a": b"1\n2\n"}, {"a": b"1\n3\n"}, [Difference("a", 2, "2", "3")]),
        ({"a": b"1"}, {}, [Difference("a", 1, "1", "(nothing)")]),
        ({}, {"a": b"\xff"}, [Difference("a", 1, "(nothing)", "\\xff")]),
        ({"a": b"1"}, {"a": b"1\n"}, [Difference("a", 2, "(nothing)", "")]),
        ({"a": b"1"}, {"a": b"1"}, []),
    ],
)
def test_the_first_line_that_differs_is_found(
    before: dict[str, bytes], after: dict[str, bytes], expected: list[Difference]
) -> None:
    """Also where one of the files is missing, shorter or no text."""
    assert expected == list(compare(before, after))


def _build_that_depends_on_the_folder(options: Options) -> Outcome:
    outcome = build(options)
    if "somewhere else" in str(options.output):
        (options.output / "robots.txt").write_bytes(b"elsewhere")
    return outcome


def tree_of(folder: Path) -> dict[str, bytes]:
    """Return the finished site."""
    assert 0 == run(folder, "build").returncode
    return tree(folder / "site")
