"""Figures and citations in texts of front matter and records: which of them are not understood."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from sitegen.claims import misunderstood
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds.telling import tellings

SIGNS = (b"[=", b"[@")


def may_occur(encoded: bytes) -> bool:
    """Whether a value, as it is encoded, may hold any."""
    return any(sign in encoded for sign in SIGNS)


def refused(value: Struct, places: Mapping[str, Place], prefix: str = "") -> Iterator[Diagnostic]:
    """Yield a problem for each that is not understood."""
    for telling in tellings(value, prefix):
        for match in misunderstood(telling.text):
            yield _refused(match[0].strip(), places[telling.field], is_figure=match["shown"] is not None)


def _refused(text: str, place: Place, *, is_figure: bool) -> Diagnostic:
    if is_figure:
        fix = "write [=id], [=id number] or [=id ~2], with the id of a figure"
        return error("figure-form", place, '"{text}" is not understood as a figure', fix, text=text)
    fix = 'write [@source#passage] or [@source "words of it"], with ids'
    return error("citation-form", place, '"{text}" is not understood as a citation', fix, text=text)
