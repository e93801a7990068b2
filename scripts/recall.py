"""How much of what people look for is found: asks every query of tests/cases/search/ of this site, in a real browser.

python -m scripts.recall
python -m scripts.recall --things 5000
"""

import subprocess
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from audits.chromium import FLAGS, find_chromium
from scripts.drawn_index import draw_index
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
    reader = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    reader.add_argument(
        "--things", type=int, metavar="N", help="ask of N things drawn from the site's, for what it costs"
    )
    things = reader.parse_args().things
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = (sys.executable, "build.py", "--output", str(site), "--as-of", NOON)
        subprocess.run(build, cwd=PROJECT, check=True)  # noqa: S603  # our own program
        if things:
            _tell_cost(tuple(_asked(site, _drawn(site, things))))
            return 0
        asked = tuple(_asked(site, gold()))
    for each in asked:
        for missing in each.answer.missing(each.query):
            print(f"{each.query.text}: not {' or '.join(sorted(missing))}, but {' '.join(each.answer.found[:FIRST])}")
    recall = _tell_recall(asked)
    _tell_cost(asked)
    return 0 if recall >= ENOUGH else 1


def _drawn(site: Path, things: int) -> Mapping[str, Sequence[Query]]:
    """Put drawn things in the index, and return the queries with the most frequent words behind them."""
    queries = gold()
    frequent = {"search/": "ko", "en/search/": "en"}
    for where, language in frequent.items():
        words = draw_index(site / "search-index" / language, things)
        queries = {**queries, where: (*queries[where], *(Query(word, ()) for word in words))}
    return queries


def _tell_recall(asked: Sequence[Asked]) -> float:
    wanted = sum(len(each.query.wanted) for each in asked)
    missing = sum(len(each.answer.missing(each.query)) for each in asked)
    recall = (wanted - missing) / wanted
    print(f"{len(asked)} queries: {wanted - missing} of {wanted} among the first {FIRST}, {recall:.1%}.")
    return recall


def _tell_cost(asked: Sequence[Asked]) -> None:
    weights = sorted(each.answer.weight for each in asked)
    print(f"{len(asked)} queries: a first search transfers {weights[len(weights) // 2] / 1000:.1f} KB, "
          f"at most {weights[-1] / 1000:.1f} KB.")  # fmt: skip
    for each in sorted(asked, key=lambda one: -one.answer.weight)[:HEAVIEST]:
        print(f"  {each.query.text}: {each.answer.weight / 1000:.1f} KB")


def _asked(site: Path, queries: Mapping[str, Sequence[Query]]) -> Iterator[Asked]:
    with (
        serving(site) as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS) as chromium,
    ):
        page = chromium.new_page()
        for where, each in queries.items():
            for query in each:
                yield Asked(query, answer(page, address, where, query.text))


if __name__ == "__main__":
    sys.exit(main())
