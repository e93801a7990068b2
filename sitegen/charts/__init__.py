"""charts: what is drawn of an indicator, as a whole Vega-Lite specification with its data, words and look."""

from sitegen.charts.orders import Order, figures_of, orders
from sitegen.charts.rows import Subject, fields_of, is_too_long
from sitegen.charts.specification import SIZES, Size, specification

__all__ = ["SIZES", "Order", "Size", "Subject", "fields_of", "figures_of", "is_too_long", "orders", "specification"]
