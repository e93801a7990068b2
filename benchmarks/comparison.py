"""The comparison: every generator builds the same pages, each in its turn, round after round."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing import Pool
from pathlib import Path

from benchmarks.corpus import Page, corpus
from benchmarks.edits import Subject, pages_to_edit
from benchmarks.generator import PROJECT, Generator
from benchmarks.machine import machine
from benchmarks.results import Row, Table, cells
from benchmarks.sites import lay_out
from benchmarks.steps import Step, steps

WORK = PROJECT / ".cache/benchmarks"
ROUNDS = 3
PATIENCE = 400  # seconds: a generator whose builds have taken this long is given no further round
VERSION = re.compile(r"\d+(?:\.\d+)+")
Measured = dict[str, list[Step]]
"""The steps of each generator so far, by its name."""


def compare(size: int, generators: tuple[Generator, ...]) -> Iterator[Table]:
    """Measure generators at one size, and yield what is known after each round of each of them."""
    present = tuple(generator for generator in generators if generator.is_installed)
    missing = tuple(generator.name for generator in generators if not generator.is_installed)
    versions = {generator.name: _version(generator) for generator in present}
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    for measured in _rounds(_subjects(present, size)):
        rows = tuple(_row(generator, versions, measured) for generator in present if generator.name in measured)
        yield Table(size, today, machine(), rows, missing)


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


def _is_enough(found: list[Step]) -> bool:
    return any(step.run.failure for step in found) or sum(step.run.seconds for step in found) > PATIENCE


def _subjects(generators: tuple[Generator, ...], size: int) -> tuple[Subject, ...]:
    """Lay out every site, in another process: this one must stay small for memory to be measured from it."""
    sites = {generator.name: WORK / f"{generator.name}-{size}" for generator in generators}
    with Pool(1) as other:
        page, reader = other.apply(_prepare, (generators, sites, size))
    return tuple(Subject(generator, sites[generator.name], page, reader) for generator in generators)


def _prepare(generators: tuple[Generator, ...], sites: dict[str, Path], size: int) -> tuple[Page, Page]:
    pages = corpus(size)
    for generator in generators:
        shutil.rmtree(sites[generator.name], ignore_errors=True)
        lay_out(generator, pages, sites[generator.name])
    return pages_to_edit(pages)


def _row(generator: Generator, versions: dict[str, str], measured: Measured) -> Row:
    found = measured[generator.name]
    failures = [f"{step.name}: {step.run.failure}" for step in found if step.run.failure]
    return Row(generator.name, versions[generator.name], generator.note, cells(found), "".join(failures))


def _version(generator: Generator) -> str:
    """Return the number in what a generator says of its version, or all of that if there is none."""
    said = subprocess.run(generator.version, capture_output=True, text=True, check=False).stdout  # noqa: S603  # our own commands
    number = VERSION.search(said)
    return number[0] if number else said.strip()
