"""build: content -> the finished site."""

import argparse
import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.build import Outcome, Session, Work, build_again
from sitegen.commands.options import add_build_options, build_options
from sitegen.commands.saying import counted, say, say_problems
from sitegen.diagnostics import ExitStatus
from sitegen.speech import Language

if TYPE_CHECKING:
    from sitegen.pipeline import Tools

_kept: list[object] = []  # outlives all else of ours: see _Keeping
EXAMPLES = "examples:\n  python build.py\n  python build.py build --as-of 2026-06-05T09:00 --strict"


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    add_build_options(command)
    command.add_argument("--output", type=Path, default=Path("site"), metavar="DIR", help="where it goes (site)")


def run(options: argparse.Namespace) -> ExitStatus:
    """Build the site, and say how it went."""
    started = time.perf_counter()
    gc.disable()  # what a build makes it needs until its end: looking for what it does not takes a quarter of its time
    wishes = build_options(options, options.output)
    with _Keeping(wishes) as session:
        outcome = build_again(wishes, session)
    say_problems(outcome, options.format, options.language)
    say(_result(outcome, options.output, time.perf_counter() - started, options.language), options.format)
    return outcome.status


class _Keeping(Session):
    """Keeps what a build has worked with: to take it all apart takes a twentieth of its time, and the process ends."""

    def see(self, outcome: Outcome, work: Work, tools: "Tools") -> None:
        """Keep it."""
        del outcome, tools
        _kept[:] = [work]


def _result(outcome: Outcome, output: Path, seconds: float, language: Language) -> str:
    found, written = counted(outcome, language), outcome.written
    if written is None:
        return language.say("{found}. {output}/ was not changed.", found=found, output=output)
    return language.say(
        "{pages} pages in {seconds} s, {found}: {written} files written, {removed} removed in {output}/",
        pages=outcome.pages,
        seconds=f"{seconds:.1f}",
        found=found,
        written=len(written.created) + len(written.changed),
        removed=len(written.removed),
        output=output,
    )
