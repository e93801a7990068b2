"""What is drawn on cards beside letters: the line to zero, and what it becomes as the mark of a task's status.

The marks are those of the pages (templates/components/status.html and header.html), in the same units.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from msgspec import Struct
from PIL import Image, ImageDraw

FINE = 4  # times as large as it is shown, so that edges become soft when it is made smaller
STROKE = 3  # as --stroke in assets/css/tokens.css
DOTS = 6  # from one dot of what is still ahead to the next
Point = tuple[float, float]


class Mark(Struct, frozen=True):
    """Strokes, each a chain of points; what is still ahead, as dots; where a dot or a ring is, and its radius."""

    strokes: tuple[tuple[Point, ...], ...] = ()
    ahead: tuple[Point, Point] | None = None
    dot: tuple[Point, float] | None = None
    ring: tuple[Point, float] | None = None


MARKS: Mapping[str, Mark] = MappingProxyType(
    {
        "site": Mark((((2, 3), (27, 20.5)),), dot=((27, 20.5), 3.5)),
        "planned": Mark(ahead=((12, 8.5), (29, 17)), ring=((5, 5), 3.5)),
        "in_progress": Mark((((3, 3), (14, 9)),), ((23, 14), (29, 17)), dot=((16, 10), 4)),
        "completed": Mark((((3, 3), (26, 15)),), dot=((27, 15.5), 4)),
        "delayed": Mark((((3, 5), (14, 5)),), ((23, 11.5), (29, 17)), ring=((17.5, 5), 3.5)),
        "modified": Mark((((3, 3), (9, 12), (16, 7.5)),), ((24.5, 12), (29, 17)), ring=((19, 6), 3.5)),
        "stopped": Mark((((3, 3), (17, 10.5)), ((20.5, 4), (13.5, 17)))),
        "unknown": Mark((((3, 3), (9, 6.2)),), ((15, 9.5), (29, 17))),
    }
)
LINE = Mark((((-3, 2), (140, 9)),), dot=((140, 9), 3))
"""The line to zero across a card, in eighths of its pixels, as ornament."""


@cache
def shape(mark: Mark, width: int, height: int, scale: int, stroke: float = STROKE) -> Image.Image:
    """Return how much of each pixel is covered, from 0 to 255, by a mark in a field of its own units, made larger."""
    field = Image.new("L", (width * scale * FINE, height * scale * FINE))
    pen = _Pen(ImageDraw.Draw(field), scale * FINE, stroke)
    for points in mark.strokes:
        pen.draw(points)
    if mark.ahead:
        pen.dot_along(*mark.ahead)
    if mark.dot:
        pen.disc(*mark.dot)
    if mark.ring:
        center, radius = mark.ring
        pen.disc(center, radius + stroke / 2)
        pen.disc(center, radius - stroke / 2, 0)
    return field.reduce(FINE)


class _Pen:
    """Draws in the units of a mark."""

    def __init__(self, draw: ImageDraw.ImageDraw, scale: int, stroke: float) -> None:
        self._draw = draw
        self._scale = scale
        self._stroke = stroke

    def draw(self, points: Sequence[Point]) -> None:
        """Draw a chain of strokes, which begins, bends and ends round."""
        scaled = [(x * self._scale, y * self._scale) for x, y in points]
        self._draw.line(scaled, 255, round(self._stroke * self._scale))
        for point in points:
            self.disc(point, self._stroke / 2)

    def dot_along(self, start: Point, end: Point) -> None:
        """Draw dots from one point towards another."""
        across, down = end[0] - start[0], end[1] - start[1]
        length = (across**2 + down**2) ** 0.5
        for number in range(int(length // DOTS) + 1):
            part = number * DOTS / length
            self.disc((start[0] + part * across, start[1] + part * down), self._stroke / 2)

    def disc(self, center: Point, radius: float, value: int = 255) -> None:
        """Fill a circle."""
        (x, y), reach = center, radius * self._scale
        x, y = x * self._scale, y * self._scale
        self._draw.ellipse((x - reach, y - reach, x + reach, y + reach), value)
