"""Where the time of our own builds goes: what each stage takes, and how that grows with the site."""

import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.comparison import WORK, prepare
from benchmarks.edits import EDITS, Subject
from benchmarks.generator import HERE
from benchmarks.layouts import OURS
from benchmarks.machine import machine
from benchmarks.markdown_table import lines
from benchmarks.measurement import run
from benchmarks.sampled import LOOK, NAMES
from benchmarks.steps import LIMIT, PAUSE

FILE = HERE / "stages.md"
STEPS = ("cold", "no-op", "body")
HEAD = """\
# What each stage takes

`python -m benchmarks stages` measured this and wrote it down; [README.md](README.md) says how.
"""

Spent = Mapping[str, float]
"""Seconds of processor time, in all processes, by stage."""


def write(sizes: Iterable[int]) -> None:
    """Measure the stages at each size, and write the report."""
    spent = {size: dict(_steps(size)) for size in sizes}
    FILE.write_text("\n".join(_report(spent)), encoding="utf-8")


def _steps(size: int) -> Iterator[tuple[str, Spent]]:
    """Yield what the stages take in each step."""
    (subject,) = prepare((OURS,), size, WORK / "stages")
    for name in STEPS:
        time.sleep(PAUSE)
        EDITS[name](subject, f"edited-{name}")
        yield name, _spent(subject)
    shutil.rmtree(subject.site)


def _spent(subject: Subject) -> Spent:
    trace = subject.site.with_suffix(".trace")
    command = (sys.executable, str(HERE / "sampled.py"), str(trace))
    done = run(command, subject.site, subject.site.with_suffix(".log"), LIMIT)
    if done.failure:
        sys.exit(done.failure)
    found = _looks(trace)
    return found | {"all": done.cpu}


def _looks(trace: Path) -> dict[str, float]:
    found: Counter[str] = Counter()
    for number, seconds in LOOK.iter_unpack(trace.read_bytes()):
        found[NAMES[number]] += seconds
    return dict(found)


def _report(spent: Mapping[int, Mapping[str, Spent]]) -> Iterator[str]:
    known = machine()
    yield HEAD
    yield f"On {datetime.now(UTC):%Y-%m-%d}: {known.processor}, {known.cores} cores, Python {known.python}.\n"
    yield "The first build, in milliseconds of processor time a page:\n"
    yield from _table({size: _scaled(steps["cold"], 1000 / size) for size, steps in spent.items()})
    yield "\nA build without a change, in milliseconds:\n"
    yield from _table({size: _scaled(steps["no-op"], 1000) for size, steps in spent.items()})
    yield "\nA build after the edit of a body, in milliseconds:\n"
    yield from _table({size: _scaled(steps["body"], 1000) for size, steps in spent.items()})
    yield ""


def _scaled(spent: Spent, by: float) -> Spent:
    return {name: seconds * by for name, seconds in spent.items()}


def _table(spent: Mapping[int, Spent]) -> Iterator[str]:
    head = ["", *(f"{size:,} pages" for size in spent)]
    rows = ([name, *(f"{found.get(name, 0):.2f}" for found in spent.values())] for name in (*NAMES, "all"))
    return lines(head, rows)
