"""convert: body -> HTML, each on its own, with everything that is wrong with it."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from sitegen.convert.conversion import Converted, convert
from sitegen.diagnostics import Diagnostic
from sitegen.model import Cited, Html, Outline
from sitegen.results import Result

__all__ = ["Converted", "Outlined", "convert", "convert_bodies", "html_in", "outline_in", "outline_of"]


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


def outline_of(html: Html) -> Outline:
    """Return what the rest of the site needs to know of a body."""
    sources = {link.id for link in html.links if link.kind == "source"}.union(each.source for each in html.citations)
    return Outline(
        tuple(sorted({link.target for link in html.links})),
        tuple(sorted(sources)),
        tuple(sorted({Cited(each.source, each.passage, each.words) for each in html.citations})),
        msgspec.Raw(_encode(html.links)),
        msgspec.Raw(_encode(html.anchors)),
        msgspec.Raw(_encode(html.citations)),
    )


def _result(converted: Converted) -> Result:
    outlined = Outlined(converted.problems, outline_of(converted.html))
    return Result(_encode(outlined), _encode(converted.html))


def _encode(value: object) -> bytes:
    return msgspec.msgpack.encode(value, order="deterministic")


_OUTLINED = msgspec.msgpack.Decoder(Outlined)
_HTML = msgspec.msgpack.Decoder(Html)
