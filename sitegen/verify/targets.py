"""Links between finished files: each must lead to a file that is there, and to an anchor that is on it."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.urls import is_not_found, output_path
from sitegen.verify.outline import Outline

ADDRESSES = ("href", "src")


Locate = Callable[[str, int], Place]
"""Returns the place of an offset into the page at a path."""


def dead_links(pages: Mapping[str, Outline], paths: frozenset[str], locate: Locate) -> Iterator[Diagnostic]:
    """Yield a problem for each link of each page that leads nowhere; links from the site's root are not followed."""
    anchors = {path: frozenset(identifier for identifier, _ in page.ids) for path, page in pages.items()}
    for path, page in pages.items():
        if is_not_found(path):
            continue
        for element in page.elements:
            for name in ADDRESSES:
                if name in element.attributes:
                    for code, message in _link(path, element.attributes[name], paths, anchors):
                        place = locate(path, element.offset)
                        yield error(code, place, message, address=element.attributes[name], name=element.name)


def _link(
    path: str, address: str, paths: frozenset[str], anchors: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    try:
        parts = urlsplit(address)
    except ValueError:
        yield "page-address", "{address} is not an address"
        return
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return
    target = _target(path, unquote(parts.path))
    if target not in paths:
        yield "page-link", "the link {address} leads nowhere (<{name}>)"
    elif parts.fragment and target in anchors and unquote(parts.fragment) not in anchors[target]:
        yield "page-anchor", "the link {address} leads to no anchor on that page"


def _target(path: str, relative: str) -> str:
    """Return the file that a relative address means on the page at `path`."""
    if not relative:
        return path
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), relative))
    folder = "" if joined == "." else joined
    return output_path(f"{folder}/" if relative.endswith(("/", ".")) and folder else folder)
