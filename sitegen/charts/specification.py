"""A chart as Vega-Lite wants it: whole, with data, words of one language, and the width of the screen it is for."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from msgspec import Struct

from sitegen.charts.rows import Subject, rows_of
from sitegen.charts.theme import COLOURS, CONFIG, DASHES
from sitegen.kinds.chart import Channel, Chart, Encoding, Filter, Mark, View
from sitegen.kinds.indicator import NUMBER

Size = Literal["narrow", "wide"]
SIZES: Mapping[Size, int] = {"narrow": 320, "wide": 640}
"""How wide a chart is in pixels: for telephones, and for everything else."""


def specification(chart: Chart, subject: Subject, size: Size, title: str) -> str:
    """Return the whole specification of a chart as JSON: the same text for the same chart, data, words and size."""
    padding = chart.padding
    said = {"title": title, "description": subject.say(chart.description), "size": size}
    whole = {
        "usermeta": said,
        "autosize": "none",
        "padding": _given(padding),
        "width": SIZES[size] - padding.left - padding.right,
        "height": (chart.narrow_height if size == "narrow" else None) or chart.height,
        "config": dict(CONFIG),
        **_view(chart, subject, is_whole=True),
    }
    if chart.layer:
        whole["layer"] = [_view(view, subject, is_whole=False) for view in chart.layer]
    return msgspec.json.encode(whole, order="sorted").decode()


def _view(view: View, subject: Subject, *, is_whole: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"encoding": _encoding(view.encoding)}
    if is_whole or view.data.series or view.data.figures:
        made["data"] = {"values": rows_of(view.data, subject)}
    if view.transform:
        made["transform"] = [{"filter": _filter(step.filter)} for step in view.transform]
    if view.mark:
        made["mark"] = _mark(view.mark, subject)
    return made


def _mark(mark: Mark, subject: Subject) -> dict[str, Any]:
    made = _given(mark)
    made |= {name: COLOURS[made[name]] for name in ("color", "fill", "stroke") if name in made}
    return made | ({"text": subject.say(mark.text)} if mark.text else {})


def _encoding(encoding: Encoding) -> dict[str, Any]:
    channels = {name: getattr(encoding, name) for name in encoding.__struct_fields__}
    return {name: _channel(name, channel) for name, channel in channels.items() if channel is not None}


def _channel(name: str, channel: Channel) -> dict[str, Any]:
    """Return a channel; the words that would stand along an axis stand above the chart."""
    made = {key: None if value == "null" else value for key, value in _given(channel).items()}
    if name == "strokeDash" and channel.field:
        made["scale"] = {"range": DASHES}
    return made | ({"title": None} if channel.field and name in {"x", "y"} else {})


def _filter(filter_: Filter) -> dict[str, Any]:
    made: dict[str, Any] = {"field": filter_.field}
    if filter_.equal is not None:
        made["equal"] = _value(filter_.equal)
    elif filter_.valid:
        made["valid"] = True
    elif filter_.oneOf:
        made["oneOf"] = [_value(text) for text in filter_.oneOf]
    else:
        made["range"] = [filter_.gte, filter_.lte]
    return made


def _value(text: str) -> str | float | bool:
    if text in {"true", "false"}:
        return text == "true"
    return float(text) if NUMBER.fullmatch(text) else text


def _given(value: Struct) -> dict[str, Any]:
    """Return what a part of a chart says, without what it leaves out."""
    parts = {name: getattr(value, name) for name in value.__struct_fields__}
    given = {name: part for name, part in parts.items() if part is not None and part != ()}
    return {name: _given(part) if isinstance(part, Struct) else part for name, part in given.items()}
