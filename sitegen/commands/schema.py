"""schema: the JSON Schema of a kind of content."""

import argparse
import sys

from sitegen.diagnostics import ExitStatus
from sitegen.schema import UnknownKindError, schema

EXAMPLES = "example:\n  python build.py schema task"


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument("kind", help="a kind of content, such as task")


def run(options: argparse.Namespace) -> ExitStatus:
    """Print the schema."""
    try:
        print(schema(options.kind))
    except UnknownKindError as problem:
        print(problem, file=sys.stderr)
        return ExitStatus.USAGE
    return ExitStatus.FINE
