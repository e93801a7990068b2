r"""Cases that read like a session at a terminal: the files of a site, what is typed, and what is then seen.

    ==== what the case shows
    -- content/pages/about.ko.md --
    the file's text
    $ python build.py check
    what the command says, problems first
    exit status 1

What stands above the first case of a file is part of the site in each of its cases.
After a path may stand in brackets that the file is to be removed, is a link to what the text names, is a pipe, has a
size, has the text put before its own, is in another encoding, or is escaped: then \t, \r, \n, \u202e and
\{70000 times 가} in its name and text mean characters that nobody could see or read here.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from sitegen.commands import main
from tests.sites import NOON

CASE = re.compile(r"^==== (?P<title>.+)\n", re.MULTILINE)
COMMAND = re.compile(r"^\$ python build\.py (?P<arguments>.+)\n", re.MULTILINE)
STATUS = re.compile(r"^exit status (?P<status>\d+)\n", re.MULTILINE)
FILE = re.compile(r"^-- (?P<path>\S+)(?: \((?P<how>.+)\))? --\n", re.MULTILINE)
ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-f]{4})|\{(?P<times>\d+) times (?P<text>[^}]+)\}|(?P<letter>[trn]))")
LETTERS = {"t": "\t", "r": "\r", "n": "\n"}


class Case(NamedTuple):
    """A site, as text in the form above, a command, and what it says and returns."""

    id: str
    title: str
    site: str
    arguments: tuple[str, ...]
    says: str
    status: int


def cases(folder: Path) -> Iterator[Case]:
    """Yield the cases of all files of a folder; the id of a case is its file and line."""
    for file in sorted(folder.glob("*.txt")):
        yield from _in_file(file)


def add(folder: Path, site: str) -> None:
    """Write the files that a text describes below a folder, or remove them."""
    parts = FILE.split(site)
    for path, how, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        _put(folder / (ESCAPE.sub(_character, path) if how == "escaped" else path), how or "utf-8", text)


def say(*arguments: str) -> tuple[str, int]:
    """Return what the command line says at noon on World Environment Day 2026, in the order it says it, and returns."""
    screen = StringIO()
    with redirect_stdout(screen), redirect_stderr(screen):
        status = main([*arguments, "--as-of", NOON])
    return screen.getvalue(), status


def _in_file(file: Path) -> Iterator[Case]:
    text = file.read_text(encoding="utf-8")
    found = list(CASE.finditer(text))
    common = text[: found[0].start()]
    for start, end in zip(found, [*(match.start() for match in found[1:]), len(text)], strict=True):
        site, arguments, session = COMMAND.split(text[start.end() : end])
        says, status, _ = STATUS.split(session)
        line = text.count("\n", 0, start.start()) + 1
        yield Case(f"{file.name}:{line}", start["title"], common + site, tuple(arguments.split()), says, int(status))


def _put(path: Path, how: str, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    match how:
        case "removed":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        case "a link":
            path.symlink_to(text.strip())
        case "a pipe":
            os.mkfifo(path)
        case "60 MB":
            path.touch()
            os.truncate(path, 60_000_000)
        case "prepended":
            path.write_text(text + path.read_text(encoding="utf-8"), encoding="utf-8")
        case "escaped":
            path.write_bytes(ESCAPE.sub(_character, text).encode())
        case _:
            path.write_bytes(text.encode(how))


def _character(escape: re.Match[str]) -> str:
    if escape["code"]:
        return chr(int(escape["code"], 16))
    return LETTERS[escape["letter"]] if escape["letter"] else escape["text"] * int(escape["times"])
