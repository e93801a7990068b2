# noqa: N999  # the module of a command is named as the command is
"""import: what a spreadsheet says becomes content, after a look at what that would change."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from sitegen.commands import NOTHING
from sitegen.commands.options import add_build_options, build_options
from sitegen.commands.saying import say, say_diagnostics
from sitegen.diagnostics import ExitStatus
from sitegen.kinds.names import noun
from sitegen.sheets.columns import KINDS
from sitegen.sheets.drafts import Affair
from sitegen.sheets.importing import Order, Result, import_sheet
from sitegen.sheets.wishes import Change
from sitegen.speech import Language

EXAMPLES = "examples:\n  python build.py import tasks.xlsx\n  python build.py import tasks.xlsx --write"
LONGEST = 70  # characters shown of a value
CONTEXT = 20  # characters shown before the first one that differs
SHOWN = 5  # things whose empty cells are listed


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument("file", type=Path, metavar="FILE", help="a spreadsheet: .xlsx or .csv")
    command.add_argument("--write", action="store_true", help="write it; without this, it is only shown")
    command.add_argument("--kind", choices=KINDS, default="", metavar="KIND", help="what it is about, such as task")
    command.add_argument("--sheet", default="", metavar="NAME", help="the sheet to read (the first)")
    add_build_options(command)


def run(options: argparse.Namespace) -> ExitStatus:
    """Say what the sheet changes, or everything that is wrong with it, and write it if that is asked for."""
    order = Order(path=options.file, kind=options.kind, sheet=options.sheet, writes=options.write)
    result = import_sheet(order, build_options(options))
    say_diagnostics(result.problems, result.excerpts, options.format, options.language)
    say("\n".join(_lines(result, options.language)), options.format)
    return result.status


def _lines(result: Result, language: Language) -> Iterator[str]:
    if result.status is not ExitStatus.FINE:
        count = len(result.problems)
        yield language.say("{count} problem." if count == 1 else "{count} problems.", count=count)
        if not result.has_written:
            yield language.translated(NOTHING)
        return
    for affair in result.affairs:
        yield from _affair(affair, language)
    yield from _kept(result, language)
    yield from _summary(result, language)


def _affair(affair: Affair, language: Language) -> Iterator[str]:
    """Yield what becomes of a thing, a line on each value; nothing of one that stays as it is."""
    if affair.is_new or affair.changes:
        yield language.say(
            "new {kind} {id} ({path})" if affair.is_new else "{kind} {id} ({path})",
            kind=noun(affair.kind),
            id=affair.id,
            path=affair.path,
        )
    for change in affair.changes:
        yield f"  {change.place.cell.rpartition('!')[2]:>4}  {_change(change, language, is_new=affair.is_new)}"


def _change(change: Change, language: Language, *, is_new: bool) -> str:
    before, after = ", ".join(change.before), ", ".join(change.after)
    if is_new:
        return f"{change.column}: {_shown(after, 0)}"
    start = next((number for number, pair in enumerate(zip(before, after, strict=False)) if len(set(pair)) > 1), 0)
    start = max(start - CONTEXT, 0) if max(len(before), len(after)) > LONGEST else 0
    was = _shown(before, start) or language.say("(empty)")
    return f"{change.column}: {was} -> {_shown(after, start) or language.say('(removed)')}"


def _shown(text: str, start: int) -> str:
    """Return a part of a value that fits on a line."""
    line = " ".join(text.split())
    end = start + LONGEST
    return ("…" if start and line else "") + line[start:end] + ("…" if len(line) > end else "")


def _kept(result: Result, language: Language) -> Iterator[str]:
    """Yield where there is a value whose cell is empty: it stays, and whoever emptied the cell should know."""
    found = [affair for affair in result.affairs if affair.kept]
    if not found:
        return
    yield language.say("Empty cells leave what is there; write (삭제) or (remove) to remove it. There is something in:")
    for affair in found[:SHOWN]:
        yield f"  {affair.id}: {', '.join(name for name, _ in affair.kept)}"
    if len(found) > SHOWN:
        yield language.say("  and {count} more", count=len(found) - SHOWN)


def _summary(result: Result, language: Language) -> Iterator[str]:
    new = sum(affair.is_new for affair in result.affairs)
    changed = sum(bool(affair.changes) and not affair.is_new for affair in result.affairs)
    yield language.say(
        "{count} row read: {new} new, {changed} changed, {same} as before."
        if result.rows == 1
        else "{count} rows read: {new} new, {changed} changed, {same} as before.",
        count=result.rows,
        new=new,
        changed=changed,
        same=len(result.affairs) - new - changed,
    )
    if not new and not changed:
        yield language.say("There is nothing to write.")
    else:
        yield language.say("Written." if result.has_written else "Nothing was written yet: to write it, add --write.")
