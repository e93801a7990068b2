"""The way in: python -m benchmarks COMMAND."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.comparison import compare
from benchmarks.corpus import corpus
from benchmarks.generator import Generator
from benchmarks.layouts import OURS, PEERS, POOL
from benchmarks.preview import write as write_preview
from benchmarks.report import write
from benchmarks.results import keep
from benchmarks.sites import lay_out
from benchmarks.stages import write as write_stages

SIZES = "100,1000,10000,50000"
GROWTH = "1000,10000,50000"
LARGEST_OF_PEERS = 10_000  # pages: what is larger is built by ours and the pool alone, to see how ours grows


def main() -> None:
    """Run one command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures what building costs.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_compare(commands.add_parser("compare", help="build the same pages with ours and the peers"))
    _add_stages(commands.add_parser("stages", help="see what the stages of our own builds take"))
    _add_preview(commands.add_parser("preview", help="see how fast the live preview shows what is saved"))
    _add_load(commands.add_parser("load", help="see how many readers a server bears that serves the site"))
    _add_write(commands.add_parser("write", help="write the pages, laid out for ours, into a new folder"))
    options = parser.parse_args()
    options.run(options)


def _add_compare(command: argparse.ArgumentParser) -> None:
    command.add_argument("--sizes", type=_sizes, default=SIZES, metavar="N,N", help=f"numbers of pages ({SIZES})")
    names = ",".join(peer.name for peer in PEERS)
    command.add_argument("--peers", default=names, metavar="NAME,NAME", help=f"peers to compare with ({names})")
    command.set_defaults(run=_compare)


def _add_stages(command: argparse.ArgumentParser) -> None:
    command.add_argument("--sizes", type=_sizes, default=GROWTH, metavar="N,N", help=f"numbers of pages ({GROWTH})")
    command.set_defaults(run=lambda options: write_stages(options.sizes))


def _add_preview(command: argparse.ArgumentParser) -> None:
    command.add_argument("--size", type=int, default=1_000, metavar="N", help="the number of pages (1000)")
    command.add_argument("--idle", type=int, default=10_000, metavar="N", help="their number while idle (10000)")
    command.set_defaults(run=lambda options: write_preview(options.size, options.idle))


def _add_load(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=_load)


def _add_write(command: argparse.ArgumentParser) -> None:
    command.add_argument("size", type=int, help="the number of pages")
    command.add_argument("folder", type=Path, help="where they go")
    command.set_defaults(run=_write)


def _load(_: argparse.Namespace) -> None:
    from benchmarks.load import write as write_load  # noqa: PLC0415  # needs what the tests need

    write_load()


def _compare(options: argparse.Namespace) -> None:
    peers = tuple(_peers(options.peers))
    for size in options.sizes:
        able = tuple(peer for peer in peers if peer is POOL or size <= LARGEST_OF_PEERS)
        for table in compare(size, (OURS, *able)):
            write(keep(table))


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(",")))


def _peers(names: str) -> Iterator[Generator]:
    known = {peer.name: peer for peer in PEERS}
    for name in filter(None, names.split(",")):
        if name not in known:
            sys.exit(f'there is no peer "{name}": it is one of {", ".join(known)}')
        yield known[name]


def _write(options: argparse.Namespace) -> None:
    lay_out(OURS, corpus(options.size), options.folder)


if __name__ == "__main__":
    main()
