"""report: everything that needs a person."""

import argparse
import gc
import sys
from pathlib import Path

from sitegen.arguments import days
from sitegen.commands.options import add_drafts, add_folders, add_wishes, build_options
from sitegen.commands.saying import say_problems, unwritable
from sitegen.desk import FORMS
from sitegen.diagnostics import ExitStatus, RefusedError, Translatable
from sitegen.reporting import find_next, keep, take_report
from sitegen.speech import Language
from sitegen.values import written

EXAMPLES = """examples:
  python build.py report
  python build.py report --format csv --output report.csv
  python build.py report --next"""


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    add_folders(command)
    add_wishes(command)
    add_drafts(command)
    command.set_defaults(strict=False)
    command.add_argument("--days", type=days, metavar="N", help="days without an update that are too many (100)")
    command.add_argument("--format", choices=sorted(FORMS), default="text", help="the form of the report (text)")
    command.add_argument("--output", type=Path, metavar="FILE", help="where it goes (the terminal)")
    command.add_argument("--next", action="store_true", help="print when the site changes next, or nothing")


def run(options: argparse.Namespace) -> ExitStatus:
    """Report; that there are things to do is no failure, but that the content has errors is one."""
    gc.disable()  # as for a build
    if options.next:
        return _next(options)
    reported = take_report(build_options(options), options.days)
    say_problems(reported.outcome, "text", options.language)
    if reported.report is None:
        return reported.outcome.status
    return _told(FORMS[options.format](reported.report, options.language), options) or reported.outcome.status


def _next(options: argparse.Namespace) -> ExitStatus:
    if options.output or options.format != "text":
        raise RefusedError("--next prints one moment: it goes without --format and --output.")
    found = find_next(build_options(options))
    say_problems(found.outcome, "text", options.language)
    if found.next_change:
        print(written(found.next_change))
    return found.outcome.status


def _told(text: str, options: argparse.Namespace) -> ExitStatus:
    """Print the report or put it into a file, and return what became of that."""
    language: Language = options.language
    try:
        if options.output is None:
            _print(text)
            return ExitStatus.FINE
        keep(text, options.output, build_options(options))
    except BrokenPipeError:  # whoever was reading has read enough
        return ExitStatus.FINE
    except OSError as problem:
        print(unwritable(problem, options.output or Translatable("The report"), language), file=sys.stderr)
        return ExitStatus.ENVIRONMENT
    print(language.say("The report is in {file}.", file=options.output))
    return ExitStatus.FINE


def _print(text: str) -> None:
    """Print a text as it is: line breaks of a table must not become those of the system."""
    if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
        print(text, end="")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
    sys.stdout.buffer.flush()
