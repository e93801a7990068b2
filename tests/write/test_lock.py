"""One build at a time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.write import Destination, lock
from tests.write.publishing import PROJECT, codes

HOLDER = """
import os, sys
from pathlib import Path
from sitegen.write import Destination, lock
folder = Path(sys.argv[1])
with lock(Destination(folder, (), folder.parent / "content")):
    worker = os.fork() == 0
    if worker:
        print("held", flush=True)
    sys.stdin.read()  # until the test is done
    if worker:
        os._exit(0)
"""


@contextmanager
def _held_elsewhere(destination: Destination) -> Iterator[subprocess.Popen[bytes]]:
    """Let another process hold the lock during the block, unless it is killed before."""
    command = [sys.executable, "-c", HOLDER, str(destination.folder)]
    with subprocess.Popen(  # noqa: S603 - the program above
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert b"held\n" == holder.stdout.readline()
        yield holder


def test_a_second_build_is_told_which_process_is_at_work(destination: Destination) -> None:
    """It does not wait."""
    with _held_elsewhere(destination) as holder, pytest.raises(SiteError) as caught, lock(destination):
        pass
    assert (ExitStatus.BUSY, ["another-build"]) == (caught.value.status, codes(caught.value))
    assert f"another build is publishing here (process {holder.pid})" == caught.value.diagnostics[0].text()


def test_a_build_that_was_killed_keeps_nobody_out(destination: Destination) -> None:
    """The system gives its lock back, even while a worker of that build lives on."""
    with _held_elsewhere(destination) as holder:
        holder.kill()
        holder.wait()
        assert f"{holder.pid}\n" == destination.lock_file.read_text(encoding="ascii")
        destination.lock_file.write_text("a longer process id than ours", encoding="ascii")
        with lock(destination):
            assert f"{os.getpid()}\n" == destination.lock_file.read_text(encoding="ascii")
    assert not destination.lock_file.exists()


def test_a_lock_that_is_a_link_is_not_followed(destination: Destination) -> None:
    """Whoever may write beside the output folder must not be able to have any file of ours emptied."""
    victim = destination.path.parent / "content/home.md"
    victim.write_text("home", encoding="utf-8")
    destination.lock_file.symlink_to(victim)
    with pytest.raises(SiteError) as caught, lock(destination):
        pass
    assert (["cannot-write"], "home") == (codes(caught.value), victim.read_text(encoding="utf-8"))
