"""CSV files beside the indicators, as lines of cells."""

import csv
from collections.abc import Iterable

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.model import Dataset, File
from sitegen.parse.text import decode

FOLDER = "content/indicators/"


def parse_datasets(files: Iterable[File]) -> tuple[dict[str, Dataset], tuple[Diagnostic, ...]]:
    """Return each CSV file by its name; every line must have as many cells as the first."""
    datasets: dict[str, Dataset] = {}
    problems: list[Diagnostic] = []
    for file in files:
        text, unreadable = decode(file)
        lines = tuple(tuple(line) for line in csv.reader(text.splitlines()))
        problems += [*unreadable, *_ragged(lines, file.path)]
        datasets[file.path.removeprefix(FOLDER)] = lines
    return datasets, tuple(problems)


def _ragged(lines: Dataset, path: str) -> Iterable[Diagnostic]:
    for number, line in enumerate(lines, 1):
        if len(line) != len(lines[0]):
            yield error(
                "csv-cells",
                Place(path, number),
                "this line has {count} cells, but the first has {wanted}",
                "put a cell with a comma in it in quotes",
                count=len(line),
                wanted=len(lines[0]),
            )
