"""How charts look: the site's own colours by name, one size of text, and nothing that depends on a machine's fonts.

What Vega measures of a text decides where it puts other things; so nothing is placed by such a measure.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

TEXT = 15  # pixels; the stylesheet says the same (assets/css/components/chart.css)

COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "ink": "var(--ink)",
        "soft": "var(--ink-soft)",
        "rule": "var(--rule)",
        "ground": "var(--ground)",
        "line": "var(--line)",
        "link": "var(--link)",
        "hatch": "url(#hatch)",
        "none": "transparent",
    }
)
"""Colours by name, as custom properties of the stylesheet, so that a chart is light or dark as its page is."""

DASHES = ((1, 0), (9, 4), (2, 4), (14, 4, 2, 4))
"""How the lines of one chart are broken, in pixels of strokes and gaps: whole, dashed, dotted, both in turn."""

CONFIG: Mapping[str, Any] = MappingProxyType(
    {
        "aria": False,
        "background": None,
        "customFormatTypes": False,
        "font": "sans-serif",
        "legend": {"disable": True},
        "view": {"stroke": None},
        "axis": {
            "domainColor": COLOURS["rule"],
            "gridColor": "var(--rule-soft)",
            "labelColor": COLOURS["soft"],
            "labelFontSize": TEXT,
            "labelBound": False,
            "labelFlush": False,
            "labelLimit": 0,
            "labelOverlap": False,
            "labelPadding": 6,
            "maxExtent": 0,
            "minExtent": 0,
            "ticks": False,
        },
        "axisX": {"grid": False, "labelAngle": 0, "labelPadding": 12},
        "axisY": {"domain": False},
        "mark": {"color": COLOURS["ink"], "opacity": 1, "tooltip": None},
        "area": {"color": "url(#hatch)"},
        "bar": {"color": COLOURS["line"]},
        "line": {"strokeWidth": 3},
        "point": {"size": 60, "strokeWidth": 2},
        "text": {"fontSize": TEXT, "limit": 0, "color": COLOURS["ink"]},
        "range": {"category": [COLOURS[name] for name in ("ink", "line", "link", "soft")]},
    }
)
