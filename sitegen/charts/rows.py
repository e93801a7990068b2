"""The rows that a view of a chart draws: those of the indicator's file, its columns as series, or figures."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from sitegen.kinds.chart import Data
from sitegen.kinds.indicator import NUMBER, IndicatorFacts, is_provisional
from sitegen.kinds.records import Figure
from sitegen.model import Dataset
from sitegen.values import Text

Row = dict[str, str | float | bool | None]
PROVISIONAL = "provisional"
OF_SERIES = ("series", "column", "value", PROVISIONAL)
OF_FIGURES = ("figure", "year", "value", PROVISIONAL)
MOST_ROWS = 2000  # more than can be told apart on a screen; a browser must draw each


class Subject(Struct, frozen=True):
    """What a chart is of: an indicator's facts, its data, the figures by id, and the language that is spoken."""

    facts: IndicatorFacts
    dataset: Dataset
    figures: Mapping[str, Figure]
    say: Callable[[Text], str]


def fields_of(data: Data, facts: IndicatorFacts, dataset: Dataset) -> tuple[str, ...]:
    """Return the fields that the rows of a view have."""
    if data.figures:
        return OF_FIGURES
    return (facts.columns[0].name, *OF_SERIES) if data.series else (*dataset.head, PROVISIONAL)


def is_too_long(data: Data, dataset: Dataset) -> bool:
    """Whether a view has more rows than anybody can see."""
    return len(dataset.rows) * max(1, len(data.series)) > MOST_ROWS


def rows_of(data: Data, subject: Subject) -> list[Row]:
    """Return the rows of a view, in the order of the file."""
    if data.figures:
        return [_of_figure(subject.figures[identifier], subject) for identifier in data.figures]
    return list(_of_series(data, subject) if data.series else _plain(subject))


def _of_figure(figure: Figure, subject: Subject) -> Row:
    return {
        "figure": subject.say(figure.label),
        "year": figure.as_of.first.year,
        "value": float(figure.value),
        PROVISIONAL: figure.provisional,
    }


def _plain(subject: Subject) -> Iterator[Row]:
    for cells in subject.dataset.rows:
        row: Row = {name: read(cell) for name, cell in zip(subject.dataset.head, cells, strict=True)}
        yield row | {_first(subject): _name(cells, subject), PROVISIONAL: _is_provisional(cells, subject)}


def _of_series(data: Data, subject: Subject) -> Iterator[Row]:
    head = subject.dataset.head
    columns = {column.name: column for column in subject.facts.columns}
    for cells in subject.dataset.rows:
        for name in data.series:
            yield {
                _first(subject): _name(cells, subject),
                "series": subject.say(columns[name].label),
                "column": name,
                "value": read(cells[head.index(name)]),
                PROVISIONAL: columns[name].holds == "numbers" and _is_provisional(cells, subject),
            }


def _first(subject: Subject) -> str:
    return subject.facts.columns[0].name


def _cell(cells: tuple[str, ...], subject: Subject) -> str:
    return cells[subject.dataset.head.index(_first(subject))]


def _name(cells: tuple[str, ...], subject: Subject) -> str | float | None:
    """Return what a row is called: the label of a word, or the number that stands there, such as a year."""
    cell = _cell(cells, subject)
    labels = {row.name: row.label for row in subject.facts.rows}
    return subject.say(labels[cell]) if cell in labels else read(cell)


def _is_provisional(cells: tuple[str, ...], subject: Subject) -> bool:
    return is_provisional(_cell(cells, subject), subject.facts.provisional_from)


def read(cell: str) -> str | float | None:
    """Return the number in a cell, the words if it is none, None if it is empty."""
    if not cell.strip():
        return None
    if not NUMBER.fullmatch(cell):
        return cell
    return float(cell) if "." in cell else int(cell)
