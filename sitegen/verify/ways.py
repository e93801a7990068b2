"""Addresses within a site: where each leads, from whatever page."""

import posixpath
import re
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from sitegen.urls import output_path

INDEX = output_path("")

_USUAL = re.compile(r"((?:\.\./)*+)((?:[\w-]++/)*+)([\w-]++(?:\.[\w-]++)*+)?(?:#([\w.:-]*+))?")
"""An address as we write it: up some folders, down some, a file, an anchor; nothing in it is quoted."""


class Way(Struct, frozen=True):
    """Where an address leads from any page: up so many folders, then to a file and an anchor on it.

    Without a file it stays on its page; what is not an address at all leads nowhere.
    """

    address: str
    up: int = 0
    file: str = ""
    anchor: str = ""
    is_address: bool = True


def way(address: str) -> Way | None:
    """Return where an address leads; None if that is out of the site, or written from its root."""
    usual = _USUAL.fullmatch(address)
    if not usual:
        return _unusual(address)
    up, down, file, anchor = usual.groups("")
    if not file and (up or down):
        file = INDEX
    return Way(address, len(up) // 3, down + file, anchor)


def escaped(path: str) -> str:
    """Return a path in which a number sign cannot be mistaken for the one before an anchor."""
    return path.replace("%", "%25").replace("#", "%23")


def _unusual(address: str) -> Way | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return Way(address, is_address=False)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return None
    up, file = _steps(unquote(parts.path))
    return Way(address, up, escaped(file), unquote(parts.fragment))


def _steps(relative: str) -> tuple[int, str]:
    """Return how many folders a relative address goes up, and the file it then goes down to."""
    if not relative:
        return 0, ""
    steps = posixpath.normpath(relative).split("/")
    up = steps.count("..")
    down = "" if steps == ["."] else "/".join(steps[up:])
    is_folder = relative.endswith(("/", "."))
    return up, output_path(f"{down}/" if is_folder and down else down)
