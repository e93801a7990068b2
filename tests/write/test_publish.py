"""What is in the output folder after a build."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from sitegen.write import MANIFEST, Destination, Written
from sitegen.write.exchange import Exchange, in_one_step, in_two_steps
from sitegen.write.publication import publish
from tests.write.publishing import Site, beside, build, destination_at, mode, outputs, spooled, stamps, tree, umask

EMPTY_DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
ABC_DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # FIPS 180-2, appendix B.1

SITES = st.fixed_dictionaries({}, optional=dict.fromkeys(["a", "b/a", "b/b", "c/d/e"], st.sampled_from(["1", "2"])))
WAYS = st.sampled_from([in_one_step, in_two_steps])


def test_a_first_build_makes_the_folder_and_those_it_is_in(tmp_path: Path) -> None:
    """Neither the output folder nor its parent need exist."""
    destination = Destination(tmp_path / "public/www", (), tmp_path / "project")
    build(destination, {"tasks/index.html": "tasks"})
    assert {"tasks": None, "tasks/index.html": "tasks"} == tree(destination.path)


def test_a_build_tells_what_it_did(destination: Destination) -> None:
    """Paths are sorted, and the manifest is not among them."""
    build(destination, {"b.html": "1", "c.html": "1", "d.html": "1"})
    written = build(destination, {"a.html": "1", "b.html": "1", "c.html": "2", "0.html": "1"})
    what = Written(created=("0.html", "a.html"), changed=("c.html",), removed=("d.html",), unchanged=1)
    assert what == structs.replace(written, touched=frozenset())
    assert {"0.html": "1", "a.html": "1", "b.html": "1", "c.html": "2"} == tree(destination.path)


def test_the_manifest_lists_every_file_in_canonical_json(destination: Destination) -> None:
    """It is sorted by path, and does not list itself."""
    build(destination, {"나.html": "", "a/index.html": "abc"})
    assert (
        '{"files":['
        f'{{"path":"a/index.html","sha256":"{ABC_DIGEST}","size":3}},'
        f'{{"path":"나.html","sha256":"{EMPTY_DIGEST}","size":0}}'
        '],"format":1,"generator":"sitegen"}\n'
    ) == (destination.path / MANIFEST).read_text(encoding="utf-8")


def test_everybody_may_read_the_site_whatever_the_umask(tmp_path: Path) -> None:
    """A web server runs as somebody else."""
    folder = tmp_path / "public/site"
    with umask(0o077):
        build(Destination(folder, (), tmp_path / "project"), {"a/b/c.html": "c"})
    assert [0o755] * 4 == [mode(folder / name) for name in ("..", ".", "a", "a/b")]
    assert [0o644] * 2 == [mode(folder / name) for name in ("a/b/c.html", MANIFEST)]


def test_a_build_that_changes_nothing_touches_nothing(destination: Destination) -> None:
    """No file or folder is made or dated anew, in the output folder or beside it."""
    site = {"index.html": "home", "a/b.html": "b"}
    build(destination, site)
    before = stamps(destination.path.parent)
    with spooled(outputs(site)) as again:
        assert Written(created=(), changed=(), removed=(), unchanged=2) == publish(again, destination)
    assert before == stamps(destination.path.parent)


def test_an_unchanged_file_stays_the_same_file(destination: Destination) -> None:
    """It is linked, not copied; a changed one is a new file, and whoever reads the old one reads it to its end."""
    build(destination, {"same.html": "same", "other.html": "1"})
    same = (destination.path / "same.html").stat().st_ino
    with (destination.path / "other.html").open(encoding="utf-8") as reader:
        build(destination, {"same.html": "same", "other.html": "2"})
        assert "1" == reader.read()
    assert same == (destination.path / "same.html").stat().st_ino


def _alter(file: Path) -> None:
    """Change a file, but neither its size nor its date."""
    status = file.stat()
    file.write_bytes(file.read_bytes().replace(b"a", b"b"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def _lengthen(file: Path) -> None:
    with file.open("a", encoding="utf-8") as writer:
        writer.write("\n")


def _link(file: Path) -> None:
    """Leave a link to the very same data in the place of a file."""
    file.symlink_to(file.rename(file.parents[2] / "elsewhere"))


@pytest.mark.parametrize("tamper", [_alter, _lengthen, _link, Path.unlink])
def test_what_was_tampered_with_is_restored(destination: Destination, tamper: Callable[[Path], None]) -> None:
    """Bytes decide: sizes and dates prove nothing."""
    site = {"a/index.html": "a", "b.html": "b"}
    build(destination, site)
    tamper(destination.path / "a/index.html")
    assert ("a/index.html",) == build(destination, site).changed
    assert {"a": None, **site} == tree(destination.path)
    assert not (destination.path / "a/index.html").is_symlink()


def test_a_manifest_that_was_tampered_with_is_restored(destination: Destination) -> None:
    """A wrong digest in it is a difference like any other."""
    build(destination, {"a.html": "abc"})
    manifest = destination.path / MANIFEST
    right = manifest.read_bytes()
    manifest.write_bytes(right.replace(ABC_DIGEST.encode(), EMPTY_DIGEST.encode()))
    build(destination, {"a.html": "abc"})
    assert right == manifest.read_bytes()


def test_folders_that_are_left_empty_go_away(destination: Destination) -> None:
    """A page that moved leaves nothing behind, even if its file was removed by hand before."""
    build(destination, {"a/b/c.html": "c", "e/f.html": "f", "d.html": "d"})
    (destination.path / "e/f.html").unlink()
    build(destination, {"d.html": "d"})
    assert {"d.html": "d"} == tree(destination.path)


def test_nothing_is_left_beside_the_site(destination: Destination) -> None:
    """The old site is removed, and so is the lock."""
    build(destination, {"a.html": "1"})
    build(destination, {"a.html": "2"})
    assert ["content", "site"] == beside(destination)


@settings(deadline=None)  # disks take the time they take
@given(builds=st.lists(st.tuples(SITES, WAYS, st.booleans()), max_size=5), last=SITES)
def test_after_any_builds_the_site_is_what_the_last_alone_would_have_made(
    builds: list[tuple[Site, Exchange, bool]], last: Site
) -> None:
    """Incremental is clean, to the byte, and what others put there meanwhile stays."""
    with tempfile.TemporaryDirectory() as folder:
        used, fresh = destination_at(Path(folder) / "used"), destination_at(Path(folder) / "fresh")
        others = _build_all(used, builds)
        build(used, last)
        build(fresh, last)
        assert {**tree(fresh.path), **others} == tree(used.path)
        assert (fresh.path / MANIFEST).read_bytes() == (used.path / MANIFEST).read_bytes()


def _build_all(destination: Destination, builds: list[tuple[Site, Exchange, bool]]) -> dict[str, str | None]:
    """Build each of the sites, let somebody else put something there after each, and return that."""
    for number, (site, way, keep_spare) in enumerate(builds):
        build(destination, site, way, keep_spare=keep_spare)
        (destination.path / f"own{number}").mkdir()
        (destination.path / f"own{number}/file").touch()
    own = range(len(builds))
    return {**{f"own{number}": None for number in own}, **{f"own{number}/file": "" for number in own}}
