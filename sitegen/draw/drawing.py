"""One chart, drawn by Vega-Lite."""

import msgspec
import vl_convert
from msgspec import Struct

from sitegen.draw import BLANK
from sitegen.draw.svg import is_blank, lightened

VEGA_LITE = "6.4"
"""The edition of the language, of those that the library carries."""


class Said(Struct, frozen=True):
    """What a chart says in words: its title, what it shows, and the size it is drawn in."""

    title: str
    description: str
    size: str


class _Specification(Struct, frozen=True):
    usermeta: Said


def drawn(specification: str) -> tuple[str, str]:
    """Return a chart as SVG for a page, and what is wrong with it in the words of the library, or an empty string."""
    try:
        svg = vl_convert.vegalite_to_svg(specification, vl_version=VEGA_LITE, allowed_base_urls=[])
    except ValueError as problem:
        return "", _reason(str(problem))
    if is_blank(svg):
        return "", BLANK
    said = msgspec.json.decode(specification, type=_Specification).usermeta
    return lightened(svg, said.title, said.description, said.size), ""


def _reason(message: str) -> str:
    """Return the line that says what is wrong: the rest is about the library's own code."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    return next((line for line in lines if "Error" in line), lines[0] if lines else "unknown")[:200]
