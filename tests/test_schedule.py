"""What starts a build by itself, as it is shipped in docs/hosting/schedule: read by what it is for, or run."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from tests.sites import CAMPAIGN, PROJECT, plant

SCHEDULE = PROJECT / "docs/hosting/schedule"
STUB = '#!/bin/sh\nprintf "%s\\n" "$0 $*" >>"$HOME/told"\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with stand-ins for systemd's programs, which write down what they are told."""
    for name in ("systemctl", "systemd-run"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(STUB, encoding="utf-8")
        program.chmod(0o755)
    return tmp_path


def test_the_clock_is_set_for_the_moment_at_which_the_site_changes_next(home: Path) -> None:
    """In UTC, for the unit that is named; an older clock is stopped first."""
    said = _woken(home, _python(home, "2026-12-01T00:00:00+09:00"))
    assert [line.rpartition("/")[2] for line in said] == [
        "systemctl --user stop campaign-at-next-change.timer",
        (
            "systemd-run --user --quiet --collect --unit=campaign-at-next-change --timer-property=AccuracySec=1s "
            "--on-calendar=2026-11-30 15:00:00 UTC systemctl --user start --no-block campaign.service"
        ),
    ]


def test_no_clock_is_set_for_a_site_that_changes_no_more(home: Path) -> None:
    """`report --next` prints nothing then."""
    assert ["systemctl --user stop campaign-at-next-change.timer"] == [
        line.rpartition("/")[2] for line in _woken(home, _python(home, ""))
    ]


def test_the_moment_is_one_that_the_report_really_prints(tmp_path: Path) -> None:
    """With its offset, so that it means the same on a machine in another time zone."""
    text = CAMPAIGN.replace("title: 불 끄기\n", "title: 불 끄기\nexpires_at: 2030-01-01T09:00\n", 1)
    assert text != CAMPAIGN
    folder = plant(tmp_path, text)
    command = (sys.executable, str(PROJECT / "build.py"), "report", "--next", "--as-of", "2029-12-31T12:00")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603  # our own
    assert datetime.fromisoformat(done.stdout.strip()).utcoffset() is not None


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml"])
def test_a_pipeline_does_what_the_makefile_knows(name: str) -> None:
    """It is YAML, one of it runs at a time, it has a time limit, and every `make` in it is a target of ours."""
    pipeline = yaml.safe_load((SCHEDULE / name).read_text(encoding="utf-8"))
    text = str(pipeline)
    assert "timeout" in text
    assert "concurrency" in text or "resource_group" in text
    targets = {line.partition(":")[0] for line in (PROJECT / "Makefile").read_text(encoding="utf-8").splitlines()}
    lines = _commands(pipeline)
    asked = {line.split()[1] for line in lines if line.startswith("make ")}
    assert asked == {"site", "publish"}
    assert asked <= targets


def test_the_units_name_programs_that_there_are() -> None:
    """The service runs build.py and the clock, the timer starts the service."""
    service = (SCHEDULE / "campaign.service").read_text(encoding="utf-8")
    assert "build.py --strict" in service
    assert (SCHEDULE / "wake-at-next-change").stat().st_mode & 0o111
    named = [line.partition("=")[2] for line in service.splitlines() if line.startswith("ExecStartPost=")]
    assert named == ["%h/campaign/docs/hosting/schedule/wake-at-next-change campaign.service"]
    timer = (SCHEDULE / "campaign.timer").read_text(encoding="utf-8")
    assert "Persistent=true" in timer
    assert "WantedBy=timers.target" in timer


def _python(home: Path, answer: str) -> Path:
    """Return what stands in for Python: it prints when the site changes next."""
    program = home / "python"
    program.write_text(f'#!/bin/sh\n[ "$*" = "build.py report --next" ] || exit 9\nprintf "%s" "{answer}"\n')
    program.chmod(0o755)
    return program


def _woken(home: Path, python: Path) -> list[str]:
    variables = {"PATH": f"{home / 'bin'}:/usr/bin:/bin", "HOME": str(home), "PYTHON": str(python)}
    command = (str(SCHEDULE / "wake-at-next-change"), "campaign.service")
    subprocess.run(command, check=True, env=variables)  # noqa: S603  # our own
    return (home / "told").read_text(encoding="utf-8").splitlines()


def _commands(pipeline: dict[str, object]) -> list[str]:
    """Return all lines of all scripts of a pipeline."""
    found: list[str] = []
    waiting: list[object] = [pipeline]
    while waiting:
        match waiting.pop():
            case dict() as group:
                found += [str(group["run"])] if "run" in group else []
                found += map(str, group.get("script", ()))
                waiting += group.values()
            case list() as entries:
                waiting += entries
    return found
