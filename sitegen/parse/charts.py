"""Charts, each in a file beside its indicator."""

from collections.abc import Iterable, Iterator

import msgspec

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import File
from sitegen.kinds.chart import Chart
from sitegen.kinds.names import called
from sitegen.kinds.telling import names, tellings
from sitegen.model import Drawing, origin
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.languages import Languages
from sitegen.parse.marks import misplaced
from sitegen.parse.parsed import Parsed, encode
from sitegen.parse.text import decode
from sitegen.parse.whereabouts import indicator_of

LOADING = frozenset({"url", "href", "datasets", "values", "from", "name"})
"""What in Vega-Lite, where data is meant, brings other data than the indicator's."""


def parse_chart(file: File, languages: Languages) -> Parsed:
    """Return how the data of an indicator is drawn."""
    text, unreadable = decode(file)
    if unreadable:
        return _broken(file, unreadable)
    composed = nodes.compose(text, file.path)
    if not isinstance(composed.node, nodes.Mapping):
        return _broken(file, composed.problems or (_not_a_chart(composed.node, file.path),))
    reader = Reader(languages.codes, languages.timezone, composed.problems)
    foreign: list[nodes.Scalar] = []
    whole = nodes.Mapping(_own(composed.node, foreign).entries, Place(file.path))
    (chart,) = reader.struct(whole, [Chart], called("chart"))
    marks = () if chart is None else misplaced((*tellings(chart), *names(chart)), reader.places)
    problems = (*composed.problems, *map(_foreign, foreign), *reader.problems, *marks)
    if chart is None or foreign:
        return _broken(file, problems)
    indicator, written = indicator_of(file.path), origin(file.path, reader.places)
    return Parsed(problems=problems, drawing=Drawing(indicator, written, msgspec.Raw(encode(chart))))


def _own(view: nodes.Mapping, foreign: list[nodes.Scalar]) -> nodes.Mapping:
    """Return a view as its types know it: a mark that is only named is spelt out, data from elsewhere is set apart."""
    return nodes.Mapping(tuple(_entries(view, foreign)), view.place)


def _entries(view: nodes.Mapping, foreign: list[nodes.Scalar]) -> Iterator[nodes.Entry]:
    for key, value in ((entry.key, entry.value) for entry in view.entries):
        if key.text == "mark" and isinstance(value, nodes.Scalar):
            named = nodes.Entry(nodes.Scalar("type", value.place), value)
            yield nodes.Entry(key, nodes.Mapping((named,), value.place))
        elif key.text == "layer" and isinstance(value, nodes.Sequence):
            layers = (_own(item, foreign) if isinstance(item, nodes.Mapping) else item for item in value.items)
            yield nodes.Entry(key, nodes.Sequence(tuple(layers), value.place))
        elif key.text == "data" and isinstance(value, nodes.Mapping):
            foreign += (entry.key for entry in value.entries if entry.key.text in LOADING)
            kept = (entry for entry in value.entries if entry.key.text not in LOADING)
            yield nodes.Entry(key, nodes.Mapping(tuple(kept), value.place))
        elif key.text == "datasets":
            foreign.append(key)
        else:
            yield nodes.Entry(key, value)


def _foreign(key: nodes.Scalar) -> Diagnostic:
    return error(
        "chart-data",
        key.place,
        '"{field}" brings other data into the chart, and a chart shows the data of its indicator only',
        "remove it: the CSV file is there by itself; name columns of it with series, or figures by their ids",
        field=key.text,
    )


def _broken(file: File, problems: Iterable[Diagnostic]) -> Parsed:
    return Parsed(problems=tuple(problems), broken=(("chart", indicator_of(file.path)),))


def _not_a_chart(node: nodes.Node | None, path: str) -> Diagnostic:
    return error(
        "wrong-type",
        node.place if node else Place(path),
        "this file must be a chart",
        "write names and values, as in mark: line",
    )
