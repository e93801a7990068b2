"""What people wrote: the texts in a thing's facts, words, records and bodies, and the numbers among them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from sitegen.claims import pieces
from sitegen.kinds.common import Words
from sitegen.model import Dataset, Html
from sitegen.values import Period, Text
from sitegen.verify.embargo.forms import TAG, decoded

BLOCK = re.compile(r"</(?:p|li|h[1-6]|td|th|dt|dd|div|caption|blockquote)>|<br>|<sup.*?</sup>", re.DOTALL)
END = re.compile(r"(?<=[.!?。])\s+|\n")
CUT = "\0"
"""What stands where a body is cut: an address in a tag, or something else that is printed there."""


def texts(value: object) -> Iterator[str]:
    """Yield every text for people in a value, at any depth: words, and what has a blank or an address in it."""
    match value:
        case str():
            yield from (value,) if " " in value.strip() or "://" in value else ()
        case Text():
            yield from value.words.values()
        case Words():
            yield from _strings(value)
        case _:
            for part in _parts(value):
                yield from texts(part)


def amounts(value: object) -> Iterator[str]:
    """Yield every number in a value, at any depth, as it is written plainly."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        whole, _, decimals = f"{value:f}".partition(".")
        yield f"{whole}.{decimals.rstrip('0')}".rstrip(".")
    else:
        for part in _parts(value):
            yield from amounts(part)


def cells(data: Dataset | None) -> Iterator[str]:
    """Yield every cell of a data file, the names of its columns too."""
    for row in (data.head, *data.rows) if data else ():
        yield from row


def html_of(body: Html) -> str:
    """Return a body in one piece."""
    return CUT.join(body.parts)


def sentences(text: str) -> Iterator[str]:
    """Yield the beginning of a text and each sentence of it, without figures and citations, which are printed else."""
    words = [piece for piece in pieces(text) if isinstance(piece, str)]
    yield from words[:1]
    for piece in words:
        yield from END.split(piece)


def sentences_of_body(body: Html) -> Iterator[str]:
    """Yield each sentence of a body."""
    html = TAG.sub("", BLOCK.sub("\n", html_of(body)))
    *_, plain = decoded(html.replace(CUT, "\n"))
    yield from END.split(plain)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in _parts(value):
            yield from _strings(part)


def _parts(value: object) -> Iterable[object]:
    match value:
        case Period():
            return ()
        case Struct():
            return (getattr(value, name) for name in value.__struct_fields__)
        case Mapping():
            return value.values()
        case tuple() | list():
            return value
    return ()
