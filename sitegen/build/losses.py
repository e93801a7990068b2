"""Published addresses that are gone, where it is plain which thing has them now: it was renamed, and nothing leads on.

What was published is known from the output folder alone. So this is said, and stops nothing: a build from nothing,
which must end as any other does, could not know of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from sitegen.diagnostics import Diagnostic, warning
from sitegen.model import AnyItem, Site
from sitegen.urls import ON_THEIR_LIST, SECTIONS, address, output_path, prefix

HEADING = re.compile(rb"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)

Page = Callable[[str], bytes]
"""Returns the bytes of a finished page by its path."""


def losses(
    before: Iterable[str], now: Iterable[str], site: Site, old_page: Page, new_page: Page
) -> Iterator[Diagnostic]:
    """Yield a warning for each thing that was renamed, with the alias that would lead on.

    A page that is gone and a new one are of the same thing if they are of one kind and language and have the same
    heading, which no other of those that are gone or new has. Where nothing says so, nothing is said.
    """
    there, were = frozenset(now), frozenset(before)
    gone, new = were - there, there - were
    if not gone or not new:
        return
    found: dict[tuple[str, str], tuple[AnyItem, str]] = {}
    for language in site.languages:
        for kind in site.items:
            items = _new_items(kind, language, site, new)
            pages = _pages(kind, prefix(language, site.languages), gone) if items else {}
            old, fresh = _by_heading(pages, old_page), _by_heading(items, new_page)
            for heading in old.keys() & fresh.keys():
                item, former = items[fresh[heading]], pages[old[heading]]
                found[item.id, former] = item, former
    for _, (item, former) in sorted(found.items(), key=lambda each: each[0]):
        yield _renamed(item, former)


def _new_items(kind: str, language: str, site: Site, new: frozenset[str]) -> dict[str, AnyItem]:
    """Return the things of a kind whose pages in a language are new, by the path of the page."""
    root = prefix(language, site.languages)
    if kind in ON_THEIR_LIST:
        return {}
    paths = {output_path(root + address(kind, item.id)): item for item in site.items[kind].values()
             if language in item.words}  # fmt: skip
    return {path: item for path, item in paths.items() if path in new}


def _pages(kind: str, root: str, gone: frozenset[str]) -> dict[str, str]:
    """Return the former addresses of things of a kind, without the language, by the path of the page."""
    section = re.escape(f"{SECTIONS[kind]}/") if kind in SECTIONS else ""
    form = re.compile(rf"{re.escape(root)}(?P<address>{section}[^/]+/)index\.html")
    matches = ((path, form.fullmatch(path)) for path in gone)
    return {path: f"/{match['address']}" for path, match in matches if match}


def _by_heading(paths: Mapping[str, object], page: Page) -> dict[bytes, str]:
    """Return paths by the heading of the page; those that share theirs are left out."""
    found: dict[bytes, list[str]] = {}
    for path in sorted(paths):
        heading = HEADING.search(page(path))
        if heading:
            found.setdefault(b" ".join(heading[1].split()), []).append(path)
    return {heading: same[0] for heading, same in found.items() if len(same) == 1}


def _renamed(item: AnyItem, former: str) -> Diagnostic:
    return warning(
        "address-lost",
        item.facts_origin.place("aliases"),
        "this was published as {address} before, and links to that address now lead nowhere",
        "add {address} to aliases" if item.facts.aliases else "add the line aliases: [{address}]",
        address=former,
    )
