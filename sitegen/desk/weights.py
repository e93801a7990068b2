"""The heaviest pages: how many bytes a reader's device gets for each."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from sitegen.weight import Contents, transferred, weight

SHOWN = 10  # pages
HELD = 32  # files in memory at a time: pages load the same styles


class Weight(Struct, frozen=True):
    """A page and what it weighs, in bytes, compressed: with all it loads, and its HTML alone."""

    path: str
    total: int
    html: int


def weigh(paths: Iterable[str], base: str, contents: Contents) -> tuple[Weight, ...]:
    """Return the heaviest pages among finished files, the heaviest first.

    `base` is the path that the site is published under, with a slash at both ends.
    """
    loaded = lru_cache(HELD)(contents)
    weights = [_weighed(path, contents(path) or b"", base, loaded) for path in sorted(paths) if path.endswith(".html")]
    return tuple(sorted(weights, key=lambda page: -page.total)[:SHOWN])


def _weighed(path: str, page: bytes, base: str, contents: Contents) -> Weight:
    return Weight(path, weight(path, page, base, contents), transferred(path, page))
