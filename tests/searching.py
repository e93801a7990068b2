"""Searching as readers do: queries and what they must find, asked of the very scripts of a site in a real browser."""

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from playwright.sync_api import Page, Request

CASES = Path(__file__).parent / "cases" / "search"
FIRST = 5
"""As many results are looked at: about what stands on a screen."""
DONE = """async waiting => {
  const status = document.querySelector("[data-search-status]");
  while (!status.textContent || status.textContent === waiting) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  return [...document.querySelectorAll("[data-search-results] a")].map(link => link.href);
}"""


class Query(NamedTuple):
    """What somebody types, and what must be found: addresses, one of each set."""

    text: str
    wanted: tuple[frozenset[str], ...]


class Answer(NamedTuple):
    """The addresses of the results in their order, and how much was transferred for them, compressed, in bytes."""

    found: tuple[str, ...]
    weight: int

    def missing(self, query: Query) -> tuple[frozenset[str], ...]:
        """Return what is not among the first results."""
        return tuple(wanted for wanted in query.wanted if wanted.isdisjoint(self.found[:FIRST]))


def gold() -> Mapping[str, tuple[Query, ...]]:
    """Return the queries of each search page, by its address."""
    return {"search/": tuple(_queries("ko")), "en/search/": tuple(_queries("en"))}


def answer(page: Page, site: str, where: str, text: str) -> Answer:
    """Ask the search page of a site, at `where`, by its address as a link does, in a page that knows nothing yet."""
    asked: set[str] = set()

    def note(request: Request) -> None:
        asked.update({request.url} if request.url.endswith((".js", ".json")) else ())

    page.on("request", note)
    page.goto(f"{site}{where}?q={quote(text)}")
    waiting = page.locator("[data-search]").get_attribute("data-waiting")
    found = page.evaluate(DONE, waiting)
    page.remove_listener("request", note)
    return Answer(tuple(each.removeprefix(site) for each in found), sum(_weight(url, page) for url in asked))


def _weight(url: str, page: Page) -> int:
    return len(gzip.compress(page.request.get(url).body(), mtime=0))


def _queries(language: str) -> Iterator[Query]:
    lines = (CASES / f"gold.{language}.txt").read_text(encoding="utf-8").splitlines()
    for line in filter(None, lines):
        if not line.startswith("#"):
            text, _, wanted = line.partition(" -> ")
            yield Query(text, tuple(frozenset(each.split("|")) for each in wanted.split()))
