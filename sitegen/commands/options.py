"""What several commands may be told: where things are, what the site is to be."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from sitegen.arguments import WrongArgumentError, epoch_moment, jobs, moment, site_address
from sitegen.build import Options
from sitegen.console import FORMATS
from sitegen.diagnostics import ExitStatus
from sitegen.read import Folders
from sitegen.speech import Language
from sitegen.workers import processors

CACHE = Path(".cache")


def add_build_options(command: argparse.ArgumentParser) -> None:
    """Add everything that a build may be told, except where the site goes."""
    add_folders(command)
    add_wishes(command)
    add_drafts(command)
    add_strict(command)
    command.add_argument("--format", choices=sorted(FORMATS), default="text", help="how problems are printed (text)")


def build_options(options: argparse.Namespace, output: Path = Path("site")) -> Options:
    """Return what a build is told by the command line."""
    return Options(
        folders=folders_of(options),
        output=output,
        base_url=options.base_url or "",
        as_of=options.as_of or now(options.language),
        with_drafts=options.drafts,
        is_strict=options.strict,
        jobs=options.jobs,
        cache=None if options.no_cache else CACHE,
    )


def add_content(command: argparse.ArgumentParser) -> None:
    """Add where the content is."""
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the content (content)")


def add_folders(command: argparse.ArgumentParser) -> None:
    """Add where content, templates and assets are."""
    add_content(command)
    command.add_argument(
        "--templates", type=Path, default=Path("templates"), metavar="DIR", help="the templates (templates)"
    )
    command.add_argument("--assets", type=Path, default=Path("assets"), metavar="DIR", help="styles and icons (assets)")


def folders_of(options: argparse.Namespace) -> Folders:
    """Return where content, templates and assets are."""
    return Folders(options.content, options.templates, options.assets)


def add_wishes(command: argparse.ArgumentParser) -> None:
    """Add what the site is to be, and how it is to be made."""
    command.add_argument("--base-url", type=site_address, metavar="URL", help="where it will be published")
    command.add_argument("--as-of", type=moment, metavar="TIME", help="as if it were 2026-06-05 or 2026-06-05T09:00")
    command.add_argument("--jobs", type=jobs, default=processors(), metavar="N", help="how many processes (one a core)")
    command.add_argument("--no-cache", action="store_true", help="forget what earlier builds found out")


def add_drafts(command: argparse.ArgumentParser) -> None:
    """Add that drafts are wanted."""
    command.add_argument("--drafts", action="store_true", help="include drafts")


def add_strict(command: argparse.ArgumentParser) -> None:
    """Add how strict to be."""
    command.add_argument("--strict", action="store_true", help="warnings are errors")


def now(language: Language) -> datetime:
    """Return the moment the site is built for: SOURCE_DATE_EPOCH if it is set, else now.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    try:
        return epoch_moment(epoch)
    except WrongArgumentError as problem:
        said = language.say(problem.template, **problem.values)
        print(f"SOURCE_DATE_EPOCH: {said}", file=sys.stderr)
        raise SystemExit(ExitStatus.USAGE) from None
