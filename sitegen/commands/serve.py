"""serve: the site in a browser while somebody writes."""

import argparse
from pathlib import Path

from sitegen.arguments import port
from sitegen.commands.options import add_build_options, build_options
from sitegen.diagnostics import ExitStatus
from sitegen.serve import serve

EXAMPLES = "example:\n  python build.py serve --port 8000"
PREVIEW = Path(".cache/preview")


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    add_build_options(command)
    command.add_argument("--port", type=port, default=8000, help="the port (8000)")
    command.add_argument("--no-open", action="store_true", help="do not open a browser")


def run(options: argparse.Namespace) -> ExitStatus:
    """Serve the preview until interrupted."""
    return serve(build_options(options, PREVIEW), options.port, options.language, opens_browser=not options.no_open)
