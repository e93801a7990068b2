"""doctor: whether every way to build this content gives the same bytes."""

import argparse
import sys

from sitegen.commands.options import add_build_options, build_options
from sitegen.commands.saying import counted, say, say_problems
from sitegen.diagnostics import ExitStatus
from sitegen.doctor import Report, examine

EXAMPLES = "example:\n  python build.py doctor --as-of 2026-06-05"
SHOWN = 5  # files that differ, of each way to build


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    add_build_options(command)


def run(options: argparse.Namespace) -> ExitStatus:
    """Build in every way, and say what differs."""
    report = examine(build_options(options), _progress)
    if report.first.status is not ExitStatus.FINE:
        say_problems(report.first, options.format)
        say(f"{counted(report.first)}. There is nothing to compare.", options.format)
        return report.first.status
    say(_examined(report), options.format)
    return ExitStatus.FINE if report.is_healthy else ExitStatus.CONTENT


def _progress(doing: str) -> None:
    if sys.stderr.isatty():
        print(f"Building {doing}...", file=sys.stderr)


def _examined(report: Report) -> str:
    """Return what the doctor has found, a line on each way to build and two more on each file that differs."""
    lines = [f"Built from nothing in one process: {report.files} files, {report.size} bytes. The same again:"]
    for finding in report.findings:
        differs = f"{len(finding.differences)} files differ" if finding.differences else "all equal"
        lines.append(f"  {finding.way}: {finding.problem or differs}")
        for found in finding.differences[:SHOWN]:
            lines += [f"    {found.path}:{found.line}", f"      - {found.before}", f"      + {found.after}"]
    lines.append("All equal." if report.is_healthy else "Not all equal. Please report the lines above.")
    return "\n".join(lines)
