"""Figures and citations in texts of front matter and records: which are not understood, or stand where none may."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from sitegen.claims import MARK, misunderstood
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds.telling import names, tellings


def refused(value: Struct, places: Mapping[str, Place], prefix: str = "") -> Iterator[Diagnostic]:
    """Yield a problem for each that is not understood, and for each in a name or a title."""
    for telling in tellings(value, prefix):
        for match in misunderstood(telling.text):
            yield _refused(match[0].strip(), places[telling.field], is_figure=match["shown"] is not None)
    for name in names(value, prefix):
        for match in MARK.finditer(name.text) if "[" in name.text else ():
            yield _misplaced(match[0].strip(), places[name.field])


def _refused(text: str, place: Place, *, is_figure: bool) -> Diagnostic:
    if is_figure:
        fix = "write [=id], [=id number] or [=id ~2], with the id of a figure"
        return error("figure-form", place, '"{text}" is not understood as a figure', fix, text=text)
    fix = 'write [@source#passage] or [@source "words of it"], with ids'
    return error("citation-form", place, '"{text}" is not understood as a citation', fix, text=text)


def _misplaced(text: str, place: Place) -> Diagnostic:
    message = '"{text}" cannot stand here: names, titles and charts show no figures and cite nothing'
    return error("claim-misplaced", place, message, "write words here, and say it in a text of the page", text=text)
