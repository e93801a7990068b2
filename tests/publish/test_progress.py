"""What is shown while a site is sent: on a terminal how much of it, in a pipe nothing."""

import os
import subprocess
import sys
from pathlib import Path

from tests.publish.editions import edition, lay, publish
from tests.sites import PROJECT


def test_a_terminal_shows_how_much_has_been_sent(site: Path, tmp_path: Path) -> None:
    """In one line that is written over."""
    ours, theirs = os.openpty()
    command = [sys.executable, str(PROJECT / "build.py"), "publish", str(tmp_path / "www"), "--output", str(site)]
    lay(site, edition("one"))
    done = subprocess.run(command, stderr=theirs, stdout=subprocess.DEVNULL, check=False)  # noqa: S603  # ours
    os.close(theirs)
    shown = os.read(ours, 2**16).decode()
    os.close(ours)
    assert 0 == done.returncode
    assert shown.count("\rSending: ") == len(edition("one"))
    assert shown.count("\n") <= 1


def test_a_pipe_shows_none_of_that(site: Path, tmp_path: Path) -> None:
    """Only how it went."""
    done = publish(str(tmp_path / "www"), "--output", str(lay(site, edition("one"))))
    assert ("", 2) == (done.stderr, done.stdout.count("\n"))


def test_of_publishers_at_once_one_goes_on(site: Path, tmp_path: Path) -> None:
    """The others leave with status 4, or find that nothing is left to do; what readers get is whole."""
    command = [sys.executable, str(PROJECT / "build.py"), "publish", str(tmp_path / "www"), "--output", str(site)]
    files = edition("one", 100)
    lay(site, files)
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]  # noqa: S603  # ours
    said = [process.communicate()[1] for process in running]
    statuses = {process.returncode for process in running}
    assert 0 in statuses, said
    assert statuses <= {0, 4}, said
    assert all((tmp_path / "www/current" / path).read_bytes() == data for path, data in files.items())
    assert 1 == len(list((tmp_path / "www/releases").iterdir()))
