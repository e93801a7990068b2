"""report: everything that needs a person."""

import argparse
import gc
import os
import sys
from pathlib import Path

from sitegen.arguments import days
from sitegen.commands.options import add_folders, add_wishes, build_options, folders_of
from sitegen.commands.saying import say_problems
from sitegen.desk import FORMS, Language, written
from sitegen.diagnostics import ExitStatus
from sitegen.reporting import MisplacedError, find_next, keep, take_report

EXAMPLES = """examples:
  python build.py report
  python build.py report --format csv --output report.csv
  python build.py report --next"""


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    add_folders(command)
    add_wishes(command)
    command.set_defaults(strict=False)
    command.add_argument("--days", type=days, metavar="N", help="days without an update that are too many (100)")
    command.add_argument("--format", choices=sorted(FORMS), default="text", help="the form of the report (text)")
    command.add_argument("--output", type=Path, metavar="FILE", help="where it goes (the terminal)")
    command.add_argument("--next", action="store_true", help="print when the site changes next, or nothing")
    command.add_argument("--lang", choices=("ko", "en"), default=_language(), help="the language of the report")


def run(options: argparse.Namespace) -> ExitStatus:
    """Report; that there are things to do is no failure, but that the content has errors is one."""
    gc.disable()  # as for a build
    if options.next:
        return _next(options)
    reported = take_report(build_options(options), options.days)
    say_problems(reported.outcome, "text")
    if reported.report is None:
        return reported.outcome.status
    return _told(FORMS[options.format](reported.report, options.lang), options) or reported.outcome.status


def _next(options: argparse.Namespace) -> ExitStatus:
    if options.output or options.format != "text":
        print("--next prints one moment: it goes without --format and --output.", file=sys.stderr)
        return ExitStatus.USAGE
    found = find_next(build_options(options))
    say_problems(found.outcome, "text")
    if found.next_change:
        print(written(found.next_change))
    return found.outcome.status


def _told(text: str, options: argparse.Namespace) -> ExitStatus:
    """Print the report or put it into a file, and return what became of that."""
    try:
        if options.output is None:
            _print(text)
            return ExitStatus.FINE
        keep(text, options.output, folders_of(options))
    except BrokenPipeError:  # whoever was reading has read enough
        return ExitStatus.FINE
    except MisplacedError as problem:
        print(f"{problem}. Name another file.", file=sys.stderr)
        return ExitStatus.USAGE
    except OSError as problem:
        where = options.output or "The report"
        print(f"{where} could not be written: {problem.strerror}", file=sys.stderr)
        return ExitStatus.ENVIRONMENT
    print(f"The report is in {options.output}.")
    return ExitStatus.FINE


def _print(text: str) -> None:
    """Print a text as it is: line breaks of a table must not become those of the system."""
    if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
        print(text, end="")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
    sys.stdout.buffer.flush()


def _language() -> Language:
    """Return the language that the environment asks for, English if it asks for none of ours."""
    asked = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "ko" if asked.startswith("ko") else "en"
