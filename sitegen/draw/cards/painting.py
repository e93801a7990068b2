"""A card as a picture: sixteen colours, and nothing in the file but them."""

from collections.abc import Mapping
from functools import cache, lru_cache
from io import BytesIO
from types import MappingProxyType

from PIL import Image, ImageDraw, ImageFont

from sitegen.draw.cards.lettering import Measure, Size, fitted
from sitegen.draw.cards.shapes import LINE, MARKS, shape
from sitegen.model import Card

WIDTH, HEIGHT = 1200, 630
"""Pixels; the size that https://developers.facebook.com/docs/sharing/webmasters/images/ names, and others follow."""
MARGIN = 80
ROOM = WIDTH - 2 * MARGIN
NAME_TOP, KEY_TOP, TITLE_TOP, LINE_TOP = 60, 144, 212, 516
SMALL = 34
TITLE = (Size(88, 112, 2), Size(74, 96, 3), Size(60, 74, 4), Size(50, 64, 4))
GAP = 22
NO_LETTER = "\uffff"

GROUND, INK, SOFT, LINE_GREEN = (255, 255, 255), (30, 33, 36), (70, 76, 83), (34, 135, 56)
LATE, STOPPED = (138, 92, 0), (189, 44, 15)
"""Those of assets/css/tokens.css on a light ground."""
COLOURS: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {
        "completed": LINE_GREEN, "in_progress": LINE_GREEN, "delayed": LATE, "modified": LATE, "stopped": STOPPED,
    }
)  # fmt: skip
INKS, SHADES = 7, 4  # steps from the ground to ink, and to each of two other colours: sixteen with the ground
RLE = 3  # zlib's Z_RLE: for a drawing, as small as its best and many times as fast
REMEMBERED = 8192  # letters
GREEN_FROM, ACCENT_FROM = INKS, INKS + SHADES


def painted(card: Card, face: bytes) -> bytes:
    """Return a card as PNG."""
    canvas = _Canvas(face)
    canvas.stamp(shape(LINE, WIDTH // 8, 14, 8, 1.25), (0, LINE_TOP), GREEN_FROM)
    canvas.stamp(shape(MARKS["site"], 32, 24, 2), (MARGIN - 4, NAME_TOP - 6), GREEN_FROM)
    canvas.write(card.site_name, (MARGIN + 32 * 2 + 4, NAME_TOP), SMALL)
    across = MARGIN
    if card.key:
        across = canvas.write(card.key, (across, KEY_TOP), SMALL) + GAP
    if card.mark in MARKS:
        canvas.stamp(shape(MARKS[card.mark], 32, 20, 2), (across, KEY_TOP + 2), ACCENT_FROM)
        across += 32 * 2 + GAP // 2
    if card.detail:
        canvas.write(card.detail, (across, KEY_TOP), SMALL, ACCENT_FROM)
    size, lines = fitted(card.title, TITLE, ROOM, canvas.measured)
    top = TITLE_TOP if card.key or card.detail else KEY_TOP
    for number, line in enumerate(lines):
        canvas.write(line, (MARGIN, top + number * size.leading), size.letters)
    return canvas.png(COLOURS.get(card.mark, SOFT))


def missing(card: Card, face: bytes) -> str:
    """Return those characters of a card that look like one that no font has, each once."""
    font = _font(face, SMALL)
    said = dict.fromkeys(f"{card.site_name}{card.key}{card.detail}{card.title}")
    return "".join(each for each in said if not each.isspace() and not _has(font, each))


class _Canvas:
    """A picture in the making: each pixel the number of a colour."""

    def __init__(self, face: bytes) -> None:
        self._face = face
        self._pixels = Image.new("L", (WIDTH, HEIGHT))

    def measured(self, letters: int) -> Measure:
        """Return how to measure a text in letters of a size."""
        font = _font(self._face, letters)
        return lambda text: sum(_width(font, letter) for letter in text)

    def write(self, text: str, at: tuple[int, int], letters: int, colour: int = 0) -> int:
        """Write a text from its upper left corner, and return where it ends; what has no room is cut off."""
        font = _font(self._face, letters)
        width = max(0, min(round(font.getlength(text)) + 2, WIDTH - at[0]))
        field = Image.new("L", (width, letters * 3 // 2))
        ImageDraw.Draw(field).text((0, 0), text, 255, font)
        self.stamp(field, at, colour)
        return at[0] + width

    def stamp(self, covered: Image.Image, at: tuple[int, int], colour: int = 0) -> None:
        """Colour pixels by how much of each is covered."""
        colours, is_any = _tables(SHADES if colour else INKS, colour)
        self._pixels.paste(covered.point(colours), at, covered.point(is_any))

    def png(self, accent: tuple[int, int, int]) -> bytes:
        """Return the picture as a file."""
        self._pixels.putpalette([part for colour in _palette(accent) for part in colour])
        file = BytesIO()
        self._pixels.save(file, "PNG", bits=4, compress_type=RLE)
        return file.getvalue()


@lru_cache(maxsize=16)
def _font(face: bytes, letters: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(face), letters, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=REMEMBERED)
def _width(font: ImageFont.FreeTypeFont, letter: str) -> float:
    return font.getlength(letter)


@lru_cache(maxsize=REMEMBERED)
def _has(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    """Whether a letter looks unlike what no font has."""
    return bytes(font.getmask(letter)) != _box(font)


@lru_cache(maxsize=1)
def _box(font: ImageFont.FreeTypeFont) -> bytes:
    """Return what is drawn in the place of a letter that a font does not have."""
    return bytes(font.getmask(NO_LETTER))


@cache
def _tables(steps: int, colour: int) -> tuple[list[int], list[int]]:
    """Return, for each part of a pixel that is covered, the number of its colour, and whether there is any."""
    numbers = [round(value * steps / 255) for value in range(256)]
    return [number and number + colour for number in numbers], [255 * bool(number) for number in numbers]


def _palette(accent: tuple[int, int, int]) -> list[tuple[int, ...]]:
    ramps = ((INK, INKS), (LINE_GREEN, SHADES), (accent, SHADES))
    return [GROUND, *(_between(step / steps, colour) for colour, steps in ramps for step in range(1, steps + 1))]


def _between(part: float, colour: tuple[int, int, int]) -> tuple[int, ...]:
    return tuple(round(ground + part * (end - ground)) for ground, end in zip(GROUND, colour, strict=True))
