"""Errors of texts that are kept as they were, as readers are shown them."""

from collections.abc import Iterable

from sitegen.kinds.errata import Erratum
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import erratum_anchor
from sitegen.views import pages as views
from sitegen.views.parts import Phrase


def errata(found: Iterable[tuple[int, Erratum]], language: str, at: Standpoint) -> tuple[views.Erratum, ...]:
    """Return errors of a text in a language, each with the place that it has among all errors of the text."""
    return tuple(_erratum(number, each, at.lang(language), at) for number, each in found)


def _erratum(number: int, found: Erratum, lang: str, at: Standpoint) -> views.Erratum:
    return views.Erratum(
        id=erratum_anchor(number),
        original=Phrase(found.original, lang),
        corrected=Phrase(found.corrected, lang),
        note=at.told_best(found.note, f"errata.{number}.note"),
    )
