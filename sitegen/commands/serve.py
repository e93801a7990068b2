"""serve: the site in a browser while somebody writes."""

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from typing import TextIO

from msgspec import structs

from sitegen.arguments import port
from sitegen.build import Outcome
from sitegen.commands.options import add_folders, add_strict, add_wishes, build_options
from sitegen.commands.saying import counted
from sitegen.console import as_text
from sitegen.diagnostics import ExitStatus
from sitegen.serve import Speech, Terms, serve
from sitegen.serve.editor import DEFAULT, template
from sitegen.speech import Language

EXAMPLES = "examples:\n  python build.py serve --port 8080\n  python build.py serve --as-of 2026-06-05T09:00 --no-open"
PREVIEW = Path(".cache/preview")


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    add_folders(command)
    add_wishes(command)
    add_strict(command)
    command.set_defaults(drafts=True)
    command.add_argument("--port", type=port, default=8000, metavar="N", help="the port (8000)")
    command.add_argument("--no-open", action="store_true", help="do not open a browser")
    command.add_argument("--poll", action="store_true", help="look for changes, where the disk tells of none")
    command.add_argument("--editor", type=template, default=DEFAULT, metavar="URL", help="what opens a file (VS Code)")


def run(options: argparse.Namespace) -> ExitStatus:
    """Serve the preview until interrupted."""
    is_now = options.as_of is None and "SOURCE_DATE_EPOCH" not in os.environ
    wishes = structs.replace(build_options(options, PREVIEW), is_hosted=False)
    terms = Terms(
        port=options.port,
        as_of=None if is_now else wishes.as_of,
        editor=options.editor,
        language=options.language,
        opens_browser=not options.no_open,
        polls=options.poll,
    )
    return serve(wishes, terms, _Speech(options.language).speech)


class _Speech:
    """Says what happens; what is wrong is said once, until something else happens."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._said = ""
        self.speech = Speech(self._outcome, partial(_say, sys.stdout), partial(_say, sys.stderr))

    def _outcome(self, outcome: Outcome) -> None:
        language = self._language
        problems = as_text(outcome.problems, outcome.excerpts, language)
        is_good = outcome.written is not None
        if problems != self._said:
            self._said = problems
            _say(sys.stderr, problems)
        elif not is_good:
            return
        summary = language.say(
            "{pages} pages: {found}." if is_good else "The preview was not changed: {found}.",
            pages=outcome.pages,
            found=counted(outcome, language),
        )
        _say(sys.stdout if is_good else sys.stderr, summary)


def _say(stream: TextIO, text: str) -> None:
    """Print a text, unless it is empty; once nobody listens any more, nothing is said: the browser shows it all."""
    try:
        if text:
            print(text, file=stream, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # or what is left would be a failure at the end
