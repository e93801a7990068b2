"""Links of a page: which files of the site they lead to."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from sitegen.markup import REMEMBERED, read_tag
from sitegen.urls import is_not_found, output_path
from sitegen.verify.faults import Fault
from sitegen.verify.outline import Outline

ADDRESSES = ("href", "src")


class Way(Struct, frozen=True):
    """Where an address leads from any page: up so many folders, then to a file and an anchor on it.

    Without a file it stays on its page; what is not an address at all leads nowhere.
    """

    address: str
    up: int = 0
    file: str = ""
    anchor: str = ""
    is_address: bool = True


Links = Mapping[str, tuple[Way, ...]]
"""Where the tags of a page lead, as they are written, those that lead anywhere within the site."""


def links(path: str, page: Outline) -> Links:
    """Return the links of the page at `path`; those from the site's root and those of a not-found page are left out."""
    if is_not_found(path):
        return {}
    return {written: _ways(written) for written in filter(_ways, page.written)}


def malformed(page: Outline, found: Links) -> Iterator[Fault]:
    """Yield what is written as an address and is none."""
    if all(way.is_address for ways in found.values() for way in ways):
        return
    for number, way in each(page, found):
        if not way.is_address:
            values: dict[str, object] = {"address": way.address, "name": page.cut.tags[number].name}
            yield "page-address", page.cut.offsets[number], "{address} is not an address", values


def targets(path: str, found: Links) -> tuple[str, ...]:
    """Return what the links of the page at `path` lead to, as in `Inspection.targets`."""
    target = resolver(path)
    return tuple(sorted({target(way) for ways in found.values() for way in ways if way.is_address}))


def each(page: Outline, found: Links) -> Iterator[tuple[int, Way]]:
    """Yield every link of a page in its order, with the number of its tag."""
    for number, written in enumerate(page.cut.written):
        for way in found.get(written, ()):
            yield number, way


def resolver(path: str) -> Callable[[Way], str]:
    """Return what says where a way leads from the page at `path`."""
    here = escaped(path)
    folders = here.split("/")[:-1]
    above = ["".join(f"{folder}/" for folder in folders[:depth]) for depth in range(len(folders), -1, -1)]

    def target(way: Way) -> str:
        beyond = way.up - len(folders)
        base = "../" * beyond if beyond > 0 else above[way.up]
        file = base + way.file if way.file else here
        return f"{file}#{way.anchor}" if way.anchor else file

    return target


def escaped(path: str) -> str:
    """Return a path in which a number sign cannot be mistaken for the one before an anchor."""
    return path.replace("%", "%25").replace("#", "%23")


@lru_cache(REMEMBERED)
def _ways(written: str) -> tuple[Way, ...]:
    attributes = read_tag(written).attributes
    return tuple(way for name in ADDRESSES if name in attributes for way in _way(attributes[name]))


def _way(address: str) -> Iterator[Way]:
    try:
        parts = urlsplit(address)
    except ValueError:
        yield Way(address, is_address=False)
        return
    if not (parts.scheme or parts.netloc or parts.path.startswith("/")):
        up, file = _steps(unquote(parts.path))
        yield Way(address, up, escaped(file), unquote(parts.fragment))


def _steps(relative: str) -> tuple[int, str]:
    """Return how many folders a relative address goes up, and the file it then goes down to."""
    if not relative:
        return 0, ""
    steps = posixpath.normpath(relative).split("/")
    up = steps.count("..")
    down = "" if steps == ["."] else "/".join(steps[up:])
    is_folder = relative.endswith(("/", "."))
    return up, output_path(f"{down}/" if is_folder and down else down)
