"""Contrast of every pair of colours that the stylesheet can bring together, from its tokens.

The formula is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance and #dfn-contrast-ratio.
Where a rule, or those before it of the same element, give both a `color` and a `background`, the two are held against
each other. Of all others, each text is held against each ground; what says something by being drawn, against the page.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

TEXT, DRAWING = 4.5, 3.0  # WCAG 1.4.3 (KWCAG 1.4.3), and 1.4.11
THEMES = ("light", "dark")
DRAWN = ("line", "late", "stopped", "focus", "link", "ink", "ink-soft")
"""Tokens that say something by being drawn: the line, the marks of a status, the ring of focus, charts."""
APART: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("line", "line-pale"): "marks and letters of the index stand on the page itself",
        ("line", "tint"): "in a box with a tint, the line is its edge, and no text",
        ("stopped", "line-pale"): "a status stands on the page itself",
    }
)
"""Pairs of text and ground that no page brings together, and why."""

PAGE = ("ink", "ground")
"""Text and ground where nothing says otherwise."""
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
BLOCK = re.compile(r"(@media[^{]*\{\s*)?:root\s*\{([^}]*)\}")
TOKEN = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})\b")
USED = re.compile(r"(?<![a-z-])(color|background|background-color):\s*var\(--([a-z-]+)\)")


class Pair(Struct, frozen=True):
    """Two colours, what is asked of them, and how they differ in one theme."""

    theme: str
    front: str
    ground: str
    least: float
    ratio: float

    @property
    def is_enough(self) -> bool:
        """Whether they differ enough."""
        return self.ratio >= self.least


def told(pair: Pair) -> str:
    """Return what a pair has and what it needs."""
    return f"{pair.front} on {pair.ground}, {pair.theme}: {pair.ratio:.2f}, not {pair.least}"


def pairs(styles: Path) -> tuple[Pair, ...]:
    """Return every pair of the stylesheets in a folder, text first."""
    found = met(file.read_text(encoding="utf-8") for file in sorted(styles.rglob("*.css")))
    asked = [(text, ground, TEXT) for text, ground in found if (text, ground) not in APART]
    asked += [(drawn, "ground", DRAWING) for drawn in DRAWN]
    colours = tokens((styles / "tokens.css").read_text(encoding="utf-8"))
    return tuple(
        Pair(theme, front, ground, least, ratio(colours[theme][front], colours[theme][ground]))
        for theme in THEMES
        for front, ground, least in asked
    )


def tokens(css: str) -> Mapping[str, Mapping[str, str]]:
    """Return the colours of each theme; the dark one changes some of the light one."""
    blocks = [(media or "", dict(TOKEN.findall(body))) for media, body in BLOCK.findall(css)]
    light = next(colours for media, colours in blocks if not media)
    dark = next(colours for media, colours in blocks if "dark" in media)
    return {"light": light, "dark": light | dark}


def met(styles: Iterable[str]) -> list[tuple[str, str]]:
    """Return the tokens of texts with those of the grounds that they can stand on."""
    together, texts, grounds = set[tuple[str, str]](), {PAGE[0]}, {PAGE[1]}
    for css in styles:
        for text, ground in _rules(css):
            if text and ground:
                together.add((text, ground))
            else:
                texts |= {text}
                grounds |= {ground}
    return sorted(together | set(product(texts - {""}, grounds - {""})))


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield the text and the ground that each element has after each rule that gives it one."""
    known: dict[str, dict[str, str]] = {}
    for selectors, body in RULE.findall(css):
        given = {name.removesuffix("-color"): token for name, token in USED.findall(body)}
        for selector in selectors.split(",") if given else ():
            element = known.setdefault(selector.strip().partition(":")[0], {})
            element |= given
            yield element.get("color", ""), element.get("background", "")


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour written as `#fff` or `#ffffff`."""
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> Iterator[float]:
    digits = colour.removeprefix("#")
    pieces = digits if len(digits) == 3 else (digits[0:2], digits[2:4], digits[4:6])
    return (int(piece * (2 // len(piece)), 16) / 255 for piece in pieces)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
