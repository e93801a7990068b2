"""Indicator pages and their list, and the data files that they offer."""

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

from sitegen.charts import Size, Subject, figures_of, specification
from sitegen.files import Output
from sitegen.kinds.chart import Chart
from sitegen.kinds.indicator import Column, IndicatorFacts, IndicatorWords, is_provisional
from sitegen.kinds.records import Figure
from sitegen.kinds.source import SourceFacts
from sitegen.model import Dataset
from sitegen.plan.catalogue import Catalogue, Part
from sitegen.plan.rows import SourceItem, simple_row
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.plan.statements import IndicatorItem, dataset_data
from sitegen.urls import data_path
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Fact, Phrase, Value

KILOBYTE = 1000


def catalogue(at: Standpoint) -> Catalogue[IndicatorItem]:
    """Return the indicators."""
    indicators = at.items("indicator", IndicatorFacts, IndicatorWords)
    answer = at.wording.count("answer_indicators", len(indicators))
    return Catalogue(answer, (Part("indicators", indicators),), simple_row)


def detail(indicator: IndicatorItem, at: Standpoint) -> views.Indicator:
    """Return an indicator's page with its data as a chart, as a table and as a file."""
    words, known = at.words(indicator), indicator.facts
    dataset = at.dataset(known.file)
    return views.Indicator(
        glance=views.Glance(
            at.told(words.summary, "summary"), at.told(words.why, "why"), at.told(words.benefit, "benefit")
        ),
        chart=chart(indicator, at),
        meaning=at.told(words.meaning, "meaning"),
        processing_note=at.told(words.processing_note, "processing_note"),
        table=_table(indicator, dataset, at),
        download=_download(known, dataset, at),
        linked_data=dataset_data(indicator, (_described(column, known, at) for column in known.columns[1:]), at),
    )


def indicator_facts(indicator: IndicatorItem, at: Standpoint) -> tuple[Fact, ...]:
    """Return unit, date, origin, terms of use, and how the data is counted and was processed."""
    known = indicator.facts
    return facts(
        at.fact("unit", Value(at.phrase(known.unit))),
        at.fact("data_basis", at.say(f"basis_{known.basis.replace('-', '_')}") if known.basis else None),
        at.dated("data_as_of", known.as_of),
        at.fact("origins", *(at.value("source", origin) for origin in known.origins)),
        at.fact("data_licence", *_licences(known, at)),
        at.fact("processing", at.say(f"processing_{known.processing}")),
        at.dated("provisional_from", known.provisional_from),
        at.fact("measures", *(at.value("strategy", strategy) for strategy in known.strategies)),
    )


def chart(indicator: IndicatorItem, at: Standpoint) -> views.Chart | None:
    """Return the chart of an indicator, None if it has none."""
    drawing, known = at.drawing(indicator.id), indicator.facts
    if drawing is None:
        return None
    named = sorted(figures_of(drawing.chart))
    figures = {identifier: cast("Figure", at.record("figure", identifier)) for identifier in named}
    subject = Subject(known, at.dataset(known.file), figures, lambda text: at.phrase(text).text)

    def drawn(size: Size) -> str:
        return at.drawn(specification(drawing.chart, subject, size, at.words(indicator).title))

    picked = tuple(_picked(known, subject.dataset))
    is_open = any(is_provisional(cells[0], known.provisional_from) for cells in picked)
    has_targets = any(column.holds == "targets" for column in known.columns)
    return views.Chart(
        unit=at.say("chart_unit", unit=at.phrase(known.unit).text),
        narrow=drawn("narrow"),
        wide=drawn("wide"),
        notes=tuple(_notes(drawing.chart, at, is_open=is_open and not has_targets)),
    )


def _notes(chart: Chart, at: Standpoint, *, is_open: bool) -> Iterator[str]:
    """Yield how to read a chart; where targets are broken or hollow too, its own note says what is provisional."""
    if chart.note:
        yield at.phrase(chart.note).text
    if is_open:
        yield at.say("chart_provisional")


def featured(identifier: str | None, at: Standpoint) -> views.Featured | None:
    """Return the chart of an indicator for another page; None if there is none, or none in its language."""
    found = cast("IndicatorItem | None", at.item("indicator", identifier))
    if found is None or at.spoken(found) != at.language:
        return None
    drawn, anchor = chart(found, at), at.anchor("indicator", found.id)
    if drawn is None or anchor is None:
        return None
    return views.Featured(anchor, drawn, tuple(_publishers(found.facts, at)))


def _publishers(known: IndicatorFacts, at: Standpoint) -> Iterator[Anchor]:
    """Yield the way to each source of the data, by the name of who published it: there are many, and little room."""
    for origin in known.origins:
        anchor, source = at.anchor("source", origin), cast("SourceItem | None", at.item("source", origin))
        if anchor and source:
            yield Anchor(anchor.href, Phrase(at.words(source).publisher, anchor.label.lang))


def data_file(file: str, at: Standpoint) -> Iterator[Output]:
    """Yield a data file as it was written."""
    yield Output(data_path(file), at.dataset(file).text.encode())


def _table(indicator: IndicatorItem, dataset: Dataset, at: Standpoint) -> views.Table:
    known = indicator.facts
    return views.Table(
        caption=_caption(indicator, at),
        head=tuple(_heading(column, at) for column in _shown(known)),
        is_number=tuple(bool(number) and column.is_numeric for number, column in enumerate(_shown(known))),
        rows=tuple(tuple(_cells(cells, known, at)) for cells in _picked(known, dataset)),
    )


def _shown(known: IndicatorFacts) -> tuple[Column, ...]:
    """Return the columns of the table: not one that would name the only source of the data again in every row."""
    first, *others = known.columns
    return first, *(column for column in others if column.holds != "sources" or len(known.origins) > 1)


def _picked(known: IndicatorFacts, dataset: Dataset) -> Iterator[tuple[str, ...]]:
    """Yield the rows with the columns that are shown."""
    places = [dataset.head.index(column.name) for column in _shown(known)]
    return (tuple(cells[place] for place in places) for cells in dataset.rows)


def _caption(indicator: IndicatorItem, at: Standpoint) -> str:
    """Return the title, with the unit that all columns have which do not name one of their own."""
    known, title = indicator.facts, at.words(indicator).title
    is_shared = any(column.unit is None and column.is_numeric for column in known.columns[1:])
    return at.say("column_with_unit", column=title, unit=at.phrase(known.unit).text) if is_shared else title


def _described(column: Column, known: IndicatorFacts, at: Standpoint) -> str:
    """Return what a column holds, with the unit of its numbers."""
    label, unit = at.phrase(column.label).text, column.unit
    if unit is None and column.is_numeric and column is not known.columns[0]:
        unit = known.unit
    return at.say("column_with_unit", column=label, unit=at.phrase(unit).text) if unit else label


def _heading(column: Column, at: Standpoint) -> str:
    """Return what a column is called, with its unit if it has one of its own."""
    label = at.phrase(column.label).text
    return at.say("column_with_unit", column=label, unit=at.phrase(column.unit).text) if column.unit else label


def _cells(cells: tuple[str, ...], known: IndicatorFacts, at: Standpoint) -> Iterator[views.Cell]:
    first, *others = cells
    labels = {row.name: at.phrase(row.label).text for row in known.rows}
    yield views.Cell(labels.get(first, first))
    note = at.say("provisional") if is_provisional(first, known.provisional_from) else ""
    for cell, column in zip(others, _shown(known)[1:], strict=True):
        yield _cell(cell, column, note, at)


def _cell(cell: str, column: Column, note: str, at: Standpoint) -> views.Cell:
    if not cell:
        return views.Cell(at.say("no_data"), is_missing=True)
    if column.holds == "sources":
        anchor = at.anchor("source", cell)
        return views.Cell(anchor.label.text, anchor.href) if anchor else views.Cell(cell)
    if column.holds == "words":
        return views.Cell(cell)
    return views.Cell(at.wording.number(Decimal(cell)), note="" if column.holds == "targets" else note)


def _download(known: IndicatorFacts, dataset: Dataset, at: Standpoint) -> views.Download:
    """Return the link to the data file; its size is given in round kilobytes, at least one."""
    size = max(1, round(len(dataset.text.encode()) / KILOBYTE))
    return views.Download(
        href=at.linker.href(at.here, data_path(known.file)),
        label=at.say("download_csv", file=known.file, size=at.wording.number(size)),
        columns=tuple((column.name, _described(column, known, at)) for column in known.columns),
    )


def _licences(known: IndicatorFacts, at: Standpoint) -> Iterator[Value]:
    """Yield the terms of use of each source, those that are not known as such."""
    terms: dict[str, None] = {}
    for origin in known.origins:
        source = at.item("source", origin)
        if source is not None:
            terms[cast("SourceFacts", source.facts).licence] = None
    for licence in terms:
        yield Value(Phrase(at.say("licence_unknown") if licence == "unknown" else licence))
