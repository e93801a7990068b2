"""Whatever editors, people and programs do to the files: nothing is lost, nothing is stale, nothing crashes."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.serve.building import SETTLED
from tests.serve.previews import HOME, PATIENCE, Preview, previewing, soon
from tests.sites import NOON, PROJECT, built, edit, plant, tree

PAGE = "---\ntitle: Page {number}\nsummary: One of many.\n---\n"
TARGET = "content/pages/home.en.md"


def _overwrite(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def _replace(file: Path, text: str) -> None:
    """Save as most editors do: a new file takes the place of the old one."""
    other = file.with_name(".home.en.md.new")
    other.write_text(text, "utf-8")
    other.replace(file)


def _replace_visibly(file: Path, text: str) -> None:
    """The same, with a temporary file that could be one of the content's."""
    other = file.with_name("4913.md")
    other.write_text(text, "utf-8")
    other.replace(file)


def _as_vim(file: Path, text: str) -> None:
    """Move the old file away, write a new one, remove the old one."""
    backup = file.with_name("home.en.md~")
    file.rename(backup)
    file.with_name("4913").write_text("")
    file.write_text(text, "utf-8")
    file.with_name("4913").unlink()
    backup.unlink()


def _in_pieces(file: Path, text: str) -> None:
    """Write so slowly that a build begins, and finds a mistake, between one piece and the next."""
    with file.open("w", encoding="utf-8") as stream:
        for piece in (text[at : at + 20] for at in range(0, len(text), 20)):
            stream.write(piece)
            stream.flush()
            time.sleep(2 * SETTLED)


def _with_an_old_date(file: Path, text: str) -> None:
    """Put back a file from before, with its dates."""
    other = file.with_name(".restored")
    other.write_text(text, "utf-8")
    os.utime(other, (1_000_000_000, 1_000_000_000))
    other.replace(file)


def _removed_and_written(file: Path, text: str) -> None:
    file.unlink()
    file.write_text(text, "utf-8")


def _held_open(file: Path, text: str) -> None:
    """Another program has the file open all the while."""
    with file.open("rb"), file.open("r+", encoding="utf-8") as stream:
        stream.truncate()
        stream.write(text)


@pytest.mark.parametrize(
    "save",
    [
        _overwrite,
        _replace,
        _replace_visibly,
        _as_vim,
        _in_pieces,
        _with_an_old_date,
        _removed_and_written,
        _held_open,
    ],
)
@pytest.mark.parametrize("arguments", [(), ("--poll",)], ids=["watched", "polled"])
def test_a_file_may_be_saved_in_any_way(
    tmp_path: Path, save: Callable[[Path, str], None], arguments: tuple[str, ...]
) -> None:
    """What is saved is shown."""
    with previewing(plant(tmp_path, ""), *arguments) as preview:
        assert preview.begins()
        for number in range(3):
            save(tmp_path / TARGET, HOME.format(title=f"Saved {number}"))
            assert preview.shows(f"Saved {number}", "/en/")


def test_a_thousand_files_may_change_at_once(preview: Preview) -> None:
    """They come, change and go, and what is shown in the end is what a build makes."""
    assert preview.begins()
    pages = {f"content/pages/p{number}.en.md": PAGE.format(number=number) for number in range(1000)}
    edit(preview.folder, pages)
    assert preview.shows("Page 999", "/en/p999/")
    edit(preview.folder, {path: text.replace("One of", "Some of") for path, text in pages.items()})
    assert preview.shows("Some of", "/en/p500/")
    for path in pages:
        (preview.folder / path).unlink()
    assert soon(lambda: preview.ask("/en/p0/").status == 404)
    assert soon(lambda: preview.ask("/en/p999/").status == 404)
    assert _is_what_a_build_makes(preview)


def test_a_folder_may_be_renamed_and_put_back(preview: Preview) -> None:
    """What it holds goes and comes back, and is watched as before."""
    assert preview.begins()
    folder = preview.folder / "content/pages"
    edit(preview.folder, {"content/news/first.en.md": "---\ntitle: News\nsummary: News.\n---\n"})
    folder.rename(folder.with_name("elsewhere"))
    assert preview.says("The preview was not changed")
    folder.with_name("elsewhere").rename(folder)
    (preview.folder / "content/news/first.en.md").unlink()
    edit(preview.folder, {TARGET: HOME.format(title="Back again")})
    assert preview.shows("Back again", "/en/")


def test_files_may_come_and_go_all_the_time(preview: Preview) -> None:
    """Files deleted while they are read end nothing, and the last state is the one shown."""
    assert preview.begins()
    for number in range(150):
        edit(preview.folder, {f"content/pages/q{number % 7}.en.md": PAGE.format(number=number)})
        (preview.folder / f"content/pages/q{(number + 3) % 7}.en.md").unlink(missing_ok=True)
    edit(preview.folder, {TARGET: HOME.format(title="At last")})
    assert preview.shows("At last", "/en/")
    assert _is_what_a_build_makes(preview)


def test_a_file_nobody_may_read_is_told_and_waited_for(preview: Preview) -> None:
    """A pipe, a link or a folder in the place of a file are mistakes like others."""
    assert preview.begins()
    odd = preview.folder / "content/pages/odd.en.md"
    os.mkfifo(odd)
    assert preview.says("odd.en.md")
    odd.unlink()
    edit(preview.folder, {TARGET: HOME.format(title="Nothing odd")})
    assert preview.shows("Nothing odd", "/en/")


def test_the_preview_may_be_removed_while_it_is_shown(preview: Preview) -> None:
    """It is made again by itself."""
    assert preview.begins()
    assert soon((preview.folder / ".cache/preview").is_dir)
    (preview.folder / ".cache").rename(preview.folder / "removed")
    assert preview.shows("This is the home page.", "/en/")
    assert soon((preview.folder / ".cache/preview/en").is_dir)


def test_a_build_may_be_at_work_in_the_same_folder(preview: Preview) -> None:
    """The preview waits for it, and goes on."""
    assert preview.begins()
    command = (sys.executable, str(PROJECT / "build.py"), "--output", ".cache/preview", "--drafts", "--as-of", NOON)
    for number in range(5):
        other = subprocess.Popen(command, cwd=preview.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  # our own program
        edit(preview.folder, {TARGET: HOME.format(title=f"Beside {number}")})
        other.wait(PATIENCE)
        assert preview.shows(f"Beside {number}", "/en/")


def test_what_nobody_tells_of_is_found_all_the_same(tmp_path: Path) -> None:
    """Where the system tells of no changes, as through a link to a folder elsewhere, they are looked for."""
    plant(tmp_path, "")
    strings = tmp_path / "content"
    strings.rename(tmp_path / "real")
    strings.symlink_to(tmp_path / "real", target_is_directory=True)
    with previewing(tmp_path) as preview:
        assert preview.begins()
        _replace(tmp_path / "real/pages/home.en.md", HOME.format(title="Found"))
        assert preview.shows("Found", "/en/")


def _is_what_a_build_makes(preview: Preview) -> bool:
    """Whether the preview's folder holds, now or soon, what a build makes of the content."""
    expected = built(preview.folder, "--drafts")
    return soon(lambda: tree(preview.folder / ".cache/preview") == expected)
