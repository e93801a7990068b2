"""What the pages of the site weigh, kind by kind: builds it, weighs every page, and writes docs/weights.md.

python -m scripts.weights [--as-of DAY]
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from sitegen.commands import main as build
from sitegen.footprint import per_visit, rating
from sitegen.urls import SECTIONS
from sitegen.weight import Scale, is_picture, parts, scale_of

PROJECT = Path(__file__).parent.parent
TABLE = PROJECT / "docs/weights.md"
KINDS = {section: kind for kind, section in SECTIONS.items()}
REDIRECT = b'http-equiv="refresh"'
HEADING = """# What pages weigh

The bytes of a first visit, compressed as servers compress (gzip, level {level}), as built on {day}; grams of CO2
equivalents by the Sustainable Web Design Model 4, with the world's average electricity.
`python -m scripts.weights` writes this page.

| kind | pages | median | heaviest | HTML, median | styles | scripts, most | pictures, most | grams, median | rating |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---|
"""


class Weight(NamedTuple):
    """What a page weighs, in bytes, by sort of file."""

    kind: str
    html: int
    styles: int
    scripts: int
    pictures: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.html + self.styles + self.scripts + self.pictures


def main() -> int:
    """Build, weigh, and write the table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--as-of", type=date.fromisoformat, default=None, help="the day the site is built for")
    day = options.parse_args().as_of or date.today()  # noqa: DTZ011  # the day that people here have
    with TemporaryDirectory() as folder:
        output = Path(folder) / "site"
        status = build(["build", "--output", str(output), "--as-of", day.isoformat()])
        if status:
            return int(status)
        files = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    TABLE.write_text(table(weights(files), day), encoding="utf-8")
    return 0


def weights(files: Mapping[str, bytes]) -> Iterator[Weight]:
    """Yield what each page weighs that is more than a way to another."""
    scale = scale_of((path, data) for path, data in files.items() if path.startswith("assets/"))
    for path, data in sorted(files.items()):
        if path.endswith(".html") and REDIRECT not in data:
            yield _weight(path, data, scale)


def table(found: Iterable[Weight], day: date) -> str:
    """Return the table, a line for each kind and one for all."""
    by_kind: defaultdict[str, list[Weight]] = defaultdict(list)
    for weight in found:
        by_kind[weight.kind].append(weight)
    lines = [_line(kind, by_kind[kind]) for kind in sorted(by_kind)]
    lines.append(_line("all", [weight for pages in by_kind.values() for weight in pages]))
    return HEADING.format(level=6, day=day) + "\n".join(lines) + "\n"


def _weight(path: str, data: bytes, scale: Scale) -> Weight:
    sizes = parts(path, data, "/", scale)
    html = sizes.pop(path)
    styles = sum(size for file, size in sizes.items() if file.endswith(".css"))
    scripts = sum(size for file, size in sizes.items() if file.endswith(".js"))
    return Weight(_kind(path), html, styles, scripts, sum(size for file, size in sizes.items() if is_picture(file)))


def _kind(path: str) -> str:
    """Return the kind of a page by its address; what is one of a kind of its own is a page."""
    folders = path.removeprefix("en/").split("/")
    is_one_of_many = len(folders) == len(("section", "id", "index.html")) and folders[1] != "page"
    return KINDS.get(folders[0], "page") if is_one_of_many else "page or list"


def _line(kind: str, pages: list[Weight]) -> str:
    middle = median(page.total for page in pages)
    heaviest = max(page.total for page in pages)
    sizes = (
        middle,
        heaviest,
        median(page.html for page in pages),
        max(page.styles for page in pages),
        max(page.scripts for page in pages),
        max(page.pictures for page in pages),
    )
    grams = f"{per_visit(round(middle)):.4f}"
    return f"| {' | '.join((kind, str(len(pages)), *map(_kilobytes, sizes), grams, rating(per_visit(heaviest))))} |"


def _kilobytes(size: float) -> str:
    return f"{size / 1000:.1f} KB"


if __name__ == "__main__":
    sys.exit(main())
