"""The fingerprint of the program itself: a result is only as good as the code and the libraries it came from."""

import sys
from functools import cache
from pathlib import Path

from sitegen.fingerprint import fingerprint

PACKAGE = Path(__file__).parents[1]
INSTALLED = (".dist-info", ".egg-info")


@cache
def program() -> bytes:
    """Return the fingerprint of our own code, the Python that runs it, and the version of every library there is."""
    files = sorted(PACKAGE.rglob("*.py"))
    code = (part for file in files for part in (file.relative_to(PACKAGE).as_posix(), file.read_bytes()))
    return fingerprint(sys.version, *_libraries(), *code)


def _libraries() -> list[str]:
    """Return the names of the folders that say what is installed in which version, as in Markdown-3.11.dist-info."""
    folders = (Path(entry) for entry in sys.path)
    return sorted(path.name for folder in folders if folder.is_dir() for path in folder.iterdir()
                  if path.suffix in INSTALLED)  # fmt: skip
