"""What a page weighs: the bytes a first visit transfers for it."""

import gzip
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

IMPORTED = re.compile(rb"""\b(?:from|import)\s*["'](?P<address>[^"']+)["']""")
"""What a script loads at once; what it loads when it needs it, by `import()`, is no part of a first visit."""
COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".csv")
LOADING = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})
LEVEL = 6  # of gzip, as servers compress
TAG = re.compile(
    r"""<(?:link|img|script|source|video|audio|embed|iframe)\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE
)
"""A tag that may load something: most of a page is none, and need not be taken apart."""

Contents = Callable[[str], bytes | None]
"""Returns the bytes of a finished file by its path, None if there is none."""


def weight(path: str, page: bytes, base: str, contents: Contents) -> int:
    """Return the bytes that a first visit to a page transfers: itself and all it loads, compressed where servers do.

    Headers of requests are not counted, and images are, though those far down a page may be loaded later.
    """
    files = loaded(path, page, base, contents)
    return transferred(path, page) + sum(transferred(file, contents(file) or b"") for file in files)


def loaded(path: str, page: bytes, base: str, contents: Contents) -> tuple[str, ...]:
    """Return the paths of the site's files that a page loads by itself, and of the scripts that its scripts import."""
    waiting = list(_loaded(path, page, base))
    found: dict[str, None] = {}
    while waiting:
        file = waiting.pop()
        if file not in found:
            found[file] = None
            if file.endswith(".js"):
                waiting += _imported(file, contents(file) or b"")
    return tuple(sorted(found))


def transferred(path: str, data: bytes) -> int:
    """Return the bytes that are transferred for a finished file, compressed where servers do."""
    return _compressed(data) if path.endswith(COMPRESSED) else len(data)


@lru_cache(64)
def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, LEVEL, mtime=0))


def _loaded(path: str, page: bytes, base: str) -> Iterator[str]:
    """Yield the paths of the site's files that a page loads."""
    finder = _Finder()
    for tag in TAG.finditer(page.decode("utf-8", "replace")):
        finder.feed(tag[0])
        finder.reset()  # or what follows a script would be taken for its text
    for address in finder.addresses:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        there = unquote(parts.path)
        yield there.removeprefix(base) if there.startswith("/") else normpath(join(dirname(path), there))


def _imported(path: str, script: bytes) -> Iterator[str]:
    for match in IMPORTED.finditer(script):
        yield normpath(join(dirname(path), match["address"].decode()))


class _Finder(HTMLParser):
    """Finds what a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of what a tag loads."""
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and LOADING & set(given.get("rel", "").lower().split()):
            self.addresses.append(given.get("href", ""))
        elif tag in {"img", "script", "source", "video", "audio", "embed", "iframe"}:
            self.addresses.append(given.get("src", ""))
