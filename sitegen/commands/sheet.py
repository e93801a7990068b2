"""sheet: a spreadsheet to be filled in, or to be corrected."""

import argparse
import sys
from pathlib import Path

from sitegen.commands.options import add_folders, folders_of
from sitegen.commands.saying import say_diagnostics
from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, error, nearest

EXAMPLES = "examples:\n  python build.py sheet task\n  python build.py sheet task --filled --output for-agencies.xlsx"


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    add_folders(command)
    command.add_argument("kind", help="a kind of content, such as task, event, agency, milestone or update")
    command.add_argument("--filled", action="store_true", help="with everything there is of that kind already")
    command.add_argument("--output", type=Path, metavar="FILE", help="the new file (tasks.xlsx)")


def run(options: argparse.Namespace) -> ExitStatus:
    """Write the spreadsheet, and say where it is; a file that is there already is never touched."""
    from sitegen.sheets.columns import KINDS  # noqa: PLC0415  # what only this command needs takes long to load

    if options.kind not in KINDS:
        print(_unknown(options.kind, KINDS), file=sys.stderr)
        return ExitStatus.USAGE
    try:
        return _written(options)
    except SiteError as problem:
        say_diagnostics(sorted(problem.diagnostics), {}, "text")
        return problem.status


def _written(options: argparse.Namespace) -> ExitStatus:
    from sitegen.sheets.holdings import take_in  # noqa: PLC0415  # as above
    from sitegen.sheets.identity import file_name_of  # noqa: PLC0415  # as above
    from sitegen.sheets.template import template  # noqa: PLC0415  # as above

    path = options.output or Path(f"{file_name_of(options.kind)}.xlsx")
    data = template(options.kind, take_in(folders_of(options)), is_filled=options.filled)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise SiteError([_exists(path)], ExitStatus.USAGE) from None
    except OSError as problem:
        raise SiteError([_cannot_write(path, problem)], ExitStatus.ENVIRONMENT) from problem
    print(f"{path} is ready to be filled in. Then: python build.py import {path}")
    return ExitStatus.FINE


def _unknown(kind: str, kinds: tuple[str, ...]) -> str:
    guess = nearest(kind, kinds)
    message = f'"{kind}" is not a kind of content' + (f'; did you mean "{guess}"?' if guess else ".")
    return f"{message} The kinds are {', '.join(kinds)}."


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
        reason=problem.strerror or problem,
    )
