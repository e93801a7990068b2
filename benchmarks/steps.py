"""The steps of a round: each an edit and a build, and a look at what came of it."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from benchmarks.corpus import Page
from benchmarks.edits import EDITS, Subject
from benchmarks.measurement import Run, run

PAUSE = 3  # seconds between a build and the next edit: longer than file systems and generators take edits for one
LIMIT = 1200  # seconds that a build may take
CLOCK = 10_000_000  # nanoseconds by which the times of files may lag behind the clock


class Step(Struct, frozen=True):
    """A step's build, the files in the output, and how many of them it wrote.

    `is_shown` says whether the edited page shows the edit, `is_shown_elsewhere` whether a page that shows its title
    does; both are true where there was none to show.
    """

    name: str
    run: Run
    files: int
    written: int
    is_shown: bool = True
    is_shown_elsewhere: bool = True


def steps(subject: Subject, number: int) -> Iterator[Step]:
    """Yield the steps of a generator's round, until one fails."""
    for name in subject.generator.steps:
        time.sleep(PAUSE)
        step = _step(subject, name, f"edited-{name}-{number}")
        yield step
        if step.run.failure:
            return


def _step(subject: Subject, name: str, mark: str) -> Step:
    EDITS[name](subject, mark)
    os.sync()  # what other builds have still to write must not slow this one
    started = time.time_ns() - CLOCK
    log = subject.site.with_suffix(".log")  # beside the site: some generators publish whatever lies in it
    done = run(subject.generator.command, subject.site, log, LIMIT)
    times = [path.stat().st_mtime_ns for path in _files(subject.site / subject.generator.output)]
    return Step(
        name,
        done,
        files=len(times),
        written=sum(time_ns >= started for time_ns in times),
        is_shown=name in {"cold", "no-op"} or _shows(subject, subject.page, mark),
        is_shown_elsewhere=name != "title" or _shows(subject, subject.reader, mark),
    )


def _files(output: Path) -> Iterator[Path]:
    return (path for path in output.rglob("*") if path.is_file())


def _shows(subject: Subject, page: Page, mark: str) -> bool:
    file = subject.site / subject.generator.finished(page)
    return file.exists() and mark in file.read_text(encoding="utf-8")
