"""schema: the JSON Schemas of all kinds of content, for editors, or that of one kind, for programs."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from sitegen.commands.saying import unwritable
from sitegen.diagnostics import ExitStatus
from sitegen.schema import FOLDER, file_of, known_kinds, schema
from sitegen.schema.snippets import SNIPPETS, snippets
from sitegen.speech import Language

EXAMPLES = "examples:\n  python build.py schema\n  python build.py schema task"


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument(
        "kind", nargs="?", metavar="KIND", help="print that of one kind, such as task (without it: write schemas/)"
    )


def run(options: argparse.Namespace) -> ExitStatus:
    """Print the schema of a kind, or write what editors need to know of all."""
    if options.kind is None:
        return _write(options.language)
    print(schema(options.kind))
    return ExitStatus.FINE


def files() -> Mapping[str, str]:
    """Return every file that editors read, by its path from the project's root."""
    return {**{file_of(kind): f"{schema(kind)}\n" for kind in known_kinds()}, SNIPPETS: f"{snippets()}\n"}


def _write(language: Language) -> ExitStatus:
    try:
        written = [path for path, text in files().items() if _is_written(Path(path), text)]
    except OSError as problem:
        print(unwritable(problem, problem.filename, language), file=sys.stderr)
        return ExitStatus.ENVIRONMENT
    kinds = len(known_kinds())
    print(
        language.say(
            "{count} schemas are in {folder}/, and snippets in {snippets}.",
            count=kinds,
            folder=FOLDER,
            snippets=SNIPPETS,
        )
    )
    print(_changes(written, language))
    return ExitStatus.FINE


def _is_written(path: Path, text: str) -> bool:
    """Write a file unless it is what it should be; return whether there was something to write."""
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def _changes(written: list[str], language: Language) -> str:
    if not written:
        return language.say("Nothing has changed.")
    return language.say("Written: {paths}.", paths=", ".join(written))
