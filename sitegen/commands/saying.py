"""Saying what was found and done. What a program is to read goes to stdout, and words for people then to stderr."""

import sys
from collections.abc import Iterable

from sitegen.build import Outcome
from sitegen.console import FORMATS, Excerpts
from sitegen.diagnostics import Diagnostic, Translatable
from sitegen.speech import Language


def say_problems(outcome: Outcome, form: str, language: Language) -> None:
    """Print everything that is wrong with a build."""
    say_diagnostics(outcome.told, outcome.excerpts, form, language)


def say_diagnostics(problems: Iterable[Diagnostic], excerpts: Excerpts, form: str, language: Language) -> None:
    """Print problems."""
    text = FORMATS[form](problems, excerpts, language)
    if text:
        print(text, file=sys.stdout if form == "json" else sys.stderr)


def say(text: str, form: str) -> None:
    """Print how it went."""
    print(text, file=sys.stderr if form == "json" else sys.stdout)


def unwritable(problem: OSError, what: object, language: Language) -> str:
    """Return that something could not be written, and why."""
    reason = Translatable(problem.strerror or problem)
    return language.say("{what} could not be written: {reason}.", what=what, reason=reason)


def counted(outcome: Outcome, language: Language) -> str:
    """Return how many problems there are, as in "1 error, 2 warnings"."""
    errors = sum(problem.severity == "error" for problem in outcome.told)
    warnings = len(outcome.told) - errors
    found = [_errors(errors, language)] if errors or outcome.written is None else []
    return ", ".join([*found, _warnings(warnings, language)])


def _errors(count: int, language: Language) -> str:
    return language.say("{count} error" if count == 1 else "{count} errors", count=count)


def _warnings(count: int, language: Language) -> str:
    return language.say("{count} warning" if count == 1 else "{count} warnings", count=count)
