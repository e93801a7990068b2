"""The charts of a site, drawn by another process while this one goes on, and remembered."""

from collections.abc import Iterable
from functools import cached_property

from sitegen.cache.memo import Memo, Wanted
from sitegen.charts import Order, orders
from sitegen.diagnostics import Diagnostic, Place, error, errors
from sitegen.draw import BLANK, draw_charts, fault_in
from sitegen.model import Site


class Drawings:
    """Charts that are being drawn: what was not drawn like this before begins at once."""

    def __init__(self, site: Site, problems: Iterable[Diagnostic], memo: Memo) -> None:
        self._memo = memo
        broken = {problem.place.path for problem in errors(problems)}
        self._orders = tuple(orders(site, broken))
        self._is_complete = broken.isdisjoint(drawing.origin.path for drawing in site.drawings.values())
        wanted = [self._wanted(order.specification) for order in self._orders]
        self._drawn = memo.begin(draw_charts, wanted, "apart")

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What cannot be drawn; to know that, all must be done."""
        faults = map(fault_in, self._drawn())
        return tuple(_undrawable(order, fault) for order, fault in zip(self._orders, faults, strict=True) if fault)

    def drawn(self, specification: str) -> str:
        """Return a chart as SVG by its whole specification, empty if it cannot be drawn, or need not be."""
        if self._is_complete and not self.problems:
            return self._memo.rest(draw_charts, self._wanted(specification)).decode()
        return ""

    def _wanted(self, specification: str) -> Wanted[str]:
        return Wanted(self._memo.key("draw", specification), lambda: specification)


def _undrawable(order: Order, fault: str) -> Diagnostic:
    if fault == BLANK:
        return error("chart-empty", Place(order.path), "no row is left to be drawn in this chart",
                     "look at its filters, and at the data")  # fmt: skip
    return error(
        "chart-undrawable",
        Place(order.path),
        "Vega-Lite cannot draw this chart: {fault}",
        "compare it with a chart that can be drawn",
        fault=fault,
    )
