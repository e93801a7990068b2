"""Figures and citations in texts of front matter and records: which are not understood, or stand where none is seen."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from sitegen.claims import MARK, misunderstood
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds.telling import Telling, names, tellings

SIGNS = (b"[=", b"[@")


def may_occur(encoded: bytes) -> bool:
    """Whether a value, as it is encoded, may hold any."""
    return any(sign in encoded for sign in SIGNS)


def refused(value: Struct, places: Mapping[str, Place], prefix: str = "") -> Iterator[Diagnostic]:
    """Yield a problem for each that is not understood."""
    for telling in tellings(value, prefix):
        for match in misunderstood(telling.text):
            yield _refused(match[0].strip(), places[telling.field], is_figure=match["shown"] is not None)
    yield from misplaced(names(value, prefix), places)


def misplaced(texts: Iterable[Telling], places: Mapping[str, Place]) -> Iterator[Diagnostic]:
    """Yield a problem for each figure or citation in texts that show none."""
    for text in texts:
        for match in MARK.finditer(text.text) if "[" in text.text else ():
            message = "no figures and citations are shown here, so readers would see {text} as it stands"
            fix = "write it in a text, such as the summary"
            yield error("misplaced-claim", places[text.field], message, fix, text=match[0].strip())


def _refused(text: str, place: Place, *, is_figure: bool) -> Diagnostic:
    if is_figure:
        fix = "write [=id], [=id number] or [=id ~2], with the id of a figure"
        return error("figure-form", place, '"{text}" is not understood as a figure', fix, text=text)
    fix = 'write [@source#passage] or [@source "words of it"], with ids'
    return error("citation-form", place, '"{text}" is not understood as a citation', fix, text=text)
