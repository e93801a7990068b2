"""Rules of sources: what is said of their passages fits them, and nothing rests on what nobody answers for."""

from collections.abc import Iterator

from sitegen.check.reproductions import erratum_elsewhere
from sitegen.check.subjects import of_kind
from sitegen.diagnostics import Diagnostic, Place, error, warning
from sitegen.kinds.source import SourceFacts, SourceWords, errata_in
from sitegen.model import Item, Site

SourceItem = Item[SourceFacts, SourceWords]


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with sources."""
    for source in of_kind(site, "source", SourceFacts, SourceWords):
        yield from _twice(source)
        yield from _translations(source)
        yield from _errata(source)
        yield from _review(site, source)


def is_compilation(site: Site, source: str) -> bool:
    """Whether a source, published or not, is a compilation by a third party."""
    found = site.items["source"].get(source) or site.withheld["source"].get(source)
    return found is not None and isinstance(found.facts, SourceFacts) and found.facts.grade == "compilation"


def low_grade(place: Place, source: str) -> Diagnostic:
    """Return that something rests on a compilation."""
    return error(
        "source-grade",
        place,
        'the source "{source}" was put together by a third party, and nothing may rest on it',
        "rest it on an official record or a press report that says the same, or leave it out",
        source=source,
    )


def _twice(source: SourceItem) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for number, passage in enumerate(source.facts.passages):
        if passage.id in seen:
            yield error(
                "duplicate-id",
                source.facts_origin.place(f"passages.{number}.id"),
                '"{id}" is already the id of a passage of this source',
                "give one of the two another id",
                id=passage.id,
            )
        seen.add(passage.id)


def _translations(source: SourceItem) -> Iterator[Diagnostic]:
    for number, passage in enumerate(source.facts.passages):
        if passage.translation and passage.language in passage.translation.words:
            yield error(
                "passage-translation",
                source.facts_origin.place(f"passages.{number}.translation.{passage.language}"),
                "the passage is in this very language, and its words stand above",
                "remove the line",
            )


def _errata(source: SourceItem) -> Iterator[Diagnostic]:
    known = [each for passage in source.facts.passages for each in errata_in(source.facts, passage)]
    for number, erratum in enumerate(source.facts.errata):
        if erratum not in known:
            yield erratum_elsewhere(source.facts_origin.place(f"errata.{number}.original"))


def _review(site: Site, source: SourceItem) -> Iterator[Diagnostic]:
    due = source.facts.review_by
    if due is not None and due < site.today and source.id in site.items["source"]:
        yield warning(
            "source-review",
            source.facts_origin.place("review_by"),
            "this source was to be looked at again by {day}",
            "see whether it still says the same, and write when that is to be done next, and accessed_on: for today",
            day=due.isoformat(),
        )
