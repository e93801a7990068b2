"""Links between finished files: each must lead to a file that is there, and to an anchor that is on it."""

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.urls import NOT_FOUND, output_path
from sitegen.verify.outline import Element, Outline

ADDRESSES = ("href", "src")


def dead_links(pages: Mapping[str, Outline], paths: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield a problem for each link of each page that leads nowhere; links from the site's root are not followed."""
    anchors = {path: frozenset(identifier for identifier, _ in page.ids) for path, page in pages.items()}
    for path, page in pages.items():
        if path.endswith(f"{NOT_FOUND}.html"):
            continue
        for element in page.elements:
            for name in ADDRESSES:
                if name in element.attributes:
                    yield from _link(path, element, element.attributes[name], paths, anchors)


def _link(
    path: str, element: Element, address: str, paths: frozenset[str], anchors: Mapping[str, frozenset[str]]
) -> Iterator[Diagnostic]:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return
    target = _target(path, unquote(parts.path))
    if target not in paths:
        yield error("page-link", Place(path), "the link {address} leads nowhere (<{name}>)", "", address=address,
                    name=element.name)  # fmt: skip
    elif parts.fragment and target in anchors and unquote(parts.fragment) not in anchors[target]:
        yield error("page-anchor", Place(path), "the link {address} leads to no anchor on that page", "",
                    address=address)  # fmt: skip


def _target(path: str, relative: str) -> str:
    """Return the file that a relative address means on the page at `path`."""
    if not relative:
        return path
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), relative))
    folder = "" if joined == "." else joined
    return output_path(f"{folder}/" if relative.endswith(("/", ".")) and folder else folder)
