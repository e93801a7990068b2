"""sheet: a spreadsheet to be filled in, or to be corrected."""

import argparse
from pathlib import Path

from msgspec import Struct

from sitegen.commands.options import add_content
from sitegen.commands.saying import say_diagnostics
from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, Translatable, error
from sitegen.read import Folders
from sitegen.speech import Language

EXAMPLES = "examples:\n  python build.py sheet task\n  python build.py sheet task --filled --output for-agencies.xlsx"


class Wish(Struct, frozen=True):
    """What is wanted: a sheet for a kind of the content in a folder, empty or filled, in a file if that is named."""

    kind: str
    content: Path
    output: Path | None = None
    is_filled: bool = False


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument(
        "kind", metavar="KIND", help="a kind of content, such as task, event, agency, milestone or update"
    )
    add_content(command)
    command.add_argument("--filled", action="store_true", help="with everything there is of that kind already")
    command.add_argument("--output", type=Path, metavar="FILE", help="the new file (tasks.xlsx)")


def run(options: argparse.Namespace) -> ExitStatus:
    """Write the spreadsheet, and say where it is."""
    return write_sheet(Wish(options.kind, options.content, options.output, options.filled), options.language)


def write_sheet(wish: Wish, language: Language) -> ExitStatus:
    """Write a spreadsheet, and say where it is; a file that is there already is never touched."""
    from sitegen.kinds.names import check_kind  # noqa: PLC0415  # what only this needs takes long to load
    from sitegen.sheets.columns import KINDS  # noqa: PLC0415  # as above

    try:
        check_kind(wish.kind, KINDS)
        path = _written(wish)
    except SiteError as problem:
        say_diagnostics(sorted(problem.diagnostics), {}, "text", language)
        return problem.status
    print(language.say("{file} is ready to be filled in. Then: python build.py import {file}", file=path))
    return ExitStatus.FINE


def _written(wish: Wish) -> Path:
    """Write the spreadsheet, and return where it is."""
    from sitegen.sheets.holdings import take_in  # noqa: PLC0415  # as above
    from sitegen.sheets.identity import file_name_of  # noqa: PLC0415  # as above
    from sitegen.sheets.template import template  # noqa: PLC0415  # as above

    path = wish.output or Path(f"{file_name_of(wish.kind)}.xlsx")
    data = template(wish.kind, take_in(Folders(wish.content)), is_filled=wish.is_filled)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise SiteError([_exists(path)], ExitStatus.USAGE) from None
    except OSError as problem:
        raise SiteError([_cannot_write(path, problem)], ExitStatus.ENVIRONMENT) from problem
    return path


def _exists(path: Path) -> Diagnostic:
    return error(
        "file-exists",
        Place(path.as_posix()),
        "there is such a file already, and it may hold somebody's work",
        "move it away, or name another file with --output",
    )


def _cannot_write(path: Path, problem: OSError) -> Diagnostic:
    return error(
        "cannot-write",
        Place(path.as_posix()),
        "the spreadsheet could not be written: {reason}",
        "see whether there is space on the disk and who may write there, or name another file with --output",
        reason=Translatable(problem.strerror or problem),
    )
