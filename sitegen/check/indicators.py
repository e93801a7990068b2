"""Rules of indicators: the data that they show is there."""

from collections.abc import Iterator

from sitegen.check.subjects import of_kind
from sitegen.diagnostics import Diagnostic, error, nearest
from sitegen.kinds.indicator import IndicatorFacts, IndicatorWords
from sitegen.model import Dataset, Item, Site

IndicatorItem = Item[IndicatorFacts, IndicatorWords]


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with indicators: no file, or no such column in it."""
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
    if not dataset:
        yield error("missing-data", indicator.facts_origin.place("file"), "there is nothing in {file}",
                    "put the data into it, with the names of the columns first", file=indicator.facts.file)  # fmt: skip
        return
    for number, column in enumerate(indicator.facts.columns):
        if column.name not in dataset[0]:
            yield _no_column(indicator, number, column.name, dataset[0])


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
