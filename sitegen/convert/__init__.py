"""convert: body -> HTML, each on its own, with everything that is wrong with it."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from sitegen.claims import Citation, Shown
from sitegen.convert.assertions import Asserted, asserted_in, find_asserted
from sitegen.convert.conversion import Converted, convert
from sitegen.diagnostics import Diagnostic
from sitegen.model import Html, Outline
from sitegen.results import Result

__all__ = [
    "Asserted",
    "Converted",
    "Outlined",
    "asserted_in",
    "convert",
    "convert_bodies",
    "find_asserted",
    "html_in",
    "outline_in",
    "outline_of",
]


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
    links, claims = html.links, html.claims
    sources = {link.id for link in links if link.kind == "source"}
    sources.update(claim.source for claim in claims if isinstance(claim, Citation))
    return Outline(
        tuple(sorted({link.target for link in links})),
        tuple(sorted(sources)),
        tuple(sorted({claim.figure for claim in claims if isinstance(claim, Shown)})),
        msgspec.Raw(_encode(links)),
        msgspec.Raw(_encode(html.anchors)),
        msgspec.Raw(_encode(claims)),
    )


def _result(converted: Converted) -> Result:
    outlined = Outlined(converted.problems, outline_of(converted.html))
    return Result(_encode(outlined), _encode(converted.html))


def _encode(value: object) -> bytes:
    return msgspec.msgpack.encode(value, order="deterministic")


_OUTLINED = msgspec.msgpack.Decoder(Outlined)
_HTML = msgspec.msgpack.Decoder(Html)
