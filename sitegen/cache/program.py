"""The fingerprint of the program itself: a result is only as good as the code and the libraries it came from."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from zoneinfo import TZPATH

from sitegen.fingerprint import fingerprint

PACKAGE = str(Path(__file__).parents[1])
INSTALLED = (".dist-info", ".egg-info")


@cache
def program() -> bytes:
    """Return the fingerprint of our own code, the Python that runs it, and the version of every library there is."""
    return fingerprint(sys.version, *_libraries(), *_code())


@cache
def rules_of(timezone: str) -> bytes:
    """Return the fingerprint of the rules of a time zone as the system knows them, which change several times a year.

    Where the system has none, they are those of an installed library, which is part of the program.
    """
    for folder in TZPATH:
        with suppress(OSError):
            return fingerprint(_bytes(f"{folder}/{timezone}"))
    return fingerprint(timezone)


def _code() -> Iterator[str | bytes]:
    """Yield the path and the bytes of each file of ours."""
    for folder, names, files in os.walk(PACKAGE):
        names.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                path = f"{folder}/{name}"
                yield path.removeprefix(PACKAGE)
                yield _bytes(path)


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123  # there are hundreds, and each build reads them all
        return file.read()


def _libraries() -> list[str]:
    """Return the names of the folders that say what is installed in which version, as in Markdown-3.11.dist-info."""
    folders = (Path(entry) for entry in sys.path)
    return sorted(path.name for folder in folders if folder.is_dir() for path in folder.iterdir()
                  if path.suffix in INSTALLED)  # fmt: skip
