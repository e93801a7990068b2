"""What a page cites, in the order of its numbers."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import cast

from sitegen.kinds.source import Passage, SourceFacts, errata_in, passage_in
from sitegen.model import AnyItem, Citation
from sitegen.plan.rows import SourceItem
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import citation_anchor, erratum_anchor, reference_anchor
from sitegen.views.parts import Anchor, Phrase, Reference

SHORT = 160  # characters of a passage that readers need not look up


def references(item: AnyItem, at: Standpoint) -> tuple[Reference, ...]:
    """Return the references of the body that an item's page shows."""
    cited = sorted(at.site.html(item, at.spoken(item)).citations, key=attrgetter("number"))
    return tuple(_references(cited, at))


def _references(cited: Sequence[Citation], at: Standpoint) -> Iterator[Reference]:
    for _, places in groupby(cited, attrgetter("number")):
        first, *others = places
        source = cast("SourceItem | None", at.item("source", first.source))
        if source is not None:
            yield _reference(first, 1 + len(others), source, at)


def _reference(citation: Citation, times: int, source: SourceItem, at: Standpoint) -> Reference:
    known, address = source.facts, source.facts.address or source.facts.archived_address
    passage = _passage(citation, known)
    return Reference(
        number=citation.number,
        anchor=reference_anchor(citation.number),
        source=Anchor(at.href("source", source.id) + f"#passage-{passage.id}", at.title(source)),
        publisher=Phrase(at.words(source).publisher, at.lang(at.spoken(source))),
        published=at.wording.period(known.published_on),
        quotation=_quotation(citation, passage, at),
        original=Anchor(address, Phrase(at.say("reference_original"))) if address else None,
        erratum=_erratum(source, passage, at),
        backlinks=tuple(f"#{citation_anchor(citation.number, time)}" for time in range(1, times + 1)),
    )


def _erratum(source: SourceItem, passage: Passage, at: Standpoint) -> Anchor | None:
    """Return the way to the first error that stands in a passage; None if there is none."""
    known = errata_in(source.facts, passage)
    if not known:
        return None
    anchor = erratum_anchor(source.facts.errata.index(known[0]))
    return Anchor(at.href("source", source.id) + f"#{anchor}", Phrase(at.say("reference_erratum")))


def _passage(citation: Citation, source: SourceFacts) -> Passage:
    """Return the passage that is meant; where there is none, which is an error, one without words."""
    found = passage_in(source, citation.passage, citation.words)
    return found or Passage(id=citation.passage, text="", language=source.language)


def _quotation(citation: Citation, passage: Passage, at: Standpoint) -> Phrase | None:
    """Return the words that are quoted, or else the passage if it is short."""
    words = citation.words or (passage.text if len(passage.text) <= SHORT else "")
    return Phrase(words, at.lang(passage.language)) if words else None
