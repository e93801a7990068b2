"""Cards: what stands beside a page's address where that is shared, as PNG.

Everything that decides what they look like is given: the words, and the font. No font of the system is asked for, and
Pillow's own layout is used, as the other one is not there on every machine.
"""

from sitegen.model import Card

__all__ = ["draw_card"]


def draw_card(card: Card, face: bytes) -> tuple[bytes, str]:
    """Return a card as PNG, drawn with a font, and those of its characters that the font does not have."""
    from sitegen.draw.cards.painting import missing, painted  # noqa: PLC0415  # most builds draw none

    return painted(card, face), missing(card, face)
