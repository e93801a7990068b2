"""How the new site takes the place of the old one, and what the old one is still good for."""

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSYS
from functools import partial
from pathlib import Path

import pytest

from sitegen.write import Destination
from sitegen.write.durability import sync_each
from sitegen.write.exchange import exchange, in_one_step
from tests.write.publishing import beside, build, mode, tree

PAGES = ("x" * 9999, "y" * 9999)


def test_a_reader_finds_a_whole_page_at_every_moment(destination: Destination) -> None:
    """The folder is never missing, and no page is ever half of one."""
    build(destination, {"index.html": PAGES[0]})
    with _read_all_the_while(destination.path / "index.html") as seen:
        _publish_over_and_over(destination)
    assert set(PAGES) == seen


@contextmanager
def _read_all_the_while(page: Path) -> Iterator[set[str]]:
    """Yield what is read of a page, or that it is missing, from another thread during the block."""
    done, seen = threading.Event(), set[str]()

    def read() -> None:
        while not done.is_set():
            seen.add(page.read_text(encoding="utf-8") if page.exists() else "missing")

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield seen
    finally:
        done.set()
        reader.join()


def _publish_over_and_over(destination: Destination) -> None:
    for number in range(40):
        build(destination, {"index.html": PAGES[number % 2]}, in_one_step)


def test_the_next_best_exchange_is_used_where_the_best_is_missing(destination: Destination) -> None:
    """As on systems without renameat2, and on disks that do not implement it."""

    def missing(_stage: Path, where: Destination) -> None:
        raise OSError(ENOSYS, os.strerror(ENOSYS), str(where.path))

    build(destination, {"a.html": "1"})
    build(destination, {"a.html": "2"}, partial(exchange, best=missing))
    assert ({"a.html": "2"}, ["content", "site"]) == (tree(destination.path), beside(destination))


def test_syncing_file_by_file_opens_neither_pipes_nor_links(tmp_path: Path) -> None:
    """A pipe that nobody writes to would never be open, and a link may lead nowhere."""
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    syncing = threading.Thread(target=sync_each, args=[tmp_path], daemon=True)
    syncing.start()
    syncing.join(timeout=10)
    assert not syncing.is_alive()


def test_a_spare_is_closed_to_others_and_saves_making_folders(destination: Destination) -> None:
    """The site before the last becomes the next one: its folders are used again."""
    build(destination, {"a/index.html": "1"})
    folder = (destination.path / "a").stat().st_ino
    build(destination, {"a/index.html": "2"}, keep_spare=True)
    assert 0o700 == mode(destination.spare)
    build(destination, {"a/index.html": "3"}, keep_spare=True)
    assert (folder, 0o755) == ((destination.path / "a").stat().st_ino, mode(destination.path))


def test_a_spare_that_is_not_to_be_kept_is_used_up(destination: Destination) -> None:
    """Afterwards there is nothing beside the site."""
    build(destination, {"a.html": "1"})
    build(destination, {"a.html": "2"}, keep_spare=True)
    build(destination, {"a.html": "3"})
    assert ["content", "site"] == beside(destination)


@pytest.mark.parametrize(
    "command",
    [
        "chmod 700 a; echo 9 >a/index.html; mkfifo a/pipe",
        "rm -r a; touch a",
        "rm same.html; echo other >same.html",
        "rm same.html; mkdir -p same.html/b/c; ln -s / a/root",
        "cd ..; rm -r .site.spare; ln -s content .site.spare",
    ],
)
def test_whatever_became_of_a_spare_the_site_is_the_same(destination: Destination, command: str) -> None:
    """Only what is the very file that the output folder holds is used again."""
    build(destination, {"a/index.html": "1", "same.html": "same"})
    build(destination, {"a/index.html": "2", "same.html": "same"}, keep_spare=True)
    kept = destination.path.parent / "content/home.md"
    kept.touch()
    subprocess.run(command, shell=True, check=True, cwd=destination.spare)  # noqa: S602 - the commands above
    build(destination, {"a/index.html": "3", "same.html": "same"})
    assert {"a": None, "a/index.html": "3", "same.html": "same"} == tree(destination.path)
    assert (0o755, True) == (mode(destination.path / "a"), kept.exists())
