"""Source pages and their list."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sitegen.claims import Cited
from sitegen.kinds.records import Figure
from sitegen.kinds.source import Passage, SourceFacts, SourceWords, errata_in, passage_in
from sitegen.model import AnyItem
from sitegen.plan.catalogue import Catalogue, parted
from sitegen.plan.errata import errata
from sitegen.plan.resting import Named, resting
from sitegen.plan.rows import SourceItem, newest, source_row
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.urls import passage_anchor
from sitegen.values import Period
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Fact, Group, Phrase, Quote, Row, Value

GRADES = ("official", "press", "open_data", "compilation")


def catalogue(at: Standpoint) -> Catalogue[SourceItem]:
    """Return the sources by grade, oldest first."""
    sources = sorted(at.items("source", SourceFacts, SourceWords), key=_age)
    parts = parted(sources, "grade", GRADES, lambda source: source.facts.grade)
    return Catalogue(at.wording.count("answer_sources", len(sources)), parts, source_row)


def detail(source: SourceItem, at: Standpoint) -> views.Source:
    """Return a source's page: its passages, each with what cites it, and then what else rests on the source."""
    known, users = source.facts, at.users("source", source.id)
    citing = _citing(source, users)
    cited = {(item.kind, item.id) for items in citing.values() for item in items}
    others = [item for item in users if (item.kind, item.id) not in cited]
    records = resting(at).get(source.id, ())
    return views.Source(
        grade=at.say(f"grade_{known.grade}_meaning"),
        passages=tuple(_passages(source, citing, at)),
        address=Anchor(known.address, Phrase(known.address)) if known.address else None,
        archived=Anchor(known.archived_address, Phrase(known.archived_address)) if known.archived_address else None,
        used_by=_users("used-by-besides" if cited else "used-by", others, records, at),
    )


def source_facts(source: SourceItem, at: Standpoint) -> tuple[Fact, ...]:
    """Return who published it, when, in which language and under which terms."""
    known = source.facts
    return facts(
        at.fact("publisher", Value(Phrase(at.words(source).publisher, at.lang(at.spoken(source))))),
        at.fact("issuer", at.value("agency", known.issuer)),
        at.dated("published_on", known.published_on),
        at.fact("accessed_on", at.wording.day(known.accessed_on).text),
        at.fact("type", at.say(f"source_type_{known.type}")),
        at.fact("language", at.say(f"language_{known.language}")),
        at.fact("licence", at.say("unknown") if known.licence == "unknown" else known.licence),
    )


def _citing(source: SourceItem, users: Sequence[AnyItem]) -> Mapping[str, Sequence[AnyItem]]:
    """Return the items that cite each passage of a source, by the id of the passage."""
    meant: dict[Cited, Passage | None] = {}
    found: dict[str, dict[tuple[str, str], AnyItem]] = {passage.id: {} for passage in source.facts.passages}
    for item in users:
        for cited in item.cited:
            if cited.source == source.id:
                if cited not in meant:
                    meant[cited] = passage_in(source.facts, cited.passage, cited.words)
                if passage := meant[cited]:
                    found[passage.id][item.kind, item.id] = item
    return {passage: tuple(items.values()) for passage, items in found.items()}


def _passages(
    source: SourceItem, citing: Mapping[str, Sequence[AnyItem]], at: Standpoint
) -> Iterator[views.PassageView]:
    """Yield the passages; an error that stands in several of them is shown beside the first."""
    known, shown = source.facts, set[int]()
    for passage in known.passages:
        errors = [(number, each) for number, each in enumerate(known.errata)
                  if each in errata_in(known, passage) and number not in shown]  # fmt: skip
        shown |= {number for number, _ in errors}
        items, extent = newest(citing[passage.id], at)
        pages = (Anchor(at.href(item.kind, item.id), at.title(item)) for item in items)
        yield views.PassageView(
            quote=Quote(passage_anchor(passage.id), Phrase(passage.text, at.lang(passage.language))),
            translation=passage.translation.words.get(at.language, "") if passage.translation else "",
            errata=errata(errors, passage.language, at),
            citing=(*pages, *_figures(source.id, passage.id, at)),
            citing_note=extent or at.say("passage_citing"),
        )


def _figures(source: str, passage: str, at: Standpoint) -> Iterator[Anchor]:
    for figure in at.records("figure", Figure):
        if (figure.source, figure.passage) == (source, passage):
            yield Anchor(at.href("figure", figure.id), at.phrase(figure.label))


def _users(name: str, users: Sequence[AnyItem], records: Sequence[Named], at: Standpoint) -> Group | None:
    """Return what rests on a source: items, of very many the newest, and records."""
    shown, note = newest(users, at)
    rows = (
        Row(href=at.href(item.kind, item.id), title=at.title(item), meta=(_kind(item.kind, at), *at.only_in(item)))
        for item in shown
    )
    others = (
        Row(href=at.href(kind, identifier), title=at.phrase(name), meta=(_kind(kind, at),))
        for kind, identifier, name in records
    )
    return at.group(name, (*rows, *others), note)


def _kind(kind: str, at: Standpoint) -> Value:
    return Value(Phrase(at.say(f"kind_{kind}")))


def _age(source: SourceItem) -> tuple[date, str]:
    published = source.facts.published_on
    return (published.first if isinstance(published, Period) else date.max, source.id)
