"""translated: noting that a translation says what its original says now."""

import argparse
from functools import partial
from pathlib import Path

from sitegen.commands.one_by_one import refused, written
from sitegen.commands.options import add_content
from sitegen.diagnostics import ExitStatus, SiteError
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
        return refused(problem, lambda _: None, language)
    try:
        stampings = {stamping.path: stamping for stamping in map(translations.stamping, options.files)}
    except SiteError as problem:
        return refused(problem, translations.text, language)
    return written(stampings.values(), write, partial(_said, language=language), language)


def _said(stamping: Stamping, language: Language) -> str:
    if stamping.before == stamping.after:
        return language.say("{path}: nothing to do, it says so already", path=stamping.path)
    return language.say("{path}: says what {original} says now", path=stamping.path, original=stamping.original)
