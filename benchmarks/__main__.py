"""The way in: python -m benchmarks COMMAND."""

import argparse
from pathlib import Path

from benchmarks.corpus import corpus
from benchmarks.layouts import OURS
from benchmarks.sites import lay_out


def main() -> None:
    """Run one command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(required=True)
    write = commands.add_parser("write", help="write our site of a corpus into a new folder")
    write.add_argument("size", type=int, help="the number of pages")
    write.add_argument("folder", type=Path, help="where it goes")
    write.set_defaults(run=_write)
    options = parser.parse_args()
    options.run(options)


def _write(options: argparse.Namespace) -> None:
    lay_out(OURS, corpus(options.size), options.folder)


if __name__ == "__main__":
    main()
