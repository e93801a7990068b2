"""The carbon footprint of a page view, by the Sustainable Web Design Model, version 4.

Constants, order of summation and rounding are those of co2.js 0.19, `perByte` and `perVisit`
(https://github.com/thegreenwebfoundation/co2.js, src/sustainable-web-design-v4.js and src/constants), of the model
described at https://sustainablewebdesign.org/estimating-digital-emissions/.
It is an estimate by the volume of data, not a measurement.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

VERSION = 4
GIGABYTE = 1_000_000_000  # bytes

OPERATIONAL = (0.055, 0.059, 0.080)
"""kWh per gigabyte to run data centres, networks and devices."""
EMBODIED = (0.012, 0.013, 0.081)
"""kWh per gigabyte to make them."""


class Grid(Struct, frozen=True):
    """How much carbon electricity stands for: grams of CO2 equivalents per kWh, and the year of which that is so.

    The year is None where the model sets the value itself.
    """

    intensity: float
    year: int | None = None


WORLD = Grid(494)
"""The world's average as the model sets it: it always stands for what things are made with."""

GRIDS: Mapping[str, Grid] = MappingProxyType({"KOR": Grid(415.65, 2024)})
"""Averages of countries, by Ember, as they come with co2.js 0.19 (data/output/average-intensities.json)."""


class Running(Struct, frozen=True):
    """The electricity that data centres, networks and devices run on, in grams of CO2 equivalents per kWh."""

    data_centre: float = WORLD.intensity
    network: float = WORLD.intensity
    device: float = WORLD.intensity


ANYWHERE = Running()

SIZE, GRAMS, RATING = "\ue010", "\ue011", "\ue012"
"""What stands for the kilobytes, grams and rating of a page until it is finished: no text may hold these characters."""

RATINGS = ((0.040, "A+"), (0.079, "A"), (0.145, "B"), (0.209, "C"), (0.278, "D"), (0.359, "E"))
"""Grams up to which a page has each rating, the best first; above them it has the last one, F."""


def grid_of(country: str | None) -> Grid:
    """Return the average of a country, the world's for none.

    Raises:
        KeyError: if its average is not known; co2.js goes on with the world's then, and says so in its log only.

    """
    return GRIDS[country] if country else WORLD


def in_country(country: str | None) -> Running:
    """Return that everything runs on the electricity of a country, on the world's for none.

    Raises:
        KeyError: as `grid_of` does.

    """
    intensity = grid_of(country).intensity
    return Running(intensity, intensity, intensity)


def per_byte(transferred: int, running: Running = ANYWHERE, green: float = 0.0) -> float:
    """Return the grams of CO2 equivalents of so many bytes; `green` is the share of hosting that counts as green."""
    if transferred < 1:
        return 0.0
    (centre, made_centre), (network, made_network), (device, made_device) = _segments(transferred, running)
    return (centre * (1 - green) + made_centre) + (network + made_network) + (device + made_device)


def per_visit(  # noqa: PLR0913  # the model's own parameters
    transferred: int,
    running: Running = ANYWHERE,
    green: float = 0.0,
    *,
    first: float = 1.0,
    returning: float = 0.0,
    reloaded: float = 0.0,
) -> float:
    """Return the grams of CO2 equivalents of an average visit to what transfers so many bytes the first time.

    `first` and `returning` are the shares of first and later visits, `reloaded` what is transferred again in these.
    The sum is taken from left to right: by `per_byte` it would differ in its last bits.
    """
    if transferred < 1:
        return 0.0
    (centre, made_centre), (network, made_network), (device, made_device) = _segments(transferred, running)
    visit = centre * (1 - green) + made_centre + network + made_network + device + made_device
    return visit * first + (visit * reloaded) * returning


def rating(grams: float) -> str:
    """Return the rating, from A+ to F, of a page view of so many grams.

    Source: the digital carbon ratings of the same model, https://sustainablewebdesign.org/digital-carbon-ratings/.
    """
    return next((name for most, name in RATINGS if grams <= most), "F")


def _segments(transferred: int, running: Running) -> Iterator[tuple[float, float]]:
    """Yield the grams that running and making stand for, of data centre, network and device."""
    gigabytes = transferred / GIGABYTE
    intensities = running.data_centre, running.network, running.device
    for operational, embodied, intensity in zip(OPERATIONAL, EMBODIED, intensities, strict=True):
        yield gigabytes * operational * intensity, gigabytes * embodied * WORLD.intensity
