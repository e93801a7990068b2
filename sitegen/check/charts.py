"""Rules of charts: what they name is there, is counted in one way, and can be understood without colours."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.charts import fields_of, is_too_long
from sitegen.charts.rows import PROVISIONAL
from sitegen.check import chart_words
from sitegen.check.subjects import exists, known_ids, of_kind
from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds.chart import Channel, Chart, Encoding, View
from sitegen.kinds.indicator import IndicatorFacts, IndicatorWords, is_provisional
from sitegen.kinds.records import Figure
from sitegen.model import Dataset, Drawing, Item, Site

IndicatorItem = Item[IndicatorFacts, IndicatorWords]
TOLD_APART = ("color", "strokeDash", "shape", "detail")


class Plot(Struct, frozen=True):
    """A view of a chart with all that it has from the chart, and the field that it stands in, such as `layer.0`."""

    field: str
    view: View
    drawing: Drawing
    facts: IndicatorFacts
    dataset: Dataset

    def place(self, field: str) -> Place:
        """Return where a field of the view, or else of the whole chart, is."""
        return self.drawing.origin.place(f"{self.field}.{field}" if self.field and self._is_own(field) else field)

    def _is_own(self, field: str) -> bool:
        """Whether the view says this itself, and does not have it from the chart."""
        layer = self.drawing.chart.layer[int(self.field.rpartition(".")[2])]
        part, _, rest = field.partition(".")
        if part == "encoding":
            return getattr(layer.encoding, rest.partition(".")[0]) is not None
        return bool(part != "data" or layer.data.series or layer.data.figures)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with charts."""
    indicators = {item.id: item for item in of_kind(site, "indicator", IndicatorFacts, IndicatorWords)}
    for drawing in site.drawings.values():
        item = indicators.get(drawing.indicator)
        if item is None:
            yield from _orphan(drawing, site)
        elif (dataset := site.datasets.get(item.facts.file)) and _is_whole(item.facts, dataset):
            yield from _chart(drawing, item, dataset, site)


def _is_whole(facts: IndicatorFacts, dataset: Dataset) -> bool:
    """Whether a file has the columns that are shown; if not, that is said already."""
    return {column.name for column in facts.columns} <= set(dataset.head)


def _orphan(drawing: Drawing, site: Site) -> Iterator[Diagnostic]:
    if exists(site, "indicator", drawing.indicator):
        return
    guess = nearest(drawing.indicator, known_ids(site, "indicator"))
    yield error(
        "chart-orphan",
        Place(drawing.origin.path),
        'there is no indicator "{id}" for this chart; did you mean "{guess}"?'
        if guess
        else 'there is no indicator "{id}" for this chart',
        "rename the file to {guess}.chart.yaml" if guess else "name the file after an indicator, or remove it",
        id=drawing.indicator,
        guess=guess,
    )


def _chart(drawing: Drawing, item: IndicatorItem, dataset: Dataset, site: Site) -> Iterator[Diagnostic]:
    chart = drawing.chart
    yield from chart_words.check(drawing, item, dataset, site)
    plots = list(_plots(drawing, item.facts, dataset))
    for plot in plots:
        if plot.view.mark is None:
            yield error("chart-empty", plot.place("layer"), "nothing says what is drawn here",
                        "add mark: line, bar, area, point or text")  # fmt: skip
    known = [problem for plot in plots for problem in _named(plot)]
    yield from known
    if not known:
        yield from _bases(plots, site)
        yield from _understood(plots, chart)


def _plots(drawing: Drawing, facts: IndicatorFacts, dataset: Dataset) -> Iterator[Plot]:
    """Yield what is drawn: each layer with what it has from the whole, or the whole itself."""
    chart = drawing.chart
    if not chart.layer:
        yield Plot("", chart, drawing, facts, dataset)
    for number, layer in enumerate(chart.layer):
        own = layer.data.series or layer.data.figures
        merged = {name: getattr(layer.encoding, name) or getattr(chart.encoding, name)
                  for name in Encoding.__struct_fields__}  # fmt: skip
        view = View(
            data=layer.data if own else chart.data,
            transform=layer.transform,
            mark=layer.mark or chart.mark,
            encoding=Encoding(**merged),
        )
        yield Plot(f"layer.{number}", view, drawing, facts, dataset)


def _named(plot: Plot) -> Iterator[Diagnostic]:
    """Say what a view names that is not there."""
    for number, name in enumerate(plot.view.data.series):
        if name not in (columns := [column.name for column in plot.facts.columns[1:] if column.is_numeric]):
            yield _no_field(plot, f"data.series.{number}", name, columns)
    fields = fields_of(plot.view.data, plot.facts, plot.dataset)
    for field, name in _fields(plot.view):
        if name not in fields:
            yield _no_field(plot, field, name, fields)
    yield from _filters(plot)
    if is_too_long(plot.view.data, plot.dataset):
        yield error("chart-too-large", plot.place("mark"), "so many rows cannot be told apart in a chart",
                    "draw fewer series, or shorten the data")  # fmt: skip


def _filters(plot: Plot) -> Iterator[Diagnostic]:
    """Say which filters choose in no way, or in two, of which only one would count."""
    for number, step in enumerate(plot.view.transform):
        chosen = step.filter
        ways = (chosen.equal is not None, bool(chosen.oneOf), (chosen.gte, chosen.lte) != (None, None), chosen.valid)
        if sum(ways) != 1:
            yield error(
                "chart-filter",
                plot.place(f"transform.{number}.filter"),
                "this filter says in two ways which rows are kept"
                if any(ways)
                else "this filter does not say which rows are kept",
                "write either equal, or oneOf, or gte and lte, or valid",
            )


def _fields(view: View) -> Iterator[tuple[str, str]]:
    """Yield the fields of the data that a view names, each with its place in the view."""
    for name, channel in _channels(view):
        if channel.field:
            yield f"encoding.{name}.field", channel.field
    for number, step in enumerate(view.transform):
        yield f"transform.{number}.filter.field", step.filter.field


def _channels(view: View) -> Iterator[tuple[str, Channel]]:
    for name in Encoding.__struct_fields__:
        channel = getattr(view.encoding, name)
        if channel is not None:
            yield name, channel


def _no_field(plot: Plot, field: str, name: str, known: "tuple[str, ...] | list[str]") -> Diagnostic:
    guess = nearest(name, known)
    return error(
        "chart-field",
        plot.place(field),
        'the data of this chart has no "{name}"; did you mean "{guess}"?'
        if guess
        else 'the data of this chart has no "{name}"',
        "write {guess}" if guess else "write one of these: {names}",
        name=name,
        guess=guess,
        names=", ".join(known),
    )


def _bases(plots: list[Plot], site: Site) -> Iterator[Diagnostic]:
    """Say where a chart comes to something that is counted in another way than what it shows already."""
    first = ""
    for field, basis, plot in (found for each in plots for found in _counted(each, site)):
        first = first or basis
        if basis and basis != first:
            yield error(
                "chart-basis",
                plot.place(field),
                "this is counted in another way ({basis}) than the rest of the chart ({first})",
                "show it in a chart of its own: numbers of two ways of counting cannot be compared",
                basis=basis,
                first=first,
            )
            return


def _counted(plot: Plot, site: Site) -> Iterator[tuple[str, str, Plot]]:
    """Yield how each thing with numbers is counted, empty where there is only one way."""
    of_column = {column.name: column.basis or plot.facts.basis or "" for column in plot.facts.columns[1:]}
    for number, name in enumerate(plot.view.data.series):
        yield f"data.series.{number}", of_column[name], plot
    for number, identifier in enumerate(plot.view.data.figures):
        record = site.records["figure"].get(identifier)
        if record and isinstance(record.value, Figure):
            yield f"data.figures.{number}", record.value.basis or "", plot
    for field, name in _fields(plot.view):
        if name in of_column:
            yield field, of_column[name], plot


def _understood(plots: list[Plot], chart: Chart) -> Iterator[Diagnostic]:
    """Say what readers could not tell: which series is which, and which values may still change."""
    said = {channel.field for plot in plots for name, channel in _channels(plot.view) if name in {"text", "x", "y"}}
    for plot in plots:
        apart = [(name, channel) for name, channel in _channels(plot.view) if name in TOLD_APART]
        for name, channel in apart:
            if channel.field and channel.field not in {*said, PROVISIONAL, "column"}:
                yield error(
                    "chart-unlabelled",
                    plot.place(f"encoding.{name}"),
                    'nothing says which "{field}" is which: a chart has no legend',
                    "add a layer with mark: text and text: {{field: {field}}}, beside the last value for example",
                    field=channel.field,
                )
                return
    yield from _provisional(plots, chart)


def _provisional(plots: list[Plot], chart: Chart) -> Iterator[Diagnostic]:
    plot = plots[0]
    place = plot.dataset.head.index(plot.facts.columns[0].name)
    is_open = any(is_provisional(row[place], plot.facts.provisional_from) for row in plot.dataset.rows)
    told = {name for plot in plots for _, name in _fields(plot.view)}
    shows_rows = any(plot.view.data.figures == () for plot in plots)
    if is_open and shows_rows and PROVISIONAL not in told:
        yield error(
            "chart-provisional",
            plot.drawing.origin.place("mark" if chart.mark else "layer"),
            "some of these values are provisional, and the chart does not show which",
            "draw them in a layer of their own, with a filter: {{field: provisional, equal: true}}, hollow or broken",
        )
