"""Seals: whether a source still says what it said when somebody compared it with the original."""

from sitegen.seals.digests import Difference, altered, difference, digest, seal_of
from sitegen.seals.paragraphs import Paragraph, Shift, paragraphs, shifts
from sitegen.seals.writing import seal_text

__all__ = [
    "Difference",
    "Paragraph",
    "Shift",
    "altered",
    "difference",
    "digest",
    "paragraphs",
    "seal_of",
    "seal_text",
    "shifts",
]
