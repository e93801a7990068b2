"""The command line: what was asked, doing it, saying how it went. Each command is a module here."""

import argparse
import os
import select
import signal
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper
from types import MappingProxyType
from typing import Protocol, TextIO, cast

from sitegen.commands.languages import taken_out, wanted
from sitegen.commands.parsing import Parser, let_argparse_speak
from sitegen.diagnostics import ExitStatus, RefusedError, Translatable
from sitegen.speech import ENGLISH, Language, language

DEFAULT = "build"
COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "build": "turn content into the finished site (the default)",
        "check": "report everything that is wrong, and write nothing",
        "serve": "show the site in a browser, and again after every change",
        "new": "write the files of a new thing, as a draft to be filled in",
        "doctor": "build the site in several ways, and see that all give the same bytes",
        "report": "list everything that needs a person, by agency",
        "translated": "note that a translation says what its original says now",
        "seal": "record what a source says, after a comparison with the original",
        "sheet": "write a spreadsheet of a kind of content, to be filled in",
        "import": "bring what a spreadsheet says into the content",
        "publish": "bring the finished site to where readers get it from",
        "schema": "write the JSON Schemas of all kinds of content, for editors",
    }
)
"""Every command with what it does; its module has the same name."""
NOTHING = Translatable("Nothing was written.")
"""What is said below the reason."""
INTERRUPTED = Translatable("Interrupted. The published site is whole.")
FAULT = Translatable("This is a fault of the program. Please report the lines above. The site was not changed.")
EXAMPLES = "examples:\n  python build.py\n  python build.py serve\n  python build.py build --help"


class Command(Protocol):
    """What the module of a command holds."""

    EXAMPLES: str

    @staticmethod
    def add_options(command: argparse.ArgumentParser) -> None:
        """Say what the command may be told."""

    @staticmethod
    def run(options: argparse.Namespace) -> ExitStatus:
        """Do it, and say how it went."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status.

    The exit statuses are those of sitegen.diagnostics.ExitStatus.
    """
    asked, others = taken_out(sys.argv[1:] if arguments is None else arguments)
    given = _with_default(others)
    spoken = language(wanted(asked, os.environ))
    let_argparse_speak(spoken)
    _escape_what_cannot_be_shown()
    try:
        options = parser(COMMANDS.keys() & {given[0]} or COMMANDS, spoken).parse_args([given[0], *asked, *given[1:]])
        signal.signal(signal.SIGTERM, _terminate)
        return _run(options)
    except KeyboardInterrupt:
        print(spoken.translated(INTERRUPTED), file=sys.stderr)
        return ExitStatus.INTERRUPTED
    except RefusedError as problem:
        print(spoken.tell(problem.message), spoken.translated(NOTHING), sep="\n", file=sys.stderr)
        return ExitStatus.USAGE
    except Exception:  # noqa: BLE001  # whatever it is, it must be told for what it is
        traceback.print_exc()
        print(spoken.translated(FAULT), file=sys.stderr)
        return ExitStatus.CONTENT


def _run(options: argparse.Namespace) -> int:
    """Run a command, whether or not somebody reads to the end what it says."""
    status = int(ExitStatus.UNREAD)
    try:
        status = int(options.run(options))
        sys.stdout.flush()  # whether anybody reads it shows only now
    except BrokenPipeError:
        if not _is_closed(sys.stdout) and not _is_closed(sys.stderr):
            raise
    return status


def _is_closed(stream: TextIO) -> bool:
    """Whether nobody reads what is said there any more; if so, the rest goes nowhere."""
    if hasattr(select, "poll"):  # Windows does not tell
        asked = select.poll()
        asked.register(stream.fileno(), 0)
        if not asked.poll(0):
            return False
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return True


def parser(names: Iterable[str] = COMMANDS, spoken: Language = ENGLISH) -> argparse.ArgumentParser:
    """Return the parser of the command line, as far as it is about some commands: only their modules are imported."""
    top = Parser(language=spoken, says="builds the campaign site", examples=EXAMPLES, prog="build.py")
    commands = top.add_subparsers(metavar=spoken.say("COMMAND"), required=True)
    for name in names:
        command = cast("Command", import_module(f"sitegen.commands.{name}"))
        help_ = spoken.translated(COMMANDS[name])
        added = commands.add_parser(name, help=help_, language=spoken, says=COMMANDS[name], examples=command.EXAMPLES)
        command.add_options(added)
        added.set_defaults(run=command.run, language=spoken)
    return top


def _with_default(arguments: list[str]) -> list[str]:
    """Return the arguments with the default command where none is named."""
    if arguments and (not arguments[0].startswith("-") or arguments[0] in {"-h", "--help"}):
        return arguments
    return [DEFAULT, *arguments]


def _escape_what_cannot_be_shown() -> None:
    """Let no character that a terminal or file has no code for stop us; programs that read what we say get UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")


def _terminate(number: int, frame: object) -> None:
    del number, frame
    raise SystemExit(ExitStatus.TERMINATED)
