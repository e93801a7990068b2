"""Rules of indicators: the data that they show is there, and is what it is said to be."""

from collections.abc import Iterator

from sitegen.check.subjects import of_kind
from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds.indicator import NUMBER, Column, IndicatorFacts, IndicatorWords
from sitegen.model import Dataset, Item, Site

IndicatorItem = Item[IndicatorFacts, IndicatorWords]


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with indicators: no file, no such column in it, or something else than numbers."""
    for indicator in of_kind(site, "indicator", IndicatorFacts, IndicatorWords):
        dataset = site.datasets.get(indicator.facts.file)
        if dataset is None:
            yield _no_file(indicator, site)
        else:
            yield from _columns(indicator, dataset)


def _no_file(indicator: IndicatorItem, site: Site) -> Diagnostic:
    guess = nearest(indicator.facts.file, site.datasets)
    return error(
        "missing-data",
        indicator.facts_origin.place("file"),
        'there is no file content/indicators/{file}; did you mean "{guess}"?'
        if guess
        else "there is no file content/indicators/{file}",
        "write {guess}" if guess else "put the file there",
        file=indicator.facts.file,
        guess=guess,
    )


def _columns(indicator: IndicatorItem, dataset: Dataset) -> Iterator[Diagnostic]:
    if not dataset.rows:
        yield error("missing-data", indicator.facts_origin.place("file"), "there is nothing in {file}",
                    "put the data into it, with the names of the columns first", file=indicator.facts.file)  # fmt: skip
        return
    for number, column in enumerate(indicator.facts.columns):
        if column.name in dataset.head:
            yield from _cells(indicator, column, dataset, is_first=not number)
        else:
            yield _no_column(indicator, number, column.name, dataset.head)
    yield from _rows(indicator, dataset)
    for number, name in enumerate(dataset.head):
        if name in dataset.head[:number]:
            place = Place(f"content/indicators/{indicator.facts.file}")
            yield error("data-twice", place, 'there is already a column "{name}"', "keep one of the two", name=name)


def _cells(indicator: IndicatorItem, column: Column, dataset: Dataset, *, is_first: bool) -> Iterator[Diagnostic]:
    """Say which cells of a column are not what it holds; the first one names the rows."""
    place, origins = dataset.head.index(column.name), indicator.facts.origins
    for number, row in enumerate(dataset.rows):
        cell = row[place]
        if column.holds == "sources" and cell and cell not in origins:
            yield _no_origin(_place(indicator, dataset, number, place), cell, origins)
        elif column.is_numeric and not is_first and cell and not NUMBER.fullmatch(cell):
            yield _no_number(_place(indicator, dataset, number, place), cell, column.name)


def _place(indicator: IndicatorItem, dataset: Dataset, row: int, number: int) -> Place:
    """Return where a cell is: the row as it is written, and in it the cell by its number, from 0."""
    line = dataset.lines[row]
    written, column = dataset.text.split("\n")[line - 1], 0
    for cell in dataset.rows[row][:number]:
        quotes = 2 + cell.count('"') if written[column : column + 1] == '"' else 0
        column += len(cell) + quotes + 1
    length = max(1, len(dataset.rows[row][number]))
    return Place(f"content/indicators/{indicator.facts.file}", line, column + 1, length)


def _no_number(place: Place, cell: str, name: str) -> Diagnostic:
    digits = cell.replace(",", "").strip()
    return error(
        "data-number",
        place,
        '"{cell}" in the column "{name}" is not a number',
        "write {guess}"
        if NUMBER.fullmatch(digits)
        else "write digits, with a point before decimals; leave the cell empty if the value is not known",
        cell=cell[:40],
        name=name,
        guess=digits,
    )


def _no_origin(place: Place, cell: str, origins: tuple[str, ...]) -> Diagnostic:
    guess = nearest(cell, origins)
    return error(
        "data-source",
        place,
        '"{cell}" is not one of the sources that the indicator names in origins; did you mean "{guess}"?'
        if guess
        else '"{cell}" is not one of the sources that the indicator names in origins',
        "write {guess}" if guess else "write the id of the source that this row comes from, and add it to origins",
        cell=cell[:40],
        guess=guess,
    )


def _rows(indicator: IndicatorItem, dataset: Dataset) -> Iterator[Diagnostic]:
    """Say which rows are named that there are not, and which there are twice."""
    first = indicator.facts.columns[0].name
    if first not in dataset.head:
        return
    place = dataset.head.index(first)
    names = [row[place] for row in dataset.rows]
    for number, named in enumerate(indicator.facts.rows):
        if named.name not in names:
            yield _no_row(indicator, number, named.name, names)
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            yield error("data-twice", _place(indicator, dataset, number, place), 'there is already a row "{name}"',
                        "keep one of the two", name=name)  # fmt: skip
        seen.add(name)


def _no_row(indicator: IndicatorItem, number: int, name: str, names: list[str]) -> Diagnostic:
    guess = nearest(name, names)
    return error(
        "missing-data",
        indicator.facts_origin.place(f"rows.{number}.name"),
        '{file} has no row "{name}"; did you mean "{guess}"?' if guess else '{file} has no row "{name}"',
        "write {guess}" if guess else "write what stands in its first column: {names}",
        file=indicator.facts.file,
        name=name,
        guess=guess,
        names=", ".join(names[:20]),
    )


def _no_column(indicator: IndicatorItem, number: int, name: str, head: tuple[str, ...]) -> Diagnostic:
    guess = nearest(name, head)
    return error(
        "missing-data",
        indicator.facts_origin.place(f"columns.{number}.name"),
        '{file} has no column "{name}"; did you mean "{guess}"?' if guess else '{file} has no column "{name}"',
        "write {guess}" if guess else "write one of the names in its first line: {names}",
        file=indicator.facts.file,
        name=name,
        guess=guess,
        names=", ".join(head),
    )
