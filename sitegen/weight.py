"""What a page weighs: the bytes a first visit transfers for it."""

import gzip
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from msgspec import Struct

IMPORTED = re.compile(rb"""\b(?:from|import)\s*["'](?P<address>[^"']+)["']""")
"""What a script loads at once; what it loads when it needs it, by `import()`, is no part of a first visit."""
COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".csv", ".ics", ".webmanifest")
PICTURES = (".avif", ".webp", ".jpg", ".jpeg", ".png", ".gif", ".svg")
LOADING = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})
LEVEL = 6  # of gzip, as servers compress
TAG = re.compile(
    r"""<(?:link|img|script|source|video|audio|embed|iframe|/?picture|/?template)\b(?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.IGNORECASE,
)
"""A tag that may load something, or that decides what is loaded: most of a page is none, and is not taken apart."""

Contents = Callable[[str], bytes | None]
"""Returns the bytes of a finished file by its path, None if there is none."""


class Scale(Struct, frozen=True):
    """What finished files weigh, in bytes as they are transferred, and what scripts import, each by its path."""

    sizes: Mapping[str, int] = {}
    imports: Mapping[str, tuple[str, ...]] = {}


def scale_of(files: Iterable[tuple[str, bytes]]) -> Scale:
    """Return what files weigh, each a path with its bytes."""
    given = dict(files)
    return Scale(
        {path: transferred(path, data) for path, data in given.items()},
        {path: tuple(_imported(path, data)) for path, data in given.items() if path.endswith(".js")},
    )


def parts(path: str, page: bytes, base: str, scale: Scale) -> dict[str, int]:
    """Return the bytes that a first visit to a page transfers, by file: the page itself, and all it loads.

    Headers of requests are not counted, and pictures are, though those far down a page may be loaded later: of each the
    largest of the first format that it comes in, as on a large screen. What waits in a template is not.
    """
    files = _reached(_loaded(path, page, base), lambda script: scale.imports.get(script, ()))
    return {path: transferred(path, page)} | {file: scale.sizes.get(file, 0) for file in files}


def weight(path: str, page: bytes, base: str, contents: Contents) -> int:
    """Return the bytes that a first visit to a page transfers, as `parts` does, compressed where servers do."""
    files = loaded(path, page, base, contents)
    return transferred(path, page) + sum(transferred(file, contents(file) or b"") for file in files)


def loaded(path: str, page: bytes, base: str, contents: Contents) -> tuple[str, ...]:
    """Return the paths of the site's files that a page loads by itself, and of the scripts that its scripts import."""
    return _reached(_loaded(path, page, base), lambda script: _imported(script, contents(script) or b""))


def transferred(path: str, data: bytes) -> int:
    """Return the bytes that are transferred for a finished file, compressed where servers do."""
    return _compressed(data) if path.endswith(COMPRESSED) else len(data)


def is_picture(path: str) -> bool:
    """Whether a finished file is a picture; the icon, which every page has, counts as one."""
    return path.endswith(PICTURES)


@lru_cache(64)
def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, LEVEL, mtime=0))


def _reached(first: Iterable[str], imported: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Return files and all that those of them that are scripts import, sorted, each once."""
    waiting = list(first)
    found: dict[str, None] = {}
    while waiting:
        file = waiting.pop()
        if file not in found:
            found[file] = None
            if file.endswith(".js"):
                waiting += imported(file)
    return tuple(sorted(found))


def _loaded(path: str, page: bytes, base: str) -> Iterator[str]:
    """Yield the paths of the site's files that a page loads."""
    for address in _addresses(tuple(filter(_may_load, TAG.findall(page.decode("utf-8", "replace"))))):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        there = unquote(parts.path)
        yield there.removeprefix(base) if there.startswith("/") else normpath(join(dirname(path), there))


def _may_load(tag: str) -> bool:
    """Whether a tag need be taken apart: most pages have links of their own, to other languages, which load nothing."""
    return not tag.startswith("<link") or any(word in tag for word in LOADING)


@lru_cache(64)
def _addresses(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the addresses that tags load; most pages of a site have the same ones."""
    finder = _Finder()
    for tag in tags:
        finder.feed(tag)
        finder.reset()  # or what follows a script would be taken for its text
    return tuple(finder.addresses)


def _imported(path: str, script: bytes) -> Iterator[str]:
    for match in IMPORTED.finditer(script):
        yield normpath(join(dirname(path), match["address"].decode()))


class _Finder(HTMLParser):
    """Finds what a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self._templates = 0
        self._offered: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of what a tag loads, or decides."""
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and LOADING & set(given.get("rel", "").lower().split()):
            self.addresses.append(given.get("href", ""))
        elif tag == "template":
            self._templates += 1
        elif tag == "picture":
            self._offered = []
        elif tag == "source" and "srcset" in given:
            self._offered.append(_largest(given["srcset"]))
        elif tag == "img":
            self._picture(given)
        elif tag in {"script", "source", "video", "audio", "embed", "iframe"}:
            self.addresses.append(given.get("src", ""))

    def handle_endtag(self, tag: str) -> None:
        """Take note of what ends."""
        if tag == "template":
            self._templates -= 1
        elif tag == "picture":
            self._offered = []

    def _picture(self, given: Mapping[str, str]) -> None:
        """Take note of a picture, in the first of the forms it is offered in."""
        own = _largest(given["srcset"]) if given.get("srcset") else given.get("src", "")
        if not self._templates:
            self.addresses.append(next(iter((*self._offered, own))))
        self._offered = []


def _largest(srcset: str) -> str:
    """Return the address of the widest picture of a set, as in `a.avif 480w, b.avif 800w`."""
    offered = [entry.split() for entry in srcset.split(",") if entry.strip()]
    return max(offered, key=_width)[0] if offered else ""


def _width(entry: list[str]) -> int:
    width = entry[1].removesuffix("w") if len(entry) > 1 else ""
    return int(width) if width.isdigit() else 0
