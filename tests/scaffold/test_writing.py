"""New files on the disk: all of them, or none."""

import os
from pathlib import Path

import pytest

from sitegen.files import File
from sitegen.scaffold.writing import Longer, TakenError, write
from sitegen.write.failure import HalfWrittenError
from tests.sites import tree

NEW = (File("content/tasks/a.ko.md", b"A"), File("content/tasks/a.en.md", b"B"), File("content/actions/b.md", b"C"))


def test_all_files_are_written_below_the_content_folder(tmp_path: Path) -> None:
    """Wherever that is; folders are made as needed, and nothing else is left."""
    write(NEW, None, tmp_path / "words")
    assert {"words/tasks/a.ko.md": b"A", "words/tasks/a.en.md": b"B", "words/actions/b.md": b"C"} == tree(tmp_path)


@pytest.mark.parametrize("there", [file.path.removeprefix("content/") for file in NEW])
def test_if_one_is_there_none_is_written(there: str, tmp_path: Path) -> None:
    """Not even the folders, and the one that is there stays."""
    (tmp_path / there).parent.mkdir()
    (tmp_path / there).write_bytes(b"mine")
    with pytest.raises(TakenError) as refused:
        write(NEW, None, tmp_path)
    assert f"content/{there}" == refused.value.path
    assert {there: b"mine"} == tree(tmp_path)
    assert [(tmp_path / there).parent] == list(tmp_path.iterdir())


def test_a_list_that_was_changed_in_the_meantime_is_not_written_over(tmp_path: Path) -> None:
    """And what was to be new beside it is not made."""
    (tmp_path / "terms.yaml").write_bytes(b"theirs")
    with pytest.raises(TakenError):
        write(NEW, Longer("content/terms.yaml", b"before", b"after"), tmp_path)
    assert {"terms.yaml": b"theirs"} == tree(tmp_path)


def test_a_list_is_exchanged_for_a_longer_one(tmp_path: Path) -> None:
    """In one step, together with what is new beside it."""
    (tmp_path / "terms.yaml").write_bytes(b"before")
    write(NEW[:1], Longer("content/terms.yaml", b"before", b"before, after"), tmp_path)
    assert {"terms.yaml": b"before, after", "tasks/a.ko.md": b"A"} == tree(tmp_path)


def test_a_disk_without_second_names_takes_them_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as a memory stick; what is there stays there as well."""
    monkeypatch.setattr(os, "link", _refused)  # a disk of that sort cannot be had everywhere
    write(NEW[:1], None, tmp_path)
    with pytest.raises(TakenError):
        write((File("content/tasks/b.md", b"B"), File("content/tasks/a.ko.md", b"other")), None, tmp_path)
    assert {"tasks/a.ko.md": b"A"} == tree(tmp_path)


def test_what_can_be_neither_finished_nor_taken_away_again_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the path that whoever asked for it knows, with what to do."""
    (tmp_path / "terms.yaml").write_bytes(b"before")
    monkeypatch.setattr(Path, "replace", _refused)  # no disk can be had that changes its mind in between
    monkeypatch.setattr(Path, "unlink", lambda path, **_: _refused(path, path))
    with pytest.raises(HalfWrittenError) as refused:
        write(NEW[:1], Longer("content/terms.yaml", b"before", b"before, after"), tmp_path)
    (problem,) = refused.value.diagnostics
    assert ("content/tasks/a.ko.md", "cannot-write") == (problem.place.path, problem.code)
    assert (b"before", b"A") == ((tmp_path / "terms.yaml").read_bytes(), (tmp_path / "tasks/a.ko.md").read_bytes())


def _refused(source: Path, target: Path) -> None:
    del source, target
    raise PermissionError(1, "Operation not permitted")
