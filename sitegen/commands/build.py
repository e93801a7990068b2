"""build: content -> the finished site."""

import argparse
import gc
import time
from pathlib import Path

from sitegen.build import Outcome, build
from sitegen.commands.options import add_build_options, build_options
from sitegen.commands.saying import counted, say, say_problems
from sitegen.diagnostics import ExitStatus

_kept: list[object] = []  # what a build has worked with need not be taken apart: the process ends soon
EXAMPLES = "examples:\n  python build.py\n  python build.py build --as-of 2026-06-05T09:00 --strict"


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    add_build_options(command)
    command.add_argument("--output", type=Path, default=Path("site"), metavar="DIR", help="where it goes (site)")


def run(options: argparse.Namespace) -> ExitStatus:
    """Build the site, and say how it went."""
    started = time.perf_counter()
    gc.disable()  # what a build makes it needs until its end: looking for what it does not takes a quarter of its time
    _kept.clear()
    outcome = build(build_options(options, options.output), kept=_kept)
    say_problems(outcome, options.format)
    say(_result(outcome, options.output, time.perf_counter() - started), options.format)
    return outcome.status


def _result(outcome: Outcome, output: Path, seconds: float) -> str:
    if outcome.written is None:
        return f"{counted(outcome)}. {output}/ was not changed."
    written = outcome.written
    changes = len(written.created) + len(written.changed)
    return (
        f"{outcome.pages} pages in {seconds:.1f} s, {counted(outcome)}: "
        f"{changes} files written, {len(written.removed)} removed in {output}/"
    )
