"""Single files put in their places: all of them or none, and nothing of anybody else's lost."""

import os
import signal
from pathlib import Path

import pytest

from sitegen.write.placement import HalfwayError, MeanwhileError, Placement, put
from tests.write.publishing import largest_file, tree, without_privileges


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files."""
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    return tmp_path


def test_files_are_made_and_changed_and_nothing_else_is_left(folder: Path) -> None:
    """In folders that are made as needed."""
    put(
        [Placement(folder / "a", b"A", b"a"), Placement(folder / "x/y/new", b"N"), Placement(folder / "b", b"B", b"b")],
        makes_folders=True,
    )
    assert {"a": "A", "b": "B", "x": None, "x/y": None, "x/y/new": "N"} == tree(folder)


def test_no_folder_is_made_unless_that_is_asked_for(folder: Path) -> None:
    """As a folder that is missing is one that somebody mistyped."""
    with pytest.raises(FileNotFoundError) as refused:
        put([Placement(folder / "x/new", b"N")])
    assert (str(folder / "x/new"), {"a": "a", "b": "b"}) == (refused.value.filename, tree(folder))


@pytest.mark.parametrize(
    ("placement", "name"),
    [
        (Placement(Path("a"), b"A"), "a"),
        (Placement(Path("a"), b"A", b"before"), "a"),
        (Placement(Path("gone"), b"A", b"before"), "gone"),
    ],
    ids=["one that is there", "one that was changed", "one that was removed"],
)
def test_what_somebody_did_meanwhile_stays(
    folder: Path, placement: Placement, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named, and nothing is written."""
    monkeypatch.chdir(folder)
    with pytest.raises(MeanwhileError) as refused:
        put([Placement(Path("b"), b"B", b"b"), placement, Placement(Path("n/new"), b"N")], makes_folders=True)
    assert ((Path(name),), {"a": "a", "b": "b"}) == (refused.value.targets, tree(folder))


def test_whatever_stands_there_gives_way_if_it_is_to(folder: Path) -> None:
    """Whether there is a file or not."""
    put([Placement(folder / "a", b"A", is_forced=True), Placement(folder / "new", b"N", is_forced=True)])
    assert {"a": "A", "b": "b", "new": "N"} == tree(folder)


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
def test_a_file_keeps_its_mode(folder: Path, mode: int) -> None:
    """What only its owner may read stays so; nobody can read the new one before it has that mode."""
    (folder / "a").chmod(mode)
    put([Placement(folder / "a", b"A", b"a")])
    assert mode == (folder / "a").stat().st_mode & 0o777


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_a_new_file_has_the_mode_that_the_user_gives_files(folder: Path, umask: int, mode: int) -> None:
    """As if an editor had made it."""
    usual = os.umask(umask)
    try:
        put([Placement(folder / "new", b"N")])
    finally:
        os.umask(usual)
    assert mode == (folder / "new").stat().st_mode & 0o777


def test_a_link_is_followed(folder: Path) -> None:
    """The link stays one."""
    (folder / "link").symlink_to("a")
    put([Placement(folder / "link", b"A", b"a")])
    assert (Path("a"), b"A") == ((folder / "link").readlink(), (folder / "a").read_bytes())


def test_a_link_that_leads_nowhere_is_not_followed_by_a_new_file(folder: Path) -> None:
    """Somebody has put it there."""
    (folder / "link").symlink_to("nowhere")
    with pytest.raises(MeanwhileError):
        put([Placement(folder / "link", b"N")])
    assert not (folder / "nowhere").exists()


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2)])
def test_what_is_refused_half_way_is_taken_back(folder: Path, order: tuple[int, ...]) -> None:
    """A folder stands where the last file is to be; the files that were changed are the very same files again."""
    (folder / "obstacle").mkdir()
    placements = [
        Placement(folder / "a", b"A", b"a"),
        Placement(folder / "n/new", b"N"),
        Placement(folder / "obstacle", b""),
    ]
    before = (folder / "a").stat()
    with pytest.raises(IsADirectoryError) as refused:
        put([placements[number] for number in order], makes_folders=True)
    assert str(folder / "obstacle") == refused.value.filename
    assert {"a": "a", "b": "b", "obstacle": None} == tree(folder)
    after = (folder / "a").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_what_cannot_be_taken_back_is_kept_and_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old bytes are not lost, whatever the system has against them."""
    (folder / "obstacle").mkdir()
    usual = Path.replace

    def refuse_to_restore(path: Path, target: Path) -> Path:
        if path.suffix == ".old":
            raise PermissionError(13, "Permission denied")
        return usual(path, target)

    monkeypatch.setattr(Path, "replace", refuse_to_restore)  # no disk can be had that changes its mind in between
    with pytest.raises(HalfwayError) as refused:
        put(
            [
                Placement(folder / "a", b"A", b"a"),
                Placement(folder / "b", b"B", b"b"),
                Placement(folder / "obstacle", b""),
            ]
        )
    kept = dict(refused.value.left)
    assert {folder / "a": b"a", folder / "b": b"b"} == {
        target: path.read_bytes() for target, path in kept.items() if path
    }
    assert isinstance(refused.value.__cause__, IsADirectoryError)


def test_a_new_file_that_cannot_be_taken_away_again_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There are no old bytes to keep."""
    (folder / "obstacle").mkdir()
    usual = Path.unlink

    def refuse_to_remove(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "new":
            raise PermissionError(13, "Permission denied")
        usual(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse_to_remove)  # as above
    with pytest.raises(HalfwayError) as refused:
        put([Placement(folder / "new", b"N"), Placement(folder / "obstacle", b"")])
    assert ((folder / "new", None),) == refused.value.left


def test_a_disk_without_second_names_does_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as a memory stick: copies are kept, and what is there stays there."""

    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted", str(source), None, str(target))

    monkeypatch.setattr(os, "link", refuse)  # a disk of that sort cannot be had everywhere
    put([Placement(folder / "a", b"A", b"a"), Placement(folder / "new", b"N")])
    with pytest.raises(MeanwhileError):
        put([Placement(folder / "a", b"X", b"A"), Placement(folder / "new", b"X")])
    (folder / "obstacle").mkdir()
    with pytest.raises(IsADirectoryError):
        put(
            [
                Placement(folder / "a", b"X", b"A"),
                Placement(folder / "new", b"X", b"N"),
                Placement(folder / "obstacle", b""),
            ]
        )
    assert {"a": "A", "b": "b", "new": "N", "obstacle": None} == tree(folder)


def test_where_there_is_no_room_nothing_changes(folder: Path) -> None:
    """Everything is on the disk before the first file is put in its place; the file that found no room is named."""
    with largest_file(2**12), pytest.raises(OSError, match="File too large") as refused:
        put([Placement(folder / "a", b"A", b"a"), Placement(folder / "new", bytes(2**13))])
    assert (str(folder / "new"), {"a": "a", "b": "b"}) == (refused.value.filename, tree(folder))


def test_where_nobody_may_write_nothing_changes(folder: Path) -> None:
    """Not even the folder that is missing is made."""
    folder.chmod(0o555)
    with without_privileges(), pytest.raises(PermissionError):
        put([Placement(folder / "a", b"A", b"a"), Placement(folder / "n/new", b"N")], makes_folders=True)
    assert {"a": "a", "b": "b"} == tree(folder)


def test_a_name_as_long_as_names_can_be_is_written(folder: Path) -> None:
    """What is made ready beside it has a short one."""
    name = "가" * 85
    put([Placement(folder / name, b"N")])
    assert b"N" == (folder / name).read_bytes()


def test_what_a_killed_process_left_is_in_nobodys_way(folder: Path) -> None:
    """Not even if a new process has the same number."""
    (folder / f".unfinished-{os.getpid()}-0").write_bytes(b"left")
    put([Placement(folder / "a", b"A", b"a")])
    assert b"A" == (folder / "a").read_bytes()


def test_a_request_to_stop_waits_until_all_is_done(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it does what it always does, and nothing is left behind."""
    usual = Path.replace

    def interrupted(path: Path, target: Path) -> Path:
        os.kill(os.getpid(), signal.SIGINT)
        return usual(path, target)

    monkeypatch.setattr(Path, "replace", interrupted)  # the moment cannot be hit from outside
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have these tests not hear it
    try:
        with pytest.raises(KeyboardInterrupt):
            put([Placement(folder / "a", b"A", b"a"), Placement(folder / "b", b"B", b"b")])
    finally:
        signal.signal(signal.SIGINT, heard)
    assert {"a": "A", "b": "B"} == tree(folder)
