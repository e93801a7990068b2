"""What charts say in words: in each language of their page, and no number that is not in what they show."""

from collections.abc import Iterator

from sitegen.charts import figures_of
from sitegen.check.assertions import numbers_of_figures, weighed
from sitegen.claims import NUMBER, unmarked, without
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds.indicator import IndicatorFacts, IndicatorWords
from sitegen.kinds.telling import names
from sitegen.model import Dataset, Drawing, Item, Site


def check(
    drawing: Drawing, item: Item[IndicatorFacts, IndicatorWords], dataset: Dataset, site: Site
) -> Iterator[Diagnostic]:
    """Yield each language that a chart does not speak, and each text of it with a number from elsewhere."""
    for language in item.words:
        if language not in drawing.chart.description.words:
            yield _unspoken(language, drawing)
    known = {number.replace(",", "") for number in _shown(drawing, item.facts, dataset, site)}
    for text in names(drawing.chart) if item.kind not in site.settings.unchecked else ():
        found = (match[0] for match in NUMBER.finditer(without(unmarked(text.text), site.settings.claimless)))
        for number in found:
            if number.replace(",", "") not in known:
                yield weighed(_unsupported(number, drawing.origin.place(text.field)), item.kind, site)


def _shown(drawing: Drawing, facts: IndicatorFacts, dataset: Dataset, site: Site) -> Iterator[str]:
    """Yield the numbers in an indicator's file, names of columns among them, and of the figures that a chart draws."""
    of_sources = {column.name for column in facts.columns if column.holds == "sources"}
    for row in (dataset.head, *dataset.rows):
        for name, cell in zip(dataset.head, row, strict=True):
            yield from (match[0] for match in NUMBER.finditer(cell) if name not in of_sources)
    yield from numbers_of_figures(figures_of(drawing.chart), site)


def _unspoken(language: str, drawing: Drawing) -> Diagnostic:
    return error(
        "chart-words",
        drawing.origin.place("description"),
        "the indicator has a page in {language}, and the chart does not say in it what it shows",
        "add {language}: …",
        language=language,
    )


def _unsupported(number: str, place: Place) -> Diagnostic:
    message = "the number {number} is not in the data of this chart"
    fix = "write a number as it stands in the data, or write without it"
    return error("uncited-number", place, message, fix, number=number)
