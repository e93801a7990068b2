"""CSV files beside the indicators, as lines of cells."""

import csv
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import File
from sitegen.model import Dataset
from sitegen.parse.parsed import Parsed
from sitegen.parse.text import decode

Numbered = list[tuple[int, tuple[str, ...]]]


def parse_dataset(file: File) -> Parsed:
    """Return the lines of a CSV file; each must have as many cells as the first."""
    text, unreadable = decode(file)
    lines, unquoted = _lines(text, file.path)
    problems = (*unreadable, *unquoted, *_ragged(lines, file.path))
    return Parsed(problems=problems, dataset=_dataset(lines, text))


def _dataset(lines: Numbered, text: str) -> Dataset:
    if not lines:
        return Dataset()
    (_, head), *rest = lines
    whole = [(number, row) for number, row in rest if len(row) == len(head)]
    return Dataset(head, tuple(row for _, row in whole), tuple(number for number, _ in whole), text)


def _lines(text: str, path: str) -> tuple[Numbered, tuple[Diagnostic, ...]]:
    """Return the lines that are not blank with the number they end on, as far as they can be read."""
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), strict=True)
    lines: Numbered = []
    try:
        lines.extend((reader.line_num, tuple(line)) for line in reader if line)
    except csv.Error:
        return lines, (_quotation(Place(path, lines[-1][0] + 1 if lines else 1)),)
    return lines, ()


def _quotation(place: Place) -> Diagnostic:
    return error(
        "csv-quote",
        place,
        "a quotation mark on this line has no counterpart",
        'put the whole cell in quotes, and write "" for a quotation mark within it',
    )


def _ragged(lines: Numbered, path: str) -> Iterator[Diagnostic]:
    for number, line in lines:
        if len(line) != len(lines[0][1]):
            yield error(
                "csv-cells",
                Place(path, number),
                "cells on this line: {count}, on the first: {wanted}",
                "put a cell with a comma in it in quotes" if len(line) > len(lines[0][1]) else "add what is missing",
                count=len(line),
                wanted=len(lines[0][1]),
            )
