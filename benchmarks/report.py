"""The report: results.md, from the results that are kept."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.comparison import ROUNDS
from benchmarks.generator import STEPS
from benchmarks.layouts import OURS, POOL
from benchmarks.markdown_table import lines
from benchmarks.results import Cell, Row, Table

FILE = Path(__file__).resolve().parent / "results.md"
HEAD = """\
# What building costs

`make bench` measured this and wrote it down; [README.md](README.md) says how, and what the words mean.
In brackets: how many times as much as ours.
"""
NAMES = {"cold": "first build", "no-op": "no change", "body": "a body edited", "title": "a title edited",
         "template": "a template edited"}  # fmt: skip
NONE = ""
Measure = Callable[[Cell], float]


def write(tables: Iterable[Table]) -> None:
    """Write the report."""
    parts = [HEAD, *("\n".join(_table(table)) for table in tables)]
    FILE.write_text("\n".join(parts), encoding="utf-8")


def _table(table: Table) -> Iterator[str]:
    rows = sorted(table.rows, key=_first_build)
    known = table.machine
    yield f"## {table.pages:,} pages\n"
    yield (
        f"On {table.date}: {known.processor}, {known.cores} cores, {known.memory_gb} GB, {known.system}, "
        f"Python {known.python}, {', '.join(known.packages)}. Load average before: {table.load}.\n"
    )
    yield "Seconds on the clock:\n"
    yield from _compared(rows, lambda cell: cell.seconds)
    yield "\nSeconds of processor time, over all cores:\n"
    yield from _compared(rows, lambda cell: cell.cpu)
    yield "\nMemory in MB, at most, and files written:\n"
    yield from _sizes(rows)
    yield ""
    yield from _floor(table)
    yield from (f"- {remark}" for remark in _remarks(table))
    yield ""


def _first_build(row: Row) -> float:
    return row.cells["cold"].seconds if "cold" in row.cells else float("inf")


def _compared(rows: list[Row], measure: Measure) -> Iterator[str]:
    ours = next((row for row in rows if row.name == OURS.name), None)
    yield from lines(["", *(NAMES[step] for step in STEPS)], ([row.name, *_times(row, ours, measure)] for row in rows))


def _times(row: Row, ours: Row | None, measure: Measure) -> Iterator[str]:
    for step in STEPS:
        cell = row.cells.get(step)
        base = ours.cells.get(step) if ours and ours is not row else None
        if cell is None:
            yield NONE
        elif base is None:
            yield f"{measure(cell):.2f}"
        else:
            yield f"{measure(cell):.2f} ({_ratio(measure(cell) / measure(base))})"


def _ratio(times: float) -> str:
    """Return a ratio with about two digits that say something."""
    return f"{times:.2f}" if times < 1 else f"{times:.1f}" if times < 10 else f"{times:.0f}"


def _sizes(rows: list[Row]) -> Iterator[str]:
    head = ["", "largest process", "all processes", "files", *(NAMES[step] for step in STEPS[1:])]
    yield from lines(head, ([row.name, *_size(row)] for row in rows))


def _size(row: Row) -> Iterator[str]:
    found = list(row.cells.values())
    yield f"{max((cell.largest_mb for cell in found), default=0):,}"
    yield f"{max((cell.tree_mb for cell in found), default=0):,}"
    yield f"{found[0].files:,}" if found else NONE
    yield from (f"{row.cells[step].written:,}" if step in row.cells else NONE for step in STEPS[1:])


def _floor(table: Table) -> Iterator[str]:
    """Say how far our first build is from bare conversion of the bodies."""
    by_name = {row.name: row.cells["cold"] for row in table.rows if "cold" in row.cells}
    if OURS.name in by_name and POOL.name in by_name:
        ours, floor = by_name[OURS.name], by_name[POOL.name]
        yield (
            f"Our first build takes {_ratio(ours.seconds / floor.seconds)} times as long as the pool, "
            f"and {_ratio(ours.cpu / floor.cpu)} times the processor time.\n"
        )


def _remarks(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield ". ".join([f"{row.name}: {row.version}", *_about(row)]) + "."
    if table.missing:
        yield f"Not installed, and so left out: {', '.join(table.missing)}."


def _about(row: Row) -> Iterator[str]:
    cells = row.cells.values()
    rounds = min((len(cell.runs) for cell in cells), default=0)
    hidden = [NAMES[step] for step, cell in row.cells.items() if not cell.is_shown]
    if row.note:
        yield row.note
    if row.failure:
        yield f"It failed, in the step {row.failure}"
    if 0 < rounds < ROUNDS:
        yield f"The rounds were {rounds} instead of {ROUNDS}"
    if hidden:
        yield f"The page did not show the edit after: {', '.join(hidden)}"
    if not all(cell.is_shown_elsewhere for cell in cells):
        yield "The new title did not reach a page that shows it"
