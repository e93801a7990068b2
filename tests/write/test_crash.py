"""What is left of builds that were broken off."""

import os
import subprocess
import sys

import pytest

from sitegen.diagnostics import SiteError
from sitegen.write import Destination, recover
from tests.write.publishing import PROJECT, beside, build, codes, stamps, tree


def _crash(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the trials of crash.py."""
    command = [sys.executable, "tests/write/crash.py", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    return subprocess.run(  # noqa: S603 - our own program
        command, cwd=PROJECT, env=environment, check=False, capture_output=True, text=True
    )


@pytest.mark.parametrize("trial", ["kills", "steps", "faults"])
@pytest.mark.parametrize("method", ["one-step", "two-steps-spare"])
def test_a_broken_off_build_leaves_a_whole_site(trial: str, method: str) -> None:
    """The old one or the new one, every time; and each of them happens, or the trial would prove nothing."""
    left = _crash(trial, "--method", method)
    assert (0, True, True) == (left.returncode, '"old"' in left.stdout, '"new"' in left.stdout), left.stdout


@pytest.mark.parametrize("trial", ["steps", "faults"])
def test_a_broken_off_first_build_leaves_a_whole_site_or_none(trial: str) -> None:
    """There is no folder with half a site in it."""
    left = _crash(trial, "--start", "absent")
    assert (0, True, True) == (left.returncode, '"absent"' in left.stdout, '"new"' in left.stdout), left.stdout


def test_publishing_in_place_does_not_pass() -> None:
    """So the trials find what they look for."""
    left = _crash("steps", "--method", "in-place")
    assert (1, True) == (left.returncode, '"a mixture"' in left.stdout), left.stdout


@pytest.mark.audit
@pytest.mark.parametrize("method", ["one-step", "one-step-spare", "two-steps", "two-steps-spare"])
def test_two_thousand_kills_leave_a_whole_site_each(method: str) -> None:
    """At random moments of a process that publishes over and over."""
    left = _crash("kills", "--method", method, "--times", "2000")
    assert 0 == left.returncode, left.stdout


def test_recovery_removes_only_what_is_ours(destination: Destination) -> None:
    """Stages of killed builds go; folders whose names only look alike stay."""
    alike = [".site.nextdoor", ".site2.next-abc", "site.next-abc"]
    for name in (*alike, ".site.next-abc/a"):
        (destination.path.parent / name).mkdir(parents=True)
    recover(destination)
    assert sorted([*alike, "content"]) == beside(destination)


@pytest.mark.parametrize("command", ["mv site .site.old", "mv site .site.old; mkdir site"])
def test_an_exchange_broken_off_half_way_is_undone(destination: Destination, command: str) -> None:
    """Even if somebody has made an empty folder meanwhile."""
    build(destination, {"a.html": "1"})
    subprocess.run(command, shell=True, check=True, cwd=destination.path.parent)  # noqa: S602 - the commands above
    recover(destination)
    assert (["content", "site"], {"a.html": "1"}) == (beside(destination), tree(destination.path))


def test_recovery_gives_up_neither_the_old_site_nor_what_stands_in_its_place(destination: Destination) -> None:
    """What to do is for somebody to decide who knows what it is."""
    build(destination, {"a.html": "1"})
    destination.path.rename(destination.aside)
    destination.path.mkdir()
    (destination.path / "notes.txt").touch()
    before = stamps(destination.path.parent)
    with pytest.raises(SiteError) as caught:
        recover(destination)
    assert (["cannot-write"], before) == (codes(caught.value), stamps(destination.path.parent))
