"""The heaviest pages: how many bytes a reader's device gets for each."""

import zlib
from collections.abc import Callable, Iterable

from msgspec import Struct

GZIP = 31  # for zlib: the form that servers send, with the largest window
SHOWN = 10  # pages


class Weight(Struct, frozen=True):
    """A page and what it weighs, in bytes, compressed: all of it, and its HTML alone."""

    path: str
    total: int
    html: int


def weigh(paths: Iterable[str], contents: Callable[[str], bytes]) -> tuple[Weight, ...]:
    """Return the heaviest pages among finished files, the heaviest first; each page needs every stylesheet."""
    files = sorted(paths)
    styles = sum(_compressed(contents(path)) for path in files if path.endswith(".css"))
    pages = [(path, _compressed(contents(path))) for path in files if path.endswith(".html")]
    pages.sort(key=lambda page: (-page[1], page[0]))
    return tuple(Weight(path, html + styles, html) for path, html in pages[:SHOWN])


def _compressed(data: bytes) -> int:
    press = zlib.compressobj(9, wbits=GZIP)
    return len(press.compress(data) + press.flush())
