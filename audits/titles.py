"""Titles: in a language, no two pages have the same one, so that tabs and search results can be told apart."""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from audits.outcome import Outcome, numbered, sorted_findings

TITLE = re.compile(r'<html lang="([^"]*)".*?<title>([^<]*)</title>', re.DOTALL)


def compare(pages: Mapping[str, str]) -> Outcome:
    """Return the pages, by their address, whose HTML has the title of a page before them."""
    asked = "no two pages in a language have the same title (WCAG and KWCAG 2.4.2)"
    return Outcome("titles", asked, numbered(len(pages), "page", "pages"), sorted_findings(_twice(pages)))


def _twice(pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    first: dict[tuple[str, str], str] = {}
    for path, html in pages.items():
        for language, title in TITLE.findall(html):
            other = first.setdefault((language, unescape(title)), path)
            if other != path:
                yield path, f"is called {title}, as {other or '/'} is"
