"""sheet: a spreadsheet to be filled in, or to be corrected."""

import argparse
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from sitegen.arguments import moment
from sitegen.commands.options import add_content, now
from sitegen.commands.saying import say_diagnostics
from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, Translatable, error
from sitegen.read import Folders
from sitegen.speech import Language

EXAMPLES = "examples:\n  python build.py sheet task\n  python build.py sheet task --filled --output for-agencies.xlsx"


class Wish(Struct, frozen=True):
    """What is wanted: a sheet for a kind of the content in a folder, empty or filled, in a file if that is named.

    It holds what is public at a moment, or everything.
    """

    kind: str
    content: Path
    as_of: datetime
    output: Path | None = None
    is_filled: bool = False
    with_drafts: bool = False


class Ready(Struct, frozen=True):
    """A spreadsheet that is written, and how many things are not in it as they are not public."""

    path: Path
    left_out: int


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument(
        "kind", metavar="KIND", help="a kind of content, such as task, event, agency, milestone or update"
    )
    add_content(command)
    command.add_argument("--filled", action="store_true", help="with what there is of that kind already, and is public")
    command.add_argument(
        "--drafts", action="store_true", help="also with drafts, and what is not public yet or any more"
    )
    command.add_argument("--as-of", type=moment, metavar="TIME", help="as if it were 2026-06-05 or 2026-06-05T09:00")
    command.add_argument("--output", type=Path, metavar="FILE", help="the new file (tasks.xlsx)")


def run(options: argparse.Namespace) -> ExitStatus:
    """Write the spreadsheet, and say where it is."""
    as_of = options.as_of or now(options.language)
    wish = Wish(options.kind, options.content, as_of, options.output, options.filled, options.drafts)
    return write_sheet(wish, options.language)


def write_sheet(wish: Wish, language: Language) -> ExitStatus:
    """Write a spreadsheet, and say where it is; a file that is there already is never touched."""
    from sitegen.kinds.names import check_kind  # noqa: PLC0415  # what only this needs takes long to load
    from sitegen.sheets.columns import KINDS  # noqa: PLC0415  # as above

    try:
        check_kind(wish.kind, KINDS)
        ready = _written(wish)
    except SiteError as problem:
        say_diagnostics(sorted(problem.diagnostics), {}, "text", language)
        return problem.status
    print(language.say("{file} is ready to be filled in. Then: python build.py import {file}", file=ready.path))
    if ready.left_out:
        print(
            language.say(
                "Not in it, as not public at this moment: {count}. With --drafts, it holds everything.",
                count=ready.left_out,
            )
        )
    return ExitStatus.FINE


def _written(wish: Wish) -> Ready:
    """Write the spreadsheet."""
    from sitegen.sheets.holdings import take_in  # noqa: PLC0415  # as above
    from sitegen.sheets.identity import file_name_of  # noqa: PLC0415  # as above
    from sitegen.sheets.public import count_of, public_part  # noqa: PLC0415  # as above
    from sitegen.sheets.template import template  # noqa: PLC0415  # as above
    from sitegen.write.failure import OTHER_FILE, explained  # noqa: PLC0415  # as above
    from sitegen.write.placement import MeanwhileError, Placement, put  # noqa: PLC0415  # as above

    path = wish.output or Path(f"{file_name_of(wish.kind)}.xlsx")
    every = take_in(Folders(wish.content))
    shown = every if wish.with_drafts else public_part(every, wish.as_of)
    message = Translatable("the spreadsheet could not be written: {path}: {reason}")
    try:
        with explained(Place(path.as_posix()), message, OTHER_FILE, _path):
            put([Placement(path, template(wish.kind, shown, is_filled=wish.is_filled))])
    except MeanwhileError:
        raise SiteError([_exists(path)], ExitStatus.USAGE) from None
    left_out = count_of(wish.kind, every.content) - count_of(wish.kind, shown.content)
    return Ready(path, left_out if wish.is_filled else 0)


def _exists(path: Path) -> Diagnostic:
    return error(
        "file-exists",
        Place(path.as_posix()),
        "there is such a file already, and it may hold somebody's work",
        "move it away, or name another file with --output",
    )


def _path(problem: OSError) -> str:
    """Return the path that was refused: the library of workbooks first writes elsewhere, and does not say where."""
    return str(problem.filename) if problem.filename else Translatable("the folder for temporary files")
