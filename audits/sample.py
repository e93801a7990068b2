"""Which pages stand for all: the fewest that show everything there is, found in the finished site itself.

So a new kind of page, a new component or a new script is looked at as soon as it is built, in both languages.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

CLASSES = re.compile(r'class="([^"]*)"')
PARTS = re.compile(r'<(?:[a-z][a-z0-9]*|script[^>]*src="[^"]*")')
REDIRECT = 'http-equiv="refresh"'
LANGUAGE = re.compile(r'<html lang="([^"]*)"')

Shown = frozenset[tuple[str, str]]
"""What a page shows: elements, classes of components, its kind; each with the language of the page."""


def every_page(site: Path) -> tuple[str, ...]:
    """Return the addresses of all pages within a finished site, in order; an old address that leads on is none."""
    pages = (file for file in site.rglob("*.html") if REDIRECT not in file.read_text(encoding="utf-8"))
    return tuple(sorted(_address(file, site) for file in pages))


def sample(site: Path) -> tuple[str, ...]:
    """Return the addresses of pages that together show everything that pages of this site show."""
    return cover({path: shown(path, text(site, path)) for path in every_page(site)})


def in_turns(site: Path) -> tuple[str, ...]:
    """Return of those pages one where there are two of the same in two languages: in turns in one and the other."""
    versions: dict[str, list[str]] = {}
    for path in sample(site):
        versions.setdefault(path.removeprefix(f"{_language(text(site, path))}/"), []).append(path)
    return tuple(paths[number % len(paths)] for number, (_, paths) in enumerate(sorted(versions.items())))


def shown(path: str, html: str) -> Shown:
    """Return what a page shows."""
    spoken = _language(html)
    folder, *further = path.removeprefix(f"{spoken}/").split("/")
    parts = {name for classes in CLASSES.findall(html) for name in classes.split()}
    kind = f"{folder}/{len(further)}" if len(further) > 1 else ""
    return frozenset((spoken, part) for part in (*parts, *PARTS.findall(html), kind))


def cover(pages: Mapping[str, Shown]) -> tuple[str, ...]:
    """Return the fewest pages, as far as taking the richest first finds them, that show everything."""
    chosen: list[str] = []
    missing = frozenset[tuple[str, str]]().union(*pages.values())
    while missing:
        richest = max(sorted(pages), key=lambda path: len(pages[path] & missing))
        chosen.append(richest)
        missing -= pages[richest]
    return tuple(sorted(chosen))


def share(paths: Iterable[str], number: int, of: int) -> tuple[str, ...]:
    """Return one of as many shares of some pages, equally long but for one page."""
    return tuple(paths)[number::of]


def _language(html: str) -> str:
    found = LANGUAGE.search(html)
    return found[1] if found else ""


def _address(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix().removesuffix("index.html")


def text(site: Path, path: str) -> str:
    """Return the HTML of a page of a finished site."""
    file = site / path
    return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
