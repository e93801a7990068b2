"""Where nothing is published, and what is not."""

import os
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.files import Output
from sitegen.write import MANIFEST, Destination, lock
from sitegen.write.publication import publish
from tests.write.publishing import build, codes, spooled, stamps, tree

CONTENT = Path("texts/content")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, which is the working folder; its content is not directly in it, and a home folder is elsewhere."""
    project = tmp_path / "work/project"
    (project / CONTENT / "tasks").mkdir(parents=True)
    (project / "file").touch()
    (project / "empty").mkdir()
    (project / "link").symlink_to("empty")
    (project / "broken").symlink_to("nowhere")
    (project / "alias").symlink_to(CONTENT / "tasks")
    (tmp_path / "home/me").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home/me"))
    monkeypatch.chdir(project)
    return project


def _lock(destination: Destination) -> None:
    with lock(destination):
        pass


def _publish(destination: Destination) -> None:
    with spooled([]) as site:
        publish(site, destination)


@pytest.mark.parametrize("attempt", [_lock, _publish])
@pytest.mark.parametrize("sources", [(CONTENT,), ()])
@pytest.mark.parametrize(
    "folder", [".", "..", "../project", "texts/..", "/", "/dev", "~", "~/..", "link", "broken", "file"]
)
def test_an_output_folder_that_could_do_harm_is_refused(
    project: Path, folder: str, sources: tuple[Path, ...], attempt: Callable[[Destination], None]
) -> None:
    """Neither it nor anything beside it is touched, not even to lock it."""
    before = stamps(project.parents[1])
    named = Path(os.path.expanduser(folder))  # noqa: PTH111 - Path.expanduser does not look at HOME on every system
    with pytest.raises(SiteError) as caught:
        attempt(Destination(named, sources, Path()))
    assert (ExitStatus.USAGE, ["unsafe-output"]) == (caught.value.status, codes(caught.value))
    assert before == stamps(project.parents[1])


@pytest.mark.parametrize("attempt", [_lock, _publish])
@pytest.mark.parametrize("folder", ["texts", CONTENT, CONTENT / "site", CONTENT / "tasks/x/y", "alias/site"])
def test_an_output_folder_that_overlaps_the_sources_is_refused(
    project: Path, folder: str, attempt: Callable[[Destination], None]
) -> None:
    """Whatever it is called."""
    before = stamps(project)
    with pytest.raises(SiteError) as caught:
        attempt(Destination(Path(folder), (Path("templates"), CONTENT), Path()))
    assert (ExitStatus.USAGE, ["unsafe-output"]) == (caught.value.status, codes(caught.value))
    assert before == stamps(project)


@pytest.mark.parametrize("folder", ["site", "public/www", "../elsewhere", "text", "link/x"])
def test_an_output_folder_that_does_no_harm_is_used(project: Path, folder: str) -> None:
    """In the project or elsewhere."""
    build(Destination(Path(folder), (CONTENT, Path("templates")), Path()), {"a.html": "a"})
    assert {"a.html": "a"} == tree(project / folder)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/etc/x", "a//b", "a/", "./a", "a/.", "..", "../a", "a/../b", "..\\a", "a\\b", "C:x"),
        *("a\0", "a\nb", "a\x85", "\udcff", "나" * 67, "a/" * 500 + "a"),
    ],
    ids=ascii,
)
def test_a_path_that_leaves_the_folder_or_cannot_be_is_refused(destination: Destination, path: str) -> None:
    """It is a mistake of ours or an attack, so nothing is published at all."""
    with pytest.raises(SiteError) as caught:
        build(destination, {"a.html": "a", path: "b"})
    assert ExitStatus.CONTENT == caught.value.status
    assert {"unsafe-path"} == set(codes(caught.value))
    assert caught.value.diagnostics[0].place.path.isprintable()
    assert not destination.path.exists()


@pytest.mark.parametrize("path", ["나" * 66 + "ab", "a/" * 499 + "aa", ".well-known/security.txt", "a b/…", "ab:c"])
def test_a_path_that_can_be_is_published(destination: Destination, path: str) -> None:
    """The limits themselves are allowed, and so are names that begin with a dot."""
    build(destination, {path: "published"})
    assert "published" == tree(destination.path)[path]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/index.html", "a/index.html"),
        ("a", "a/index.html"),
        ("a/b/c.html", "A"),
        ("a.html", "A.html"),
        (normalize("NFC", "가.html"), normalize("NFD", "가.html")),
        (MANIFEST, "a.html"),
        (f"{MANIFEST}/a", "a.html"),
    ],
    ids=ascii,
)
def test_two_outputs_that_cannot_both_be_are_refused(destination: Destination, one: str, other: str) -> None:
    """On whatever disk the site may end up; nothing is changed."""
    with spooled([Output(one, b"1"), Output(other, b"2")]) as site, pytest.raises(SiteError) as caught:
        publish(site, destination)
    assert (ExitStatus.CONTENT, ["output-collision"]) == (caught.value.status, codes(caught.value))
    assert not destination.path.exists()
