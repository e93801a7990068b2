"""schema: the JSON Schema of a kind of content."""

import argparse
import sys

from sitegen.diagnostics import ExitStatus
from sitegen.schema import UnknownKindError, schema
from sitegen.speech import Language

EXAMPLES = "example:\n  python build.py schema task"


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument("kind", help="a kind of content, such as task")


def run(options: argparse.Namespace) -> ExitStatus:
    """Print the schema."""
    try:
        print(schema(options.kind))
    except UnknownKindError as problem:
        print(_unknown(problem, options.language), file=sys.stderr)
        return ExitStatus.USAGE
    return ExitStatus.FINE


def _unknown(problem: UnknownKindError, language: Language) -> str:
    return language.say(
        '"{kind}" is not a kind of content; did you mean "{guess}"? The kinds are {kinds}.'
        if problem.guess
        else '"{kind}" is not a kind of content. The kinds are {kinds}.',
        kind=problem.kind,
        guess=problem.guess,
        kinds=", ".join(problem.known),
    )
