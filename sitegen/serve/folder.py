"""Finding what a browser asks for: in the folder of the preview, in what is not in the folder yet, and nowhere else."""

import os
from urllib.parse import unquote_to_bytes

from msgspec import Struct

from sitegen.serve.showing import Showing

INDEX = "index.html"
NOT_FOUND = "404.html"
OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
FORBIDDEN = ("\0", "\\", ":")
DEEPEST = 64  # folders; each is looked into for a page for addresses that do not exist


class Found(Struct, frozen=True):
    """A file to show: its path below the folder, its bytes, and whether it is what was asked for.

    If it is not, it is the page for addresses that do not exist.
    """

    path: str
    data: bytes
    is_it: bool = True


class Elsewhere(Struct, frozen=True):
    """The address to ask for instead."""

    address: str


def find(showing: Showing, asked: str) -> Found | Elsewhere | None:
    """Return what a server shows for the path of an address, as a browser sends it; None if there is no site yet."""
    base = showing.known.base
    if asked == "/" != base:
        return Elsewhere(base)
    path = _path(asked.removeprefix(base)) if asked.startswith(base) else None
    if path is not None:
        file = f"{path}{INDEX}" if path.endswith("/") or not path else path
        if (data := contents(showing, file)) is not None:
            return Found(file, data)
        if contents(showing, f"{path}/{INDEX}") is not None:
            return Elsewhere(f"{asked}/")
    return _not_found(showing, path or "")


def contents(showing: Showing, path: str) -> bytes | None:
    """Return the bytes of a finished file, None if there is no such file."""
    if path in showing.fresh:
        return showing.fresh[path]
    root = os.path.realpath(showing.folder)
    location = os.path.join(root, *path.split("/"))  # noqa: PTH118  # Path makes another path of some
    if os.path.realpath(location) != location:
        return None
    return _bytes(location)


def _path(asked: str) -> str | None:
    """Return the path that a part of an address names, None if it is not one that a site of ours has."""
    try:
        path = unquote_to_bytes(asked).decode()
    except UnicodeDecodeError:
        return None
    parts = path.removesuffix("/").split("/") if path else []
    if len(parts) > DEEPEST:
        return None
    is_plain = all(part not in {"", ".", ".."} for part in parts) and not any(sign in path for sign in FORBIDDEN)
    return path if is_plain else None


def _not_found(showing: Showing, path: str) -> Found | None:
    """Return the page for addresses that do not exist that is nearest to one."""
    folders = path.split("/")[:-1]
    for depth in range(len(folders), -1, -1):
        file = "/".join((*folders[:depth], NOT_FOUND))
        if (data := contents(showing, file)) is not None:
            return Found(file, data, is_it=False)
    return None


def _bytes(location: str) -> bytes | None:
    try:
        descriptor = os.open(location, OPENING)
        with os.fdopen(descriptor, "rb") as stream:
            return stream.read()
    except OSError:  # none, a folder, a name too long for the system
        return None
