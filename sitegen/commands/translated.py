"""translated: noting that a translation says what its original says now."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from sitegen.commands import NOTHING
from sitegen.commands.options import add_content
from sitegen.commands.saying import unwritable
from sitegen.console import as_text
from sitegen.diagnostics import ExitStatus, RefusedError, SiteError
from sitegen.excerpts import Bytes, excerpts
from sitegen.speech import Language
from sitegen.translating import Stamping, Translations, write

EXAMPLES = "example:\n  python build.py translated content/tasks/green-police-cars.en.md"


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a translation, compared with its original"
    )
    add_content(command)


def run(options: argparse.Namespace) -> ExitStatus:
    """Stamp every translation that is named, or none if something is wrong with one of them."""
    language: Language = options.language
    try:
        translations = Translations(options.content)
    except SiteError as problem:
        return _told(problem, lambda _: None, language)
    try:
        stampings = {stamping.path: stamping for stamping in map(translations.stamping, options.files)}
    except SiteError as problem:
        return _told(problem, translations.text, language)
    return _written(stampings.values(), language)


def _told(problem: SiteError, text: Bytes, language: Language) -> ExitStatus:
    found = sorted(problem.diagnostics)
    print(as_text(found, excerpts(found, text), language), language.translated(NOTHING), sep="\n", file=sys.stderr)
    return problem.status


def _written(stampings: Iterable[Stamping], language: Language) -> ExitStatus:
    """Write one file after the other, and say so of each; those that come after one that fails stay as they are."""
    for stamping in stampings:
        try:
            write(stamping)
        except OSError as problem:
            print(unwritable(problem, stamping.path, language), file=sys.stderr)
            return ExitStatus.ENVIRONMENT
        except RefusedError as problem:
            print(language.tell(problem.message), file=sys.stderr)
            return ExitStatus.ENVIRONMENT
        print(_said(stamping, language))
    return ExitStatus.FINE


def _said(stamping: Stamping, language: Language) -> str:
    if stamping.before == stamping.after:
        return language.say("{path}: nothing to do, it says so already", path=stamping.path)
    return language.say("{path}: says what {original} says now", path=stamping.path, original=stamping.original)
