"""check: everything that is wrong with the content."""

import argparse

from sitegen.build import check_only
from sitegen.commands.options import add_build_options, build_options
from sitegen.commands.saying import counted, say, say_problems
from sitegen.diagnostics import ExitStatus

EXAMPLES = "example:\n  python build.py check --format github"


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    add_build_options(command)


def run(options: argparse.Namespace) -> ExitStatus:
    """Do everything that a build does but write, and say what is wrong."""
    outcome = check_only(build_options(options))
    language = options.language
    say_problems(outcome, options.format, language)
    said = language.say("{found}. Nothing was written.", found=counted(outcome, language))
    say(said, options.format)
    return outcome.status
