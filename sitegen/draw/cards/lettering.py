"""Words as lines: broken between words, of even length, in letters as large as there is room for."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

Measure = Callable[[str], float]
"""Returns how wide a text is, in pixels: as wide as its letters are together."""

ELLIPSIS = "..."
"""Three full stops: the one character for them stands as high as a dash in Korean fonts, which is wrong in English."""


class Size(Struct, frozen=True):
    """How large letters are, how far it is from one line to the next, both in pixels, and how many lines have room."""

    letters: int
    leading: int
    lines: int


class _Piece(Struct, frozen=True):
    """A word, or a part of one that is wider than a line; and how wide the space before it is, if there is one."""

    text: str
    width: float
    gap: float


def fitted(
    text: str, sizes: Sequence[Size], width: float, measured: Callable[[int], Measure]
) -> tuple[Size, list[str]]:
    """Return the largest size in which a text has room, and its lines; it is cut at a word where it has room in none.

    `measured` returns how to measure a text in letters of a size.
    """
    for size in sizes:
        pieces = _pieces(text, width, measured(size.letters))
        lines = _balanced(pieces, width)
        if len(lines) <= size.lines and len(pieces) == len(text.split()):
            return size, list(map(_text, lines))
    size = sizes[-1]
    lines = _balanced(_pieces(text, width, measured(size.letters)), width)
    return size, _cut(lines, size.lines, width, measured(size.letters))


def _pieces(text: str, width: float, measure: Measure) -> list[_Piece]:
    return [
        _Piece(part, measure(part), 0 if number else measure(" "))
        for word in text.split()
        for number, part in enumerate(_parts(word, width, measure))
    ]


def _parts(word: str, width: float, measure: Measure) -> Iterator[str]:
    """Yield a word as it is, or in parts if it is wider than a line."""
    start, reached = 0, 0.0
    for number, letter in enumerate(word):
        reached += measure(letter)
        if reached > width and number > start:
            yield word[start:number]
            start, reached = number, measure(letter)
    yield word[start:]


def _balanced(pieces: Sequence[_Piece], width: float) -> list[list[_Piece]]:
    """Return as few lines as there can be, and of those the ones that are even: no word is left alone on the last."""
    lines = _broken(pieces, width)
    too_narrow, wide_enough = max((piece.width for piece in pieces), default=0) - 1, width
    while wide_enough - too_narrow > 1:
        between = (too_narrow + wide_enough) / 2
        narrower = _broken(pieces, between)
        if len(narrower) > len(lines):
            too_narrow = between
        else:
            lines, wide_enough = narrower, between
    return lines


def _broken(pieces: Sequence[_Piece], width: float) -> list[list[_Piece]]:
    """Return lines that each hold as much as has room."""
    lines: list[list[_Piece]] = []
    room = 0.0
    for piece in pieces:
        if lines and piece.gap + piece.width <= room:
            lines[-1].append(piece)
            room -= piece.gap + piece.width
        else:
            lines.append([piece])
            room = width - piece.width
    return lines


def _cut(lines: Sequence[list[_Piece]], most: int, width: float, measure: Measure) -> list[str]:
    """Return as many lines as have room; the last of them says that there is more."""
    if len(lines) <= most:
        return list(map(_text, lines))
    *whole, last = lines[:most]
    while len(last) > 1 and measure(_text(last) + ELLIPSIS) > width:
        last = last[:-1]
    return [*map(_text, whole), _text(last).rstrip(",.;:·") + ELLIPSIS]


def _text(line: Sequence[_Piece]) -> str:
    return "".join(f" {piece.text}" if piece.gap else piece.text for piece in line).strip()
