"""The command line: what was asked, doing it, saying how it went."""

import argparse
import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.arguments import epoch_moment, jobs, moment, port, site_address
from sitegen.build import Options, Outcome, build, check_only
from sitegen.console import FORMATS
from sitegen.diagnostics import ExitStatus
from sitegen.read import Folders
from sitegen.workers import processors

if TYPE_CHECKING:
    from sitegen.doctor import Report

SHOWN = 5  # files that differ, of each way to build
EXAMPLES = {
    "": "examples:\n  python build.py\n  python build.py serve\n  python build.py build --help",
    "build": "examples:\n  python build.py\n  python build.py build --as-of 2026-06-05T09:00 --strict",
    "check": "example:\n  python build.py check --format github",
    "serve": "example:\n  python build.py serve --port 8000",
    "doctor": "example:\n  python build.py doctor --as-of 2026-06-05",
    "schema": "example:\n  python build.py schema task",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status.

    The exit statuses are those of sitegen.diagnostics.ExitStatus.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    _escape_what_cannot_be_shown()
    options = parser().parse_args(_with_default(given))
    signal.signal(signal.SIGTERM, _terminate)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        print("Interrupted. The published site is whole.", file=sys.stderr)
        return ExitStatus.INTERRUPTED
    except Exception:  # noqa: BLE001  # whatever it is, it must be told for what it is
        traceback.print_exc()
        print(
            "This is a fault of the program. Please report the lines above. The site was not changed.", file=sys.stderr
        )
        return ExitStatus.CONTENT


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="build.py",
        description="Builds the campaign site.",
        epilog=EXAMPLES[""],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    _add_build(_command(commands, "build", "turn content into the finished site (the default)"))
    _add_check(_command(commands, "check", "report everything that is wrong, and write nothing"))
    _add_serve(_command(commands, "serve", "show the site in a browser, and again after every change"))
    _add_doctor(_command(commands, "doctor", "build the site in several ways, and see that all give the same bytes"))
    _add_schema(_command(commands, "schema", "print the JSON Schema of a kind of content"))
    return top


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, says: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=says,
        description=says.capitalize() + ".",
        epilog=EXAMPLES[name],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add_sources(command: argparse.ArgumentParser) -> None:
    _add_folders(command)
    _add_wishes(command)
    command.add_argument("--strict", action="store_true", help="warnings are errors")
    command.add_argument("--no-cache", action="store_true", help="forget what earlier builds found out")
    command.add_argument("--format", choices=sorted(FORMATS), default="text", help="how problems are printed (text)")


def _add_folders(command: argparse.ArgumentParser) -> None:
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the content (content)")
    command.add_argument(
        "--templates", type=Path, default=Path("templates"), metavar="DIR", help="the templates (templates)"
    )
    command.add_argument("--assets", type=Path, default=Path("assets"), metavar="DIR", help="styles and icons (assets)")


def _add_wishes(command: argparse.ArgumentParser) -> None:
    command.add_argument("--base-url", type=site_address, metavar="URL", help="where it will be published")
    command.add_argument("--as-of", type=moment, metavar="TIME", help="as if it were 2026-06-05 or 2026-06-05T09:00")
    command.add_argument("--drafts", action="store_true", help="include drafts")
    command.add_argument("--jobs", type=jobs, default=processors(), metavar="N", help="how many processes (one a core)")


def _add_build(command: argparse.ArgumentParser) -> None:
    _add_sources(command)
    command.add_argument("--output", type=Path, default=Path("site"), metavar="DIR", help="where it goes (site)")
    command.set_defaults(run=_build)


def _add_check(command: argparse.ArgumentParser) -> None:
    _add_sources(command)
    command.set_defaults(run=_check, output=Path("site"))


def _add_serve(command: argparse.ArgumentParser) -> None:
    _add_sources(command)
    command.add_argument("--port", type=port, default=8000, help="the port (8000)")
    command.add_argument("--no-open", action="store_true", help="do not open a browser")
    command.set_defaults(run=_serve, output=Path(".cache/preview"))


def _add_doctor(command: argparse.ArgumentParser) -> None:
    _add_sources(command)
    command.set_defaults(run=_doctor, output=Path("site"))


def _add_schema(command: argparse.ArgumentParser) -> None:
    command.add_argument("kind", help="a kind of content, such as task")
    command.set_defaults(run=_schema)


def _build(options: argparse.Namespace) -> ExitStatus:
    started = time.perf_counter()
    gc.disable()  # what a build makes it needs until its end: looking for what it does not takes a quarter of its time
    outcome = build(_options(options))
    _print_problems(outcome, options.format)
    _say(_result(outcome, options.output, time.perf_counter() - started), options.format)
    return outcome.status


def _check(options: argparse.Namespace) -> ExitStatus:
    outcome = check_only(_options(options))
    _print_problems(outcome, options.format)
    _say(f"{_counted(outcome)}. Nothing was written.", options.format)
    return outcome.status


def _serve(options: argparse.Namespace) -> ExitStatus:
    from sitegen.serve import serve  # noqa: PLC0415  # the server's libraries are slow to import

    return serve(_options(options), options.port, opens_browser=not options.no_open)


def _doctor(options: argparse.Namespace) -> ExitStatus:
    from sitegen.doctor import examine  # noqa: PLC0415  # needed by this command only

    report = examine(_options(options), _progress)
    if report.first.status is not ExitStatus.FINE:
        _print_problems(report.first, options.format)
        _say(f"{_counted(report.first)}. There is nothing to compare.", options.format)
        return report.first.status
    _say(_examined(report), options.format)
    return ExitStatus.FINE if report.is_healthy else ExitStatus.CONTENT


def _progress(doing: str) -> None:
    if sys.stderr.isatty():
        print(f"Building {doing}...", file=sys.stderr)


def _examined(report: "Report") -> str:
    """Return what the doctor has found, a line on each way to build and two more on each file that differs."""
    lines = [f"Built from nothing in one process: {report.files} files, {report.size} bytes. The same again:"]
    for finding in report.findings:
        differs = f"{len(finding.differences)} files differ" if finding.differences else "all equal"
        lines.append(f"  {finding.way}: {finding.problem or differs}")
        for found in finding.differences[:SHOWN]:
            lines += [f"    {found.path}:{found.line}", f"      - {found.before}", f"      + {found.after}"]
    lines.append("All equal." if report.is_healthy else "Not all equal. Please report the lines above.")
    return "\n".join(lines)


def _schema(options: argparse.Namespace) -> ExitStatus:
    from sitegen.schema import UnknownKindError, schema  # noqa: PLC0415  # needed by this command only

    try:
        print(schema(options.kind))
    except UnknownKindError as problem:
        print(problem, file=sys.stderr)
        return ExitStatus.USAGE
    return ExitStatus.FINE


def _options(options: argparse.Namespace) -> Options:
    return Options(
        folders=Folders(options.content, options.templates, options.assets),
        output=options.output,
        base_url=options.base_url or "",
        as_of=options.as_of or _now(),
        with_drafts=options.drafts,
        is_strict=options.strict,
        jobs=options.jobs,
        cache=None if options.no_cache else Path(".cache"),
    )


def _now() -> datetime:
    """Return the moment the site is built for: SOURCE_DATE_EPOCH if it is set, else now.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    try:
        return epoch_moment(epoch)
    except ValueError as problem:
        print(f"SOURCE_DATE_EPOCH: {problem}", file=sys.stderr)
        raise SystemExit(ExitStatus.USAGE) from None


def _escape_what_cannot_be_shown() -> None:
    """Let no character that a terminal or file has no code for stop us; programs that read what we say get UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")


def _with_default(arguments: list[str]) -> list[str]:
    """Return the arguments with the default command where none is named."""
    if arguments and (not arguments[0].startswith("-") or arguments[0] in {"-h", "--help"}):
        return arguments
    return ["build", *arguments]


def _print_problems(outcome: Outcome, form: str) -> None:
    text = FORMATS[form](outcome.problems, outcome.excerpts)
    if text:
        print(text, file=sys.stdout if form == "json" else sys.stderr)


def _say(text: str, form: str) -> None:
    print(text, file=sys.stderr if form == "json" else sys.stdout)


def _result(outcome: Outcome, output: Path, seconds: float) -> str:
    if outcome.written is None:
        return f"{_counted(outcome)}. {output}/ was not changed."
    written = outcome.written
    changes = len(written.created) + len(written.changed)
    return (
        f"{outcome.pages} pages in {seconds:.1f} s, {_counted(outcome)}: "
        f"{changes} files written, {len(written.removed)} removed in {output}/"
    )


def _counted(outcome: Outcome) -> str:
    errors = sum(problem.severity == "error" for problem in outcome.problems)
    warnings = len(outcome.problems) - errors
    counted = [_number(errors, "error")] if errors or outcome.written is None else []
    return ", ".join([*counted, _number(warnings, "warning")])


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _terminate(number: int, frame: object) -> None:
    del number, frame
    raise SystemExit(ExitStatus.TERMINATED)
