"""What is in the output folder that we did not write."""

import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.write import MANIFEST, Destination
from sitegen.write.exchange import Exchange, in_one_step, in_two_steps
from tests.write.publishing import (
    beside,
    build,
    codes,
    destination_at,
    mode,
    names_in,
    stamps,
    tree,
    without_privileges,
)


@pytest.mark.parametrize("way", [in_one_step, in_two_steps])
def test_what_others_put_there_stays_as_it_is(destination: Destination, way: Exchange) -> None:
    """Files stay the same files, and links, pipes, empty folders and modes stay what they are."""
    build(destination, {"a/b/c.html": "1"})
    file, folder, link, pipe = (destination.path / name for name in ("a/b/own.pdf", "uploads", "a/latest", "pipe"))
    file.write_text("own", encoding="utf-8")
    folder.mkdir(mode=0o700)
    link.symlink_to("../nowhere")
    os.mkfifo(pipe)
    before = file.stat()
    build(destination, {"d.html": "2"}, way)
    assert (before.st_ino, before.st_mtime_ns) == (file.stat().st_ino, file.stat().st_mtime_ns)
    assert ["a", "a/b", "a/b/own.pdf", "a/latest", "d.html", "pipe", "uploads"] == names_in(destination.path)
    assert (0o700, "../nowhere", True) == (mode(folder), str(link.readlink()), pipe.is_fifo())


def test_a_folder_of_others_that_is_published_in_can_be_read(destination: Destination) -> None:
    """Once something of ours is in it, the folder is ours as well."""
    build(destination, {"a.html": "a"})
    (destination.path / "tasks").mkdir(mode=0o700)
    build(destination, {"tasks/index.html": "tasks"})
    assert 0o755 == mode(destination.path / "tasks")


@pytest.mark.parametrize("keep_spare", [False, True])
def test_a_read_only_folder_of_others_stays_and_is_no_obstacle(*, keep_spare: bool) -> None:
    """It is the old site's copy of it that is changed, and only to remove that."""
    with without_privileges(), tempfile.TemporaryDirectory() as parent:
        destination = destination_at(Path(parent) / "site")
        build(destination, {"a.html": "1"})
        own = destination.path / "own"
        own.mkdir()
        _replace_file_in(own, "1")
        build(destination, {"a.html": "2"}, keep_spare=keep_spare)
        _replace_file_in(own, "2")
        build(destination, {"a.html": "3"}, keep_spare=keep_spare)
        build(destination, {"a.html": "4"})
        assert {"a.html": "4", "own": None, "own/file": "2"} == tree(destination.path)
        assert (0o555, ["content", "site"]) == (mode(own), beside(destination))
        own.chmod(0o755)


def _replace_file_in(folder: Path, text: str) -> None:
    folder.chmod(0o755)
    (folder / "file").unlink(missing_ok=True)
    (folder / "file").write_text(text, encoding="utf-8")
    folder.chmod(0o555)


@pytest.mark.parametrize(
    ("command", "obstacle"),
    [
        ("touch new.html", "new.html"),
        ("mkdir new.html", "new.html"),
        ("ln -s nowhere new.html", "new.html"),
        ("touch tasks", "tasks"),
        ("ln -s . tasks", "tasks"),
        ("mkdir -p tasks/index.html/x", "tasks/index.html"),
        ("rm a.html; mkdir a.html", "a.html"),
    ],
)
def test_what_others_put_in_the_way_is_named(destination: Destination, command: str, obstacle: str) -> None:
    """It is not overwritten, and nothing else is changed either."""
    build(destination, {"a.html": "1"})
    subprocess.run(command, shell=True, check=True, cwd=destination.path)  # noqa: S602 - the commands above
    before = stamps(destination.path)
    with pytest.raises(SiteError) as caught:
        build(destination, {"a.html": "2", "new.html": "new", "tasks/index.html": "tasks"})
    assert (ExitStatus.ENVIRONMENT, ["foreign-file"]) == (caught.value.status, codes(caught.value))
    assert f"{destination.folder}/{obstacle}" == caught.value.diagnostics[0].place.path
    assert before == stamps(destination.path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notes.txt", ""),
        (MANIFEST, ""),
        (MANIFEST, "{}"),
        (MANIFEST, '{"files":[],"format":1,"generator":"another"}'),
        (MANIFEST, '{"files":[],"format":2,"generator":"sitegen"}'),
        (MANIFEST, '{"files":["a.html"],"format":1,"generator":"sitegen"}'),
        (MANIFEST, '{"files":[],"format":1,"generator":"sitegen","more":1}'),
    ],
)
def test_a_folder_that_is_not_ours_is_refused(destination: Destination, name: str, text: str) -> None:
    """Only a manifest of our own, in a format that we know, proves that a folder is ours."""
    destination.path.mkdir()
    (destination.path / name).write_text(text, encoding="utf-8")
    before = stamps(destination.path)
    with pytest.raises(SiteError) as caught:
        build(destination, {"a.html": "a"})
    assert (ExitStatus.ENVIRONMENT, ["not-our-folder"]) == (caught.value.status, codes(caught.value))
    assert before == stamps(destination.path)


def test_a_folder_kept_in_git_may_be_published_in(destination: Destination) -> None:
    """A .gitkeep does no harm, and stays."""
    destination.path.mkdir()
    (destination.path / ".gitkeep").touch()
    build(destination, {"a.html": "a"})
    assert {".gitkeep": "", "a.html": "a"} == tree(destination.path)
