"""translated: noting that a translation says what its original says now."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from sitegen.commands.options import add_folders, folders_of
from sitegen.console import as_text
from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.excerpts import Bytes, excerpts
from sitegen.translating import MisuseError, Stamping, Translations, write

EXAMPLES = "example:\n  python build.py translated content/tasks/green-police-cars.en.md"


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a translation, compared with its original"
    )
    add_folders(command)


def run(options: argparse.Namespace) -> ExitStatus:
    """Stamp every translation that is named, or none if something is wrong with one of them."""
    try:
        translations = Translations(folders_of(options))
    except SiteError as problem:
        return _told(problem, lambda _: None)
    try:
        stampings = {stamping.path: stamping for stamping in map(translations.stamping, options.files)}
    except MisuseError as problem:
        print(f"{problem}\nNothing was written.", file=sys.stderr)
        return ExitStatus.USAGE
    except SiteError as problem:
        return _told(problem, translations.text)
    return _written(stampings.values())


def _told(problem: SiteError, text: Bytes) -> ExitStatus:
    found = sorted(problem.diagnostics)
    print(as_text(found, excerpts(found, text)), "Nothing was written.", sep="\n", file=sys.stderr)
    return problem.status


def _written(stampings: Iterable[Stamping]) -> ExitStatus:
    """Write one file after the other, and say so of each; those that come after one that fails stay as they are."""
    for stamping in stampings:
        try:
            write(stamping)
        except (OSError, MisuseError) as problem:
            print(f"{stamping.path} was not stamped: {problem}", file=sys.stderr)
            return ExitStatus.ENVIRONMENT
        print(_said(stamping))
    return ExitStatus.FINE


def _said(stamping: Stamping) -> str:
    if stamping.before == stamping.after:
        return f"{stamping.path}: nothing to do, it says so already"
    return f"{stamping.path}: says what {stamping.original} says now"
