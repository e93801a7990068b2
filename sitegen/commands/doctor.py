"""doctor: whether every way to build this content gives the same bytes."""

import argparse
import sys
from collections.abc import Iterator
from functools import partial

from sitegen.commands.options import add_build_options, build_options
from sitegen.commands.saying import counted, say, say_problems
from sitegen.diagnostics import ExitStatus, Message
from sitegen.doctor import MISSING, Finding, Report, examine
from sitegen.speech import Language

EXAMPLES = "example:\n  python build.py doctor --as-of 2026-06-05"
SHOWN = 5  # files that differ, of each way to build


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    add_build_options(command)


def run(options: argparse.Namespace) -> ExitStatus:
    """Build in every way, and say what differs."""
    language = options.language
    report = examine(build_options(options), partial(_progress, language))
    if report.first.status is not ExitStatus.FINE:
        say_problems(report.first, options.format, language)
        found = counted(report.first, language)
        say(language.say("{found}. There is nothing to compare.", found=found), options.format)
        return report.first.status
    say("\n".join(_examined(report, language)), options.format)
    return ExitStatus.FINE if report.is_healthy else ExitStatus.CONTENT


def _progress(language: Language, doing: Message) -> None:
    if sys.stderr.isatty():
        print(language.tell(doing), file=sys.stderr)


def _examined(report: Report, language: Language) -> Iterator[str]:
    """Yield what the doctor has found, a line on each way to build and two more on each file that differs."""
    yield language.say(
        "Built from nothing in one process: {files} files, {size} bytes. The same again:",
        files=report.files,
        size=report.size,
    )
    for finding in report.findings:
        yield f"  {language.tell(finding.way)}: {_result(finding, language)}"
        for found in finding.differences[:SHOWN]:
            yield f"    {found.path}:{found.line}"
            yield f"      - {_shown(found.before, language)}"
            yield f"      + {_shown(found.after, language)}"
    yield language.say("All equal." if report.is_healthy else "Not all equal. Please report the lines above.")


def _result(finding: Finding, language: Language) -> str:
    if finding.problem:
        return language.tell(finding.problem)
    if finding.differences:
        return language.say("{count} files differ", count=len(finding.differences))
    return language.say("all equal")


def _shown(line: str, language: Language) -> str:
    return language.say("(nothing)") if line is MISSING else line
