"""Every chart that a site needs."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import cast

from msgspec import Struct

from sitegen.charts.rows import Subject
from sitegen.charts.specification import SIZES, specification
from sitegen.kinds.chart import Chart
from sitegen.kinds.indicator import IndicatorFacts, IndicatorWords
from sitegen.kinds.records import Figure
from sitegen.model import Item, Site


class Order(Struct, frozen=True):
    """A chart to be drawn: its whole specification, and the path of the file that asks for it."""

    path: str
    specification: str


def orders(site: Site, faulty: AbstractSet[str]) -> Iterator[Order]:
    """Yield the charts of published indicators, in each language and size, but those of files with something wrong."""
    known = site.records["figure"].keys()
    for drawing in site.drawings.values():
        found = site.items["indicator"].get(drawing.indicator)
        if found is None:
            continue
        item = cast("Item[IndicatorFacts, IndicatorWords]", found)
        paths = {drawing.origin.path, item.facts_origin.path, f"content/indicators/{item.facts.file}"}
        if faulty.isdisjoint(paths) and item.facts.file in site.datasets and figures_of(drawing.chart) <= known:
            for language, words in item.words.items():
                subject = _subject(drawing.chart, item, site, language)
                for size in SIZES:
                    yield Order(drawing.origin.path, specification(drawing.chart, subject, size, words.title))


def figures_of(chart: Chart) -> AbstractSet[str]:
    """Return the ids of the figures that a chart draws."""
    return {identifier for view in (chart, *chart.layer) for identifier in view.data.figures}


def _subject(chart: Chart, item: Item[IndicatorFacts, IndicatorWords], site: Site, language: str) -> Subject:
    records = site.records["figure"]
    figures = {identifier: cast("Figure", records[identifier].value) for identifier in figures_of(chart)}
    default = site.default_language
    return Subject(item.facts, site.datasets[item.facts.file], figures, lambda text: text.best(language, default)[0])
