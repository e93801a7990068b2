"""draw: charts -> SVG: what Vega-Lite makes of a whole specification, as light as it can be.

The library weighs some 70 MB in memory and starts threads that outlive a call, so that it is imported where something
must be drawn, and only there.
"""

from collections.abc import Sequence

import msgspec

from sitegen.results import Result

__all__ = ["BLANK", "draw_charts", "fault_in"]

BLANK = "blank"
"""What is wrong with a chart in which nothing is drawn, beside what the library says of others."""


def draw_charts(specifications: Sequence[str]) -> tuple[Result, ...]:
    """Return each chart as SVG, which is the rest, and what is wrong with it in the library's words, or nothing."""
    from sitegen.draw.drawing import drawn  # noqa: PLC0415  # as said above

    return tuple(Result(msgspec.msgpack.encode(fault), svg.encode()) for svg, fault in map(drawn, specifications))


def fault_in(head: bytes) -> str:
    """Return what is wrong with a chart, empty if nothing is."""
    return msgspec.msgpack.decode(head, type=str)
