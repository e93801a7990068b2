"""Seals of sources: a passage says what it said when somebody compared it with the original."""

from collections.abc import Callable, Iterator
from functools import cache

from msgspec import structs

from sitegen.check.subjects import exists, known_ids, of_kind
from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds.source import SourceFacts, SourceWords
from sitegen.model import AnyItem, Item, SealFile, Site
from sitegen.seals import altered, difference

SourceItem = Item[SourceFacts, SourceWords]
Altered = Callable[[str], frozenset[str]]
"""Returns the ids of the passages of a source, published or not, that are not what they were when it was sealed."""


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for every passage that is not as it was sealed, and every figure that rests on one."""
    for source in of_kind(site, "source", SourceFacts, SourceWords):
        sealed = site.seals.get(source.id)
        if sealed is not None:
            yield from _passages(site, source, sealed)
        elif source.facts.passages and ("seal", source.id) not in site.broken:
            yield unsealed(site, source, source.facts_origin.place("passages:"))
    yield from _without_source(site)
    yield from _without_text(site)


def unsealed(site: Site, source: AnyItem, place: Place) -> Diagnostic:
    """Return that nobody has compared something of a source with the original; in a preview, that is still to come."""
    found = error(
        "unsealed",
        place,
        "what stands here has not been sealed yet",
        "compare it with the original, word for word, and then: python build.py seal {source}",
        source=source.id,
    )
    return structs.replace(found, severity="warning") if source.is_draft or site.with_drafts else found


def altered_passage(place: Place, source: str, passage: str) -> Diagnostic:
    """Return that something rests on a passage that is not what it was when it was sealed."""
    return error(
        "altered-passage",
        place,
        'the passage "{passage}" of the source "{source}", which this rests on, was changed after it had been sealed',
        "put the passage back as it was; if that is not what the original says, correct what is written here as well",
        source=source,
        passage=passage,
    )


def reproduced(item: AnyItem) -> tuple[str, ...]:
    """Return the id of the source whose text a news item gives in full; nothing if it gives none."""
    return tuple(each.id for each in item.bearer.references if each.field == "reproduces")


def _passages(site: Site, source: SourceItem, sealed: SealFile) -> Iterator[Diagnostic]:
    found = difference(source.facts, sealed.seal)
    for number, passage in enumerate(source.facts.passages):
        if passage.id in found.changed:
            yield _changed(source.facts_origin.place(f"passages.{number}.text"), source.id, passage.id)
        elif passage.id in found.new:
            yield unsealed(site, source, source.facts_origin.place(f"passages.{number}.text"))
    for number, then in enumerate(sealed.seal.passages):
        if then.id in found.gone:
            yield _gone(sealed.origin.place(f"passages.{number}.id"), source.id, then.id)


def _changed(place: Place, source: str, passage: str) -> Diagnostic:
    return error(
        "seal-broken",
        place,
        'the passage "{passage}" was changed after it had been sealed',
        "put it back as it was; if that is not what the original says, correct it, and then: "
        "python build.py seal {source}",
        source=source,
        passage=passage,
    )


def _gone(place: Place, source: str, passage: str) -> Diagnostic:
    return error(
        "seal-broken",
        place,
        'the passage "{passage}" was sealed, and the source does not have it any more',
        "put it back; if nothing rests on it any more: python build.py seal {source}",
        source=source,
        passage=passage,
    )


def _without_source(site: Site) -> Iterator[Diagnostic]:
    for sealed in site.seals.values():
        if not exists(site, "source", sealed.source):
            guess = nearest(sealed.source, known_ids(site, "source"))
            yield error(
                "seal-without-source",
                Place(sealed.origin.path),
                'this is the seal of a source "{source}", which does not exist; did you mean "{guess}"?'
                if guess
                else 'this is the seal of a source "{source}", which does not exist',
                "rename the file to {guess}.seal.yaml, or remove it" if guess else "remove the file",
                source=sealed.source,
                guess=guess,
            )


def _without_text(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for each whole text that was sealed, and that nothing gives any more, not even a draft."""
    sealed = {each.source: each for each in site.seals.values() if each.seal.whole_text}
    if not sealed or any(kind == "news" for kind, _ in site.broken):
        return
    given = {source for item in site.every if item.kind == "news" for source in reproduced(item)}
    for source in sorted(sealed.keys() - given):
        yield error(
            "seal-broken",
            sealed[source].origin.place("whole_text:"),
            "the whole text was sealed, and no news item gives it any more",
            "put reproduces: {source} back into the news item; if the text is to go: python build.py seal {source}",
            source=source,
        )


def altered_passages(site: Site) -> Altered:
    """Return what tells the altered passages of each source of a site; it compares each source once."""

    @cache
    def of(source: str) -> frozenset[str]:
        sealed = site.seals.get(source)
        item = site.items["source"].get(source) or site.withheld["source"].get(source)
        if sealed is None or item is None or not isinstance(item.facts, SourceFacts):
            return frozenset()
        return altered(item.facts, sealed.seal)

    return of
