"""What the system refuses, and signals: a message, the status that says so, and the old site as it was."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites import NOON, PROJECT, edit, hear_signals, plant, run, tree

BUILD = (sys.executable, str(PROJECT / "build.py"), "build", "--as-of", NOON)
AS_NOBODY_IN_PARTICULAR = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""How to run a command that must ask for permission, which root need not."""
LONG = {
    f"content/pages/page-{number}.ko.md": f"---\ntitle: 페이지 {number}\nsummary: 깁니다.\n---\n"
    + "**긴** *글*입니다.\n\n" * 2000
    for number in range(60)
}
"""So much content that a build takes many seconds."""


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """The folder of a small site that has been built, with a change that has not."""
    run(plant(tmp_path, ""), "build")
    edit(tmp_path, {"content/pages/home.en.md": "---\ntitle: A new title\nsummary: It is new.\n---\n"})
    return tmp_path


@pytest.mark.parametrize("folder", ["content", "templates", "assets"])
def test_a_missing_folder_is_told(published: Path, folder: str) -> None:
    """Status 3 and the name of the folder."""
    done = run(published, "build", f"--{folder}", "nowhere")
    assert (3, True) == (done.returncode, "there is no folder nowhere" in done.stderr)


def test_a_folder_that_nobody_may_write_in_is_told(published: Path) -> None:
    """Status 3, the folder and why, and what to do; the site is as it was."""
    before = tree(published / "site")
    published.chmod(0o555)
    done = _run(published, *AS_NOBODY_IN_PARTICULAR, *BUILD)
    published.chmod(0o755)
    assert (3, True) == (done.returncode, done.stderr.startswith("site:1:1: error[cannot-write]"))
    assert "get the right to write there" in done.stderr
    assert before == tree(published / "site")


def test_a_file_that_nobody_may_read_is_told(published: Path) -> None:
    """Status 3 and the file, for which nothing else can stand in."""
    page = published / "content/pages/home.en.md"
    page.chmod(0)
    done = _run(published, *AS_NOBODY_IN_PARTICULAR, *BUILD)
    assert (3, True) == (done.returncode, done.stderr.startswith("content/pages/home.en.md:1:1: error[cannot-read]"))


def test_a_folder_that_nobody_may_look_into_is_told(published: Path) -> None:
    """Also if it is the folder of all content."""
    (published / "content").chmod(0)
    done = _run(published, *AS_NOBODY_IN_PARTICULAR, *BUILD)
    (published / "content").chmod(0o755)
    assert (3, True) == (done.returncode, done.stderr.startswith("content:1:1: error[cannot-read]"))


def test_a_full_disk_is_told(published: Path) -> None:
    """Where no file can grow beyond a block, the status is 3, nothing is left beside the site, and it is as it was."""
    before = tree(published)
    done = _run(published, "sh", "-c", 'ulimit -f 1; exec "$@"', "sh", *BUILD)
    assert (3, True) == (done.returncode, "error[cannot-write]" in done.stderr)
    assert before == tree(published)


def test_an_output_folder_below_a_file_is_told(published: Path) -> None:
    """Status 3, as for every place where there can be no folder."""
    (published / "file.txt").write_text("", encoding="utf-8")
    done = run(published, "build", "--output", "file.txt/site")
    assert (3, True) == (done.returncode, "error[cannot-write]" in done.stderr)


def test_a_second_build_leaves_at_once(published: Path) -> None:
    """Status 4 while another build holds the lock, and the site is as it was."""
    before = tree(published / "site")
    with (published / ".site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run(published, "build")
    assert (4, True) == (done.returncode, "error[another-build]" in done.stderr)
    assert before == tree(published / "site")


def test_a_lock_that_a_killed_build_left_keeps_nobody_out(published: Path) -> None:
    """It is the lock that counts, not the file."""
    (published / ".site.lock").write_text("1\n", encoding="utf-8")
    assert 0 == run(published, "build").returncode


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_can_be_interrupted(published: Path, number: signal.Signals, status: int) -> None:
    """It ends with the status of the signal, without a traceback; nothing is left, and the site is as it was."""
    before = tree(published)
    edit(published, LONG)
    build = subprocess.Popen(  # noqa: S603  # our own program
        BUILD,
        cwd=published,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_signals,  # noqa: PLW1509  # no threads here
    )
    _wait_until((published / ".site.lock").exists)
    build.send_signal(number)
    _, told = build.communicate(timeout=60)
    assert (status, False) == (build.returncode, "Traceback" in told)
    assert before == {path: data for path, data in tree(published).items() if path not in LONG}


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder."""
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603  # our own program


def _wait_until(is_true: Callable[[], bool]) -> None:
    while not is_true():
        time.sleep(0.01)
