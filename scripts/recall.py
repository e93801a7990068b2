"""How much of what people look for is found: asks every query of tests/cases/search/ of this site, in a real browser.

python -m scripts.recall
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from audits.chromium import FLAGS, find_chromium
from tests.browser import serving
from tests.searching import FIRST, Answer, Query, answer, gold
from tests.sites import NOON, PROJECT

ENOUGH = 0.95
HEAVIEST = 3  # queries shown


class Asked(NamedTuple):
    """A query with its answer."""

    query: Query
    answer: Answer


def main() -> int:
    """Build the site for the day that the cases are for, ask, and say what is not found and what it costs."""
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = (sys.executable, "build.py", "--output", str(site), "--as-of", NOON)
        subprocess.run(build, cwd=PROJECT, check=True)  # noqa: S603  # our own program
        asked = tuple(_asked(site))
    wanted = sum(len(each.query.wanted) for each in asked)
    missing = sum(len(each.answer.missing(each.query)) for each in asked)
    recall = (wanted - missing) / wanted
    weights = sorted(each.answer.weight for each in asked)
    print(f"{len(asked)} queries: {wanted - missing} of {wanted} among the first {FIRST}, {recall:.1%}.")
    print(f"A first search transfers {weights[len(weights) // 2] / 1000:.1f} KB, at most {weights[-1] / 1000:.1f} KB.")
    for each in sorted(asked, key=lambda one: -one.answer.weight)[:HEAVIEST]:
        print(f"  {each.query.text}: {each.answer.weight / 1000:.1f} KB")
    return 0 if recall >= ENOUGH else 1


def _asked(site: Path) -> Iterator[Asked]:
    with (
        serving(site) as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS) as chromium,
    ):
        page = chromium.new_page()
        for where, queries in gold().items():
            for query in queries:
                yield _told(query, address, where, page)


def _told(query: Query, address: str, where: str, page: Page) -> Asked:
    found = answer(page, address, where, query.text)
    for missing in found.missing(query):
        print(f"{where} {query.text}: not {' or '.join(sorted(missing))}, but {' '.join(found.found[:FIRST])}")
    return Asked(query, found)


if __name__ == "__main__":
    sys.exit(main())
