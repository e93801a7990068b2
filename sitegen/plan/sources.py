"""Source pages and their list."""

from datetime import date

from sitegen.kinds.source import SourceFacts, SourceWords
from sitegen.model import AnyItem
from sitegen.plan.catalogue import Catalogue, parted
from sitegen.plan.rows import SourceItem, newest, source_row
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.values import Period
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Fact, Group, Phrase, Quote, Row, Value

GRADES = ("official", "press", "compilation")


def catalogue(at: Standpoint) -> Catalogue[SourceItem]:
    """Return the sources by grade, oldest first."""
    sources = sorted(at.items("source", SourceFacts, SourceWords), key=_age)
    parts = parted(sources, "grade", GRADES, lambda source: source.facts.grade)
    return Catalogue(at.wording.count("answer_sources", len(sources)), parts, source_row)


def detail(source: SourceItem, at: Standpoint) -> views.Source:
    """Return a source's page: its passages, and what rests on it."""
    known = source.facts
    return views.Source(
        grade=at.say(f"grade_{known.grade}_meaning"),
        passages=tuple(Quote(f"passage-{passage.id}", Phrase(passage.text, at.lang(passage.language)))
                       for passage in known.passages),
        address=Anchor(known.address, Phrase(known.address)) if known.address else None,
        archived=Anchor(known.archived_address, Phrase(known.archived_address)) if known.archived_address else None,
        used_by=_users(source.id, at),
    )  # fmt: skip


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


def _users(source: str, at: Standpoint) -> Group | None:
    shown, note = newest(at.users("source", source), at)
    rows = (
        Row(href=at.href(item.kind, item.id), title=at.title(item), meta=(_kind(item, at), *at.only_in(item)))
        for item in shown
    )
    return at.group("used-by", rows, note)


def _kind(item: AnyItem, at: Standpoint) -> Value:
    return Value(Phrase(at.say(f"kind_{item.kind}")))


def _age(source: SourceItem) -> tuple[date, str]:
    published = source.facts.published_on
    return (published.first if isinstance(published, Period) else date.max, source.id)
