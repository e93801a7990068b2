"""Lighthouse over some pages: what a phone of the middle class, on a slow network, makes of them."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from audits.borrowed import FOLDER
from audits.chromium import FLAGS, find_chromium
from audits.outcome import Outcome, numbered, sorted_findings

PROGRAM = Path(__file__).with_suffix(".mjs")
FULL = 100
TRIES = 3
"""How often a page is measured before a score below 100 counts: other work on the machine can only lower it."""
UNLISTED = ("404.html", "seo")
"""A page that is not there asks search engines not to list it, which Lighthouse counts against it."""


class Measured(msgspec.Struct, frozen=True):
    """The scores of a page by category, and the audits that cost it something."""

    url: str
    scores: Mapping[str, int]
    short: Sequence[str]


def measure(address: str, paths: Sequence[str]) -> Outcome:
    """Return what Lighthouse finds on some pages."""
    best: dict[str, Measured] = {}
    left = paths
    for _ in range(TRIES):
        for measured in _run(address, left):
            path = measured.url.removeprefix(address)
            best[path] = max(measured, best.get(path, measured), key=_sum)
        left = [path for path in left if _below(path, best[path])]
    told = ((path, what) for path, measured in best.items() if (what := _below(path, measured)))
    asked = "performance, accessibility, best practices and search: 100 each, as a phone"
    return Outcome("Lighthouse", asked, numbered(len(paths), "page", "pages"), sorted_findings(told))


def _run(address: str, paths: Sequence[str]) -> Iterator[Measured]:
    if not paths:
        return
    program = shutil.copy(PROGRAM, FOLDER)  # Node.js looks for what it imports beside the program
    command = ("node", program, find_chromium(), " ".join(FLAGS), *(address + path for path in paths))
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=os.environ)  # noqa: S603  # what we borrow
    yield from (msgspec.json.decode(line, type=Measured) for line in done.stdout.splitlines())


def _sum(measured: Measured) -> int:
    return sum(measured.scores.values())


def _below(path: str, measured: Measured) -> str:
    """Return the scores that are not full, with what cost them; nothing if all are."""
    below = [
        f"{name} {score}"
        for name, score in measured.scores.items()
        if score < FULL and not (path.endswith(UNLISTED[0]) and name == UNLISTED[1])
    ]
    return f"{', '.join(below)} ({', '.join(measured.short)})" if below else ""
