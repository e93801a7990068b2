"""Work in other processes: in order, no more than needed, and nobody is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import psutil
import pytest

from sitegen import build as building
from sitegen.build import Options, build
from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.read import Folders
from sitegen.workers import AHEAD, BATCH, FEW, Workers
from tests.crowd import tasks
from tests.sites import CAMPAIGN, NOON, PROJECT, hear_signals, plant, tree

LASTING = """
import sys, time
sys.path.insert(0, {project!r})
from sitegen.workers import Workers
from tests.test_workers import sleep
with Workers(2) as workers:
    for _ in workers.map(sleep, range(200)):
        print("working", flush=True)
"""


def squares(values: Sequence[int]) -> list[int]:
    """Return the square of each value."""
    return [value**2 for value in values]


def processes(values: Sequence[int]) -> list[int]:
    """Return for each value the process that handles it."""
    return [os.getpid() for _ in values]


def fail(values: Sequence[int]) -> list[int]:
    """Raise for one of them."""
    return [1 // (value - 100) for value in values]


def die(values: Sequence[object]) -> list[object]:
    """End this process as the system does where memory runs out."""
    del values
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def sleep(values: Sequence[int]) -> list[int]:
    """Take a while."""
    time.sleep(0.05 * len(values))
    return list(values)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("count", [0, 1, FEW, FEW + 1, 500])
def test_results_come_in_the_order_of_the_values(jobs: int, count: int) -> None:
    """In however many processes, and however many there are."""
    with Workers(jobs) as workers:
        assert [value**2 for value in range(count)] == list(workers.map(squares, range(count)))


def test_a_few_values_start_no_process() -> None:
    """It takes longer than what they need."""
    with Workers(2) as workers:
        assert {os.getpid()} == {*workers.map(processes, range(FEW))}
        assert os.getpid() not in {*workers.map(processes, range(FEW + 1))}


def test_values_are_asked_for_as_they_are_needed() -> None:
    """So that memory stays bounded."""
    asked: list[int] = []

    def values() -> Iterator[int]:
        for value in range(10_000):
            asked.append(value)
            yield value

    with Workers(2) as workers:
        next(workers.map(squares, values()))
    assert len(asked) <= FEW + BATCH * (2 * AHEAD + 2)


def test_what_is_raised_elsewhere_is_raised_here() -> None:
    """And the processes end."""
    with Workers(2) as workers, pytest.raises(ZeroDivisionError):
        list(workers.map(fail, range(200)))


def test_a_process_that_is_ended_is_told() -> None:
    """With the status of a problem of the system."""
    with Workers(2) as workers, pytest.raises(SiteError) as caught:
        list(workers.map(die, range(200)))
    assert ("worker-died", ExitStatus.ENVIRONMENT) == (caught.value.diagnostics[0].code, caught.value.status)


def test_work_is_not_done_by_other_code() -> None:
    """As where the program was changed meanwhile: its results would be kept under a wrong name."""
    with Workers(2, program=_of_this_process) as workers, pytest.raises(SiteError) as caught:
        list(workers.map(squares, range(200)))
    assert ("other-program", ExitStatus.ENVIRONMENT) == (caught.value.diagnostics[0].code, caught.value.status)


def _of_this_process() -> bytes:
    return str(os.getpid()).encode()


@pytest.mark.parametrize("stage", ["sitegen.pipeline.parse_files", "sitegen.making.make_pages"])
def test_a_build_whose_helper_is_ended_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    """Whatever the helper was at work on."""
    plant(tmp_path, CAMPAIGN)
    folders = Folders(tmp_path / "content", tmp_path / "templates", tmp_path / "assets")
    options = Options(
        folders=folders, output=tmp_path / "site", as_of=datetime.fromisoformat(NOON), jobs=2, cache=tmp_path / ".cache"
    )
    assert build(options).status is ExitStatus.FINE
    before = tree(tmp_path / "site")
    plant(tmp_path, CAMPAIGN + tasks(FEW + 1))
    monkeypatch.setattr(stage, die)
    outcome = build(options)
    assert (ExitStatus.ENVIRONMENT, ["worker-died"]) == (outcome.status, [found.code for found in outcome.problems])
    assert before == tree(tmp_path / "site")
    monkeypatch.undo()
    assert building.build(options).status is ExitStatus.FINE


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_helper_outlives_the_build(how: signal.Signals) -> None:
    """Killed, interrupted or asked to end, its processes are gone within seconds."""
    program = LASTING.format(project=str(PROJECT))
    process = subprocess.Popen(  # noqa: S603  # the program above
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
    assert process.stdout is not None
    assert b"working\n" == process.stdout.readline()
    assert len(_group(process.pid)) >= 3
    os.kill(process.pid, how) if how is not signal.SIGINT else os.killpg(process.pid, how)
    process.wait(30)
    process.stdout.close()
    deadline = time.monotonic() + 10
    while _group(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [] == _group(process.pid)


def test_an_interrupted_build_says_one_line(tmp_path: Path) -> None:
    """No helper prints a trace of its own, and the exit status is that of an interruption."""
    plant(tmp_path, CAMPAIGN + tasks(1200))
    command = [sys.executable, str(PROJECT / "build.py"), "--jobs", "2", "--no-cache", "--as-of", NOON]
    process = subprocess.Popen(  # noqa: S603  # our own program
        command,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        preexec_fn=hear_signals,  # noqa: PLW1509  # no threads here
    )
    deadline = time.monotonic() + 30
    while len(_group(process.pid)) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert (130, "Interrupted. The published site is whole.\n") == (process.returncode, said)
    assert [] == [path.name for path in tmp_path.iterdir() if path.name.startswith("site")]


def _group(leader: int) -> list[int]:
    """Return the living processes of a group."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.NoSuchProcess, ProcessLookupError):
            if os.getpgid(process.pid) == leader and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
    return found
