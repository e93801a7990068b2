"""The comparison: every generator builds the same pages, each in its turn, round after round."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing import Pool
from pathlib import Path

from benchmarks.corpus import corpus
from benchmarks.edits import Subject, pages_to_edit
from benchmarks.generator import PROJECT, Generator
from benchmarks.machine import machine
from benchmarks.results import Row, Table, cells
from benchmarks.sites import lay_out
from benchmarks.steps import Step, steps

WORK = PROJECT / ".cache/benchmarks"
ROUNDS = 3
PATIENCE = 100  # seconds: a generator whose builds have taken this long is given no further round
SLOW = 60  # seconds: a generator whose first build takes longer is given no further step
VERSION = re.compile(r"\d+(?:\.\d+)+")
Measured = dict[str, list[Step]]
"""The steps of each generator so far, by its name."""


def compare(size: int, generators: tuple[Generator, ...]) -> Iterator[Table]:
    """Measure generators at one size, and yield what is known after each round of each of them."""
    present = tuple(generator for generator in generators if generator.is_installed)
    missing = tuple(generator.name for generator in generators if not generator.is_installed)
    versions = {generator.name: _version(generator) for generator in present}
    today, load = f"{datetime.now(UTC):%Y-%m-%d}", round(os.getloadavg()[0], 1)
    for measured in _rounds(prepare(present, size, WORK)):
        rows = tuple(_row(generator, versions, measured) for generator in present if generator.name in measured)
        yield Table(size, today, load, machine(), rows, missing)


def prepare(generators: tuple[Generator, ...], size: int, folder: Path) -> tuple[Subject, ...]:
    """Lay out the site of each generator in a folder, and return what is to be measured.

    That is done in another process, since this one must stay small for memory to be measured from it.
    """
    with Pool(1) as other:
        return other.apply(_laid_out, (generators, size, folder))


def _laid_out(generators: tuple[Generator, ...], size: int, folder: Path) -> tuple[Subject, ...]:
    pages = corpus(size)
    subjects = tuple(
        Subject(generator, folder / f"{generator.name}-{size}", *pages_to_edit(pages)) for generator in generators
    )
    for subject in subjects:
        shutil.rmtree(subject.site, ignore_errors=True)
        lay_out(subject.generator, pages, subject.site)
    return subjects


def _rounds(subjects: tuple[Subject, ...]) -> Iterator[Measured]:
    measured: Measured = {}
    for number in range(ROUNDS):
        for subject in subjects:
            found = measured.setdefault(subject.generator.name, [])
            if not _is_enough(found):
                found += _told(subject, steps(subject, number))
                yield measured
    for subject in subjects:
        shutil.rmtree(subject.site)


def _told(subject: Subject, found: Iterator[Step]) -> Iterator[Step]:
    """Yield steps, and say how each went, for whoever waits."""
    for step in found:
        went = step.run.failure or f"{step.run.seconds:.2f} s"
        print(f"{subject.site.name} {step.name}: {went}", flush=True)
        yield step
        if step.run.seconds > SLOW:
            return


def _is_enough(found: list[Step]) -> bool:
    return any(step.run.failure for step in found) or sum(step.run.seconds for step in found) > PATIENCE


def _row(generator: Generator, versions: dict[str, str], measured: Measured) -> Row:
    found = measured[generator.name]
    failures = [f"{step.name}: {step.run.failure}" for step in found if step.run.failure]
    return Row(generator.name, versions[generator.name], generator.note, cells(found), "".join(failures))


def _version(generator: Generator) -> str:
    """Return the number in what a generator says of its version, or all of that if there is none."""
    said = subprocess.run(generator.version, capture_output=True, text=True, check=False).stdout  # noqa: S603  # our own commands
    number = VERSION.search(said)
    return number[0] if number else said.strip()
