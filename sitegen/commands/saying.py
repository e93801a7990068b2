"""Saying what was found and done. What a program is to read goes to stdout, and words for people then to stderr."""

import sys
from collections.abc import Iterable

from sitegen.build import Outcome
from sitegen.console import FORMATS, Excerpts
from sitegen.diagnostics import Diagnostic


def say_problems(outcome: Outcome, form: str) -> None:
    """Print everything that is wrong with a build."""
    say_diagnostics(outcome.problems, outcome.excerpts, form)


def say_diagnostics(problems: Iterable[Diagnostic], excerpts: Excerpts, form: str) -> None:
    """Print problems."""
    text = FORMATS[form](problems, excerpts)
    if text:
        print(text, file=sys.stdout if form == "json" else sys.stderr)


def say(text: str, form: str) -> None:
    """Print how it went."""
    print(text, file=sys.stderr if form == "json" else sys.stdout)


def counted(outcome: Outcome) -> str:
    """Return how many problems there are, as in "1 error, 2 warnings"."""
    errors = sum(problem.severity == "error" for problem in outcome.problems)
    warnings = len(outcome.problems) - errors
    found = [_number(errors, "error")] if errors or outcome.written is None else []
    return ", ".join([*found, _number(warnings, "warning")])


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
