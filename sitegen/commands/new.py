"""new: the files of a new thing, in every language, as a draft."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from sitegen.arguments import moment
from sitegen.build.session import RESULTS
from sitegen.commands import NOTHING
from sitegen.commands.options import CACHE, add_content, now
from sitegen.commands.saying import unwritable
from sitegen.commands.sheet import Wish, write_sheet
from sitegen.console import as_text
from sitegen.diagnostics import ExitStatus, RefusedError, SiteError
from sitegen.excerpts import excerpts
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.names import check_kind
from sitegen.scaffold import Created, Options, Wanted, create
from sitegen.speech import Language
from sitegen.values import STAND_IN
from sitegen.workers import processors
from sitegen.write.failure import HalfWrittenError

EXAMPLES = """examples:
  python build.py new event "제16회 환경의 날"
  python build.py new task "Green police cars" --id green-police-cars --original en
  python build.py new update green-police-cars
  python build.py new sheet task"""
KINDS = (*PAGE_KINDS, *RECORD_KINDS, "update")
SHEET = "sheet"


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument("kind", metavar="KIND", help="what it is, such as task, event, page, term, update or sheet")
    command.add_argument(
        "title", metavar="TITLE", help="its title; of an update, the id of the task; of a sheet, the kind it is about"
    )
    command.add_argument("--id", default="", metavar="ID", help="its id and address (made of the title)")
    command.add_argument(
        "--original", default="", metavar="LANGUAGE", help="the language of the title (told by its letters)"
    )
    add_content(command)
    command.add_argument("--as-of", type=moment, metavar="TIME", help="as if it were 2026-06-05 or 2026-06-05T09:00")


def run(options: argparse.Namespace) -> ExitStatus:
    """Write the files, and say what to do next."""
    language: Language = options.language
    if options.kind == SHEET:
        return _new_sheet(options)
    try:
        check_kind(options.kind, (*KINDS, SHEET))
        created = create(_wanted(options), _options(options))
    except HalfWrittenError as problem:
        print(as_text(problem.diagnostics, {}, language), file=sys.stderr)
        return problem.status
    except SiteError as problem:
        found = excerpts(problem.diagnostics, _contents(options.content))
        return _refused(as_text(problem.diagnostics, found, language), language, problem.status)
    except OSError as problem:
        return _refused(unwritable(problem, problem.filename, language), language, ExitStatus.ENVIRONMENT)
    print("\n".join(_said(created, language)))
    return ExitStatus.FINE


def _new_sheet(options: argparse.Namespace) -> ExitStatus:
    """Write an empty spreadsheet, as the command for that does; what it is about stands where titles stand."""
    if options.id or options.original:
        raise RefusedError("A sheet has neither an id nor a language: leave out --id and --original.")
    as_of = options.as_of or now(options.language)
    return write_sheet(Wish(options.title, options.content, as_of), options.language)


def _refused(reason: str, language: Language, status: ExitStatus) -> ExitStatus:
    print(reason, language.translated(NOTHING), sep="\n", file=sys.stderr)
    return status


def _wanted(options: argparse.Namespace) -> Wanted:
    return Wanted(options.kind, options.title, options.id, options.original)


def _options(options: argparse.Namespace) -> Options:
    return Options(
        content=options.content, as_of=options.as_of or now(options.language), jobs=processors(), cache=CACHE / RESULTS
    )


def _contents(content: Path) -> Callable[[str], bytes | None]:
    """Return how to get at the bytes of a file of the content, None where there is none."""

    def contents(path: str) -> bytes | None:
        with suppress(OSError):  # what cannot be read has no excerpt
            return (content / path.removeprefix("content/")).read_bytes()
        return None

    return contents


def _said(created: Created, language: Language) -> Iterator[str]:
    """Yield what was written, and what to do next, one line each."""
    is_draft = created.request.kind != "update"
    yield from (language.say("Written: {path}", path=path) for path in created.new)
    if created.longer:
        yield language.say("Added to the end of {path}: {id}", path=created.longer, id=created.request.id)
    yield language.say(
        "Next, write your own where a text begins with {mark}: as long as one is left, it cannot be published."
        if is_draft
        else "Next, write your own where a text begins with {mark}: as long as one is left, "
        "the site can only be built with --drafts.",
        mark=STAND_IN,
    )
    if created.to_check:
        yield language.say(
            "Then check what was put in for the time being: {fields}.", fields=", ".join(created.to_check)
        )
    yield language.say("See it, and every change that you make: python build.py serve")
    if is_draft:
        yield language.say("To publish what is a draft, remove its line draft: true.")
