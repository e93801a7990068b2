"""The carbon footprint of a page view, by the Sustainable Web Design Model, version 4."""

from collections.abc import Mapping
from types import MappingProxyType

GIGABYTE = 1_000_000_000  # bytes
GRID = 494  # grams of CO2 equivalents per kWh: the world's, which the model always uses for what things are made with

OPERATIONAL: Mapping[str, float] = MappingProxyType({"data centre": 0.055, "network": 0.059, "device": 0.080})
"""kWh per gigabyte to run things."""
EMBODIED: Mapping[str, float] = MappingProxyType({"data centre": 0.012, "network": 0.013, "device": 0.081})
"""kWh per gigabyte to make things."""

RATINGS = ((0.040, "A+"), (0.079, "A"), (0.145, "B"), (0.209, "C"), (0.278, "D"), (0.359, "E"))
"""Grams up to which a page has each rating, the best first; above them it has the last one, F."""


def grams(transferred: int) -> float:
    """Return the grams of CO2 equivalents of one first visit that transfers so many bytes.

    Constants and order of summation are those of co2.js 0.19, `perVisit` without green hosting
    (https://github.com/thegreenwebfoundation/co2.js, src/sustainable-web-design-v4.js and src/constants), of the model
    described at https://sustainablewebdesign.org/estimating-digital-emissions/.
    It is an estimate by the volume of data, not a measurement.
    """
    if transferred < 1:
        return 0.0
    gigabytes = transferred / GIGABYTE
    total = 0.0
    for segment, operational in OPERATIONAL.items():
        total += gigabytes * operational * GRID
        total += gigabytes * EMBODIED[segment] * GRID
    return total


def rating(weight: float) -> str:
    """Return the rating, from A+ to F, of a page view of so many grams.

    Source: the digital carbon ratings of the same model, https://sustainablewebdesign.org/digital-carbon-ratings/.
    """
    return next((name for most, name in RATINGS if weight <= most), "F")
