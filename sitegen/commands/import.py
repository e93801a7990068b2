# noqa: N999  # the module of a command is named as the command is
"""import: what a spreadsheet says becomes content, after a look at what that would change."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from sitegen.commands.options import add_build_options, build_options
from sitegen.commands.saying import say, say_diagnostics
from sitegen.diagnostics import ExitStatus
from sitegen.sheets.columns import KINDS
from sitegen.sheets.drafts import Affair
from sitegen.sheets.importing import Order, Result, import_sheet
from sitegen.sheets.wishes import Change

EXAMPLES = "examples:\n  python build.py import tasks.xlsx\n  python build.py import tasks.xlsx --write"
LONGEST = 70  # characters shown of a value
CONTEXT = 20  # characters shown before the first one that differs
SHOWN = 5  # things whose empty cells are listed


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument("file", type=Path, help="a spreadsheet: .xlsx or .csv")
    command.add_argument("--write", action="store_true", help="write it; without this, it is only shown")
    command.add_argument("--kind", choices=KINDS, default="", metavar="KIND", help="what it is about, such as task")
    command.add_argument("--sheet", default="", metavar="NAME", help="the sheet to read (the first)")
    add_build_options(command)


def run(options: argparse.Namespace) -> ExitStatus:
    """Say what the sheet changes, or everything that is wrong with it, and write it if that is asked for."""
    order = Order(path=options.file, kind=options.kind, sheet=options.sheet, writes=options.write)
    result = import_sheet(order, build_options(options))
    say_diagnostics(result.problems, result.excerpts, options.format)
    say("\n".join(_lines(result)), options.format)
    return result.status


def _lines(result: Result) -> Iterator[str]:
    if result.status is not ExitStatus.FINE:
        yield f"{_number(len(result.problems), 'problem')}. Nothing was written."
        return
    for affair in result.affairs:
        yield from _affair(affair)
    yield from _kept(result)
    yield _summary(result)


def _affair(affair: Affair) -> Iterator[str]:
    """Yield what becomes of a thing, a line on each value; nothing of one that stays as it is."""
    if affair.is_new:
        yield f"new {affair.kind} {affair.id} ({affair.path})"
    elif affair.changes:
        yield f"{affair.kind} {affair.id} ({affair.path})"
    for change in affair.changes:
        yield f"  {change.place.cell.rpartition('!')[2]:>4}  {_change(change, is_new=affair.is_new)}"


def _change(change: Change, *, is_new: bool) -> str:
    before, after = ", ".join(change.before), ", ".join(change.after)
    if is_new:
        return f"{change.column}: {_shown(after, 0)}"
    start = next((number for number, pair in enumerate(zip(before, after, strict=False)) if len(set(pair)) > 1), 0)
    start = max(start - CONTEXT, 0) if max(len(before), len(after)) > LONGEST else 0
    return f"{change.column}: {_shown(before, start) or '(empty)'} -> {_shown(after, start) or '(removed)'}"


def _shown(text: str, start: int) -> str:
    """Return a part of a value that fits on a line."""
    line = " ".join(text.split())
    end = start + LONGEST
    return ("…" if start and line else "") + line[start:end] + ("…" if len(line) > end else "")


def _kept(result: Result) -> Iterator[str]:
    """Yield where there is a value whose cell is empty: it stays, and whoever emptied the cell should know."""
    found = [affair for affair in result.affairs if affair.kept]
    if not found:
        return
    yield "Empty cells leave what is there; write (삭제) or (remove) to remove it. There is something in:"
    for affair in found[:SHOWN]:
        yield f"  {affair.id}: {', '.join(name for name, _ in affair.kept)}"
    if len(found) > SHOWN:
        yield f"  and {len(found) - SHOWN} more"


def _summary(result: Result) -> str:
    new = sum(affair.is_new for affair in result.affairs)
    changed = sum(bool(affair.changes) and not affair.is_new for affair in result.affairs)
    same = len(result.affairs) - new - changed
    counts = f"{_number(result.rows, 'row')} read: {new} new, {changed} changed, {same} as before."
    if not new and not changed:
        return f"{counts} There is nothing to write."
    return f"{counts} {'Written.' if result.has_written else 'Nothing was written yet: to write it, add --write.'}"


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
