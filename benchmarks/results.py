"""Results: what is kept of many runs, as JSON."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median

import msgspec
from msgspec import Struct

from benchmarks.machine import Machine
from benchmarks.steps import Step

FILE = Path(__file__).resolve().parent / "results.json"
MEGABYTE = 2**20


class Cell(Struct, frozen=True):
    """A generator's step over all rounds.

    Seconds are medians of as many runs as `runs` has, in which all are listed; memory, in MB, is the largest seen;
    files and how many of them were written are those of the last round.
    """

    seconds: float
    cpu: float
    largest_mb: int
    tree_mb: int
    files: int
    written: int
    is_shown: bool
    is_shown_elsewhere: bool
    runs: tuple[float, ...]


class Row(Struct, frozen=True):
    """A generator at one size; `failure` is what it said when it failed, empty if it did not."""

    name: str
    version: str
    note: str
    cells: Mapping[str, Cell] = {}
    failure: str = ""


class Table(Struct, frozen=True):
    """What was measured in one run at one size.

    `load` is how many processes were at work on the machine, on average, in the minute before it began; `missing`
    names the generators that were not installed.
    """

    pages: int
    date: str
    load: float
    machine: Machine
    rows: tuple[Row, ...]
    missing: tuple[str, ...] = ()


def cells(rounds: Iterable[Step]) -> dict[str, Cell]:
    """Return the steps of all rounds of a generator, by name."""
    by_name: dict[str, list[Step]] = {}
    for step in rounds:
        if not step.run.failure:
            by_name.setdefault(step.name, []).append(step)
    return {name: _cell(found) for name, found in by_name.items()}


def _cell(found: list[Step]) -> Cell:
    runs = [step.run for step in found]
    return Cell(
        seconds=round(median(run.seconds for run in runs), 3),
        cpu=round(median(run.cpu for run in runs), 3),
        largest_mb=round(max(run.largest for run in runs) / MEGABYTE),
        tree_mb=round(max(run.tree for run in runs) / MEGABYTE),
        files=found[-1].files,
        written=found[-1].written,
        is_shown=all(step.is_shown for step in found),
        is_shown_elsewhere=all(step.is_shown_elsewhere for step in found),
        runs=tuple(round(run.seconds, 3) for run in runs),
    )


def load() -> tuple[Table, ...]:
    """Return the tables that were kept, by size."""
    return msgspec.json.decode(FILE.read_bytes(), type=tuple[Table, ...]) if FILE.exists() else ()


def keep(table: Table) -> tuple[Table, ...]:
    """Keep a table in place of the one of the same size, and return all."""
    others = [kept for kept in load() if kept.pages != table.pages]
    tables = tuple(sorted([*others, table], key=lambda kept: kept.pages))
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(tables)) + b"\n")
    return tables
