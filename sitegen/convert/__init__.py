"""convert: body -> HTML, each on its own, with everything that is wrong with it."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from sitegen.convert.conversion import Converted, convert
from sitegen.diagnostics import Diagnostic
from sitegen.model import Html, Outline
from sitegen.results import Result

__all__ = ["Converted", "Outlined", "convert", "convert_bodies", "html_in", "outline_in"]


class Outlined(Struct, frozen=True, array_like=True):
    """What became of a body, without its HTML."""

    problems: tuple[Diagnostic, ...]
    outline: Outline


def convert_bodies(bodies: Sequence[str]) -> tuple[Result, ...]:
    """Return what becomes of each body; the rest is its HTML."""
    return tuple(_result(convert(body)) for body in bodies)


def outline_in(head: bytes) -> Outlined:
    """Return what became of a body, without its HTML."""
    return _OUTLINED.decode(head)


def html_in(rest: bytes) -> Html:
    """Return a body as HTML."""
    return _HTML.decode(rest)


def _result(converted: Converted) -> Result:
    html = converted.html
    outlined = Outlined(converted.problems, Outline(html.links, html.headings, html.anchors))
    return Result(*(msgspec.msgpack.encode(part, order="deterministic") for part in (outlined, html)))


_OUTLINED = msgspec.msgpack.Decoder(Outlined)
_HTML = msgspec.msgpack.Decoder(Html)
