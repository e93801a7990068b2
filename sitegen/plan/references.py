"""What a page cites and shows, in the order of its numbers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from msgspec import Struct

from sitegen.claims import Citation, Claim, Key, Shown, may_occur
from sitegen.kinds.records import Figure
from sitegen.kinds.source import Passage, SourceFacts, errata_in, passage_in
from sitegen.model import AnyItem
from sitegen.plan.figures import amount
from sitegen.plan.notes import Place, in_body, in_facts, in_value
from sitegen.plan.rows import SourceItem
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import erratum_anchor, passage_anchor, reference_anchor
from sitegen.views.parts import Anchor, FigureNote, Phrase, Reference

SHORT = 160  # characters of a passage that readers need not look up


def noting(item: AnyItem, at: Standpoint) -> Standpoint:
    """Return the standpoint of an item's page, with what it rests on: its words, body, facts, and reports on it."""
    return at.noting(_places(item, at))


def noting_list(head: AnyItem, records: Iterable[Struct], at: Standpoint) -> Standpoint:
    """Return the standpoint of the page that an item heads, and on which records are told."""
    return at.noting((*_places(head, at), *_places_of_records(records, at)))


def noting_record(record: Struct, at: Standpoint) -> Standpoint:
    """Return the standpoint of a record's own page."""
    return at.noting(in_value(record, (at.language, at.languages[0])))


def _places_of_records(records: Iterable[Struct], at: Standpoint) -> Iterator[Place]:
    for record in records:
        yield from in_value(record, (at.language, at.languages[0]), f"{record.id}.")  # type: ignore[attr-defined]  # every record has one


def _places(item: AnyItem, at: Standpoint) -> Iterator[Place]:
    document, languages = item.documents[at.spoken(item)], (at.language, at.languages[0])
    if may_occur(bytes(document.encoded_words)):
        yield from in_value(document.words, languages)
    yield from in_body(at.site.html(item, document.language).claims)
    if may_occur(bytes(item.bearer.encoded_facts)):
        yield from in_value(item.facts, languages)
    if any(reference.kind == "figure" for reference in item.bearer.references):
        yield from in_facts(item.facts)
    if item.kind == "task":
        for number, update in enumerate(at.updates(item.id)):
            yield from in_value(update, languages, f"updates.{number}.")


def references(at: Standpoint) -> tuple[Reference, ...]:
    """Return the references of the page at hand."""
    places: defaultdict[Key, list[Place]] = defaultdict(list)
    for place in at.notes.places:
        places[place.claim.key].append(place)
    return tuple(_references(tuple(places.values()), at))


def uncited(sources: Iterable[str], at: Standpoint) -> tuple[str, ...]:
    """Return those of the sources that no reference of the page at hand leads to."""
    cited = {at.source_of(place.claim) for place in at.notes.places}
    return tuple(source for source in sources if source not in cited)


def _references(found: Sequence[Sequence[Place]], at: Standpoint) -> Iterator[Reference]:
    for number, places in enumerate(found, 1):
        claim = places[0].claim
        source = cast("SourceItem | None", at.item("source", at.source_of(claim)))
        if source is not None:
            yield _reference(number, claim, tuple(f"#{place.anchor}" for place in places), source, at)


def _reference(number: int, claim: Claim, backlinks: tuple[str, ...], source: SourceItem, at: Standpoint) -> Reference:
    known, address = source.facts, source.facts.address or source.facts.archived_address
    cited = _cited(claim, at)
    passage = _passage(cited, known)
    return Reference(
        number=number,
        anchor=reference_anchor(number),
        figure=_figure_note(claim, at) if isinstance(claim, Shown) else None,
        source=Anchor(at.href("source", source.id) + f"#{passage_anchor(passage.id)}", at.title(source)),
        publisher=Phrase(at.words(source).publisher, at.lang(at.spoken(source))),
        published=at.wording.period(known.published_on),
        quotation=_quotation(cited, passage, at),
        original=Anchor(address, Phrase(at.say("reference_original"))) if address else None,
        erratum=_erratum(source, passage, at),
        backlinks=backlinks,
    )


def _cited(claim: Claim, at: Standpoint) -> Citation:
    """Return what a figure cites, or what is cited."""
    if isinstance(claim, Citation):
        return claim
    figure = cast("Figure", at.record("figure", claim.figure))
    return Citation(figure.source, figure.passage, figure.quote)


def _figure_note(claim: Shown, at: Standpoint) -> FigureNote:
    figure = cast("Figure", at.record("figure", claim.figure))
    return FigureNote(
        anchor=Anchor(at.href("figure", figure.id), at.phrase(figure.label)),
        amount=amount(figure, Shown(figure.id), at.wording, at.languages[0]),
        when=at.wording.period(figure.as_of),
        remarks=(at.say(f"basis_{figure.basis.replace('-', '_')}"),) if figure.basis else (),
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
