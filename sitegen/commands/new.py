"""new: the files of a new thing, in every language, as a draft."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.arguments import moment
from sitegen.build import RESULTS
from sitegen.commands.options import CACHE, now
from sitegen.console import as_text
from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.excerpts import excerpts
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.scaffold import Created, Options, RefusedError, Wanted, create
from sitegen.schema import UnknownKindError, check_kind
from sitegen.values import STAND_IN
from sitegen.workers import processors

EXAMPLES = """examples:
  python build.py new event "제16회 환경의 날"
  python build.py new task "Green police cars" --id green-police-cars --original en
  python build.py new update green-police-cars"""
KINDS = (*PAGE_KINDS, *RECORD_KINDS, "update")


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument("kind", help=f"what it is: {', '.join(KINDS)}")
    command.add_argument("title", help="its title; for an update, the id of the task")
    command.add_argument("--id", default="", metavar="ID", help="its id and address (made of the title)")
    command.add_argument(
        "--original", default="", metavar="LANGUAGE", help="the language of the title (told by its letters)"
    )
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the content (content)")
    command.add_argument("--as-of", type=moment, metavar="TIME", help="as if it were 2026-06-05 or 2026-06-05T09:00")


def run(options: argparse.Namespace) -> ExitStatus:
    """Write the files, and say what to do next."""
    try:
        check_kind(options.kind, KINDS)
        created = create(_wanted(options), _options(options))
    except (RefusedError, UnknownKindError) as problem:
        print(f"{problem}\nNothing was written.", file=sys.stderr)
        return ExitStatus.USAGE
    except SiteError as problem:
        found = excerpts(problem.diagnostics, _contents(options.content))
        print(f"{as_text(problem.diagnostics, found)}\nNothing was written.", file=sys.stderr)
        return problem.status
    except OSError as problem:
        print(f"{problem.filename} cannot be written: {problem.strerror}. Nothing was written.", file=sys.stderr)
        return ExitStatus.ENVIRONMENT
    print("\n".join(_said(created)))
    return ExitStatus.FINE


def _wanted(options: argparse.Namespace) -> Wanted:
    return Wanted(options.kind, options.title, options.id, options.original)


def _options(options: argparse.Namespace) -> Options:
    return Options(
        content=options.content, as_of=options.as_of or now(options.language), jobs=processors(), cache=CACHE / RESULTS
    )


def _contents(content: Path) -> Callable[[str], bytes | None]:
    """Return how to get at the bytes of a file of the content, None where there is none."""

    def contents(path: str) -> bytes | None:
        place = content / path.removeprefix("content/")
        return place.read_bytes() if place.is_file() else None

    return contents


def _said(created: Created) -> Iterator[str]:
    """Yield what was written, and what to do next, one line each."""
    is_draft = created.request.kind in PAGE_KINDS
    yield from (f"Written: {path}" for path in created.new)
    if created.longer:
        yield f"Added to the end of {created.longer}: {created.request.id}"
    refused = "it cannot be published" if is_draft else "the site can only be built with --drafts"
    yield f"Next, write your own where a text begins with {STAND_IN}: as long as one is left, {refused}."
    if created.to_check:
        yield f"Then check what was put in for the time being: {', '.join(created.to_check)}."
    yield "See it, and every change that you make: python build.py serve"
    if any(path.endswith(".md") for path in created.new):
        yield "To publish what is a draft, remove its line draft: true."
