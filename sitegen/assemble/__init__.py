"""assemble: documents and bodies -> the site as it stands at one moment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from types import MappingProxyType
from typing import cast

from msgspec import Struct, structs
from msgspec.msgpack import encode

from sitegen.claims import Cited
from sitegen.fingerprint import fingerprint
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.records import Figure
from sitegen.kinds.references import Reference
from sitegen.model import AnyItem, Content, Document, Item, Mentions, Outline, Publication, Record, Site, Thing

__all__ = ["Assembly", "assemble", "is_public", "publications", "renewed", "turning_points"]

BODY = "body"  # where a field would be named: what is linked to or cited in a body is named in no field
Outlines = Mapping[bytes, Outline]
ByKind = dict[str, dict[str, AnyItem]]
Figures = Mapping[str, Record]
NOTHING: frozenset[Cited] = frozenset()


class Assembly(Struct, frozen=True):
    """What a site is assembled from, at whatever moment."""

    content: Content
    outlines: Outlines
    with_drafts: bool

    def at(self, as_of: datetime) -> Site:
        """Return the site as it stands at a moment."""
        return assemble(self.content, self.outlines, as_of, with_drafts=self.with_drafts)


def assemble(content: Content, outlines: Outlines, as_of: datetime, *, with_drafts: bool = False) -> Site:
    """Return the site; `outlines` holds that of each document's body by the body's fingerprint."""
    published: ByKind = {kind: {} for kind in PAGE_KINDS}
    withheld: ByKind = {kind: {} for kind in PAGE_KINDS}
    shown, hidden = _records(content.records, as_of, with_drafts=with_drafts)
    languages = tuple(language.code for language in content.settings.languages)
    for item in _items(content.documents, outlines, languages, shown["figure"]):
        place = published if is_public(item.bearer.publication, as_of, with_drafts=with_drafts) else withheld
        place[item.kind][item.id] = item
    return Site(
        settings=content.settings,
        settings_origin=content.settings_origin,
        strings=content.strings,
        today=as_of.date(),
        items=published,
        withheld=withheld,
        records=shown,
        withheld_records=hidden,
        updates={log.task: log for log in content.updates},
        seals={sealed.source: sealed for sealed in content.seals},
        datasets=content.datasets,
        drawings=content.drawings,
        mentions=MappingProxyType(_mentions(published)),
        broken=content.broken,
        with_drafts=with_drafts,
    )


def renewed(site: Site, document: Document, outline: Outline) -> Site | None:
    """Return the site with a document in the place of an older one; None if more would change by that.

    That is so if it is not published, or says otherwise when it is, or names or cites other things.
    """
    item = site.items[document.kind].get(document.id)
    older = item.documents.get(document.language) if item else None
    if item is None or older is None or _standing(older) != _standing(document):
        return None
    known = item.outlines[document.language]
    if (known.sources, known.cited, known.figures) != (outline.sources, outline.cited, outline.figures):
        return None
    versions = [document if version is older else version for version in item.documents.values()]
    outlines = {version.body: item.outlines[version.language] for version in versions} | {document.body: outline}
    bearer = document if item.bearer is older else item.bearer
    new = _item(bearer, versions, outlines, site.records["figure"])
    items = {**site.items, document.kind: {**site.items[document.kind], document.id: new}}
    return structs.replace(site, items=items, mentions=MappingProxyType(_exchanged(site, item, new)))


def turning_points(content: Content) -> Iterator[datetime]:
    """Yield the moments at which something begins or ceases to be published."""
    for publication in publications(content):
        yield from filter(None, (publication.publish_at, publication.expires_at))


def publications(content: Content) -> Iterator[Publication]:
    """Yield of everything, things with pages and records, whether and when it is published."""
    yield from (document.publication for document in content.documents if document.publication is not None)
    yield from (record.publication for record in content.records)


def _items(
    documents: Iterable[Document], outlines: Outlines, languages: tuple[str, ...], figures: Figures
) -> Iterator[AnyItem]:
    versions: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in documents:
        versions[document.kind, document.id].append(document)
    for found in versions.values():
        found.sort(key=lambda document: languages.index(document.language))
        bearer = next((document for document in found if document.has_facts), None)
        if bearer is not None:
            yield _item(bearer, found, outlines, figures)


def _item(bearer: Document, versions: list[Document], outlines: Outlines, figures: Figures) -> AnyItem:
    known = {version.language: outlines[version.body] for version in versions}
    cited = [_cited(version, known[version.language], figures) for version in versions]
    return Item(
        documents={version.language: version for version in versions},
        bearer=bearer,
        outlines=known,
        cited=NOTHING.union(*cited),
        fingerprint=b"".join([_known(*each) for each in zip(versions, known.values(), cited, strict=True)]),
    )


def _known(version: Document, outline: Outline, cited: AbstractSet[Cited]) -> bytes:
    """Return what makes a document another one for those who name it, or are named by it."""
    rests_on = ",".join((*outline.sources, "", *outline.figures)) if outline.sources or outline.figures else ""
    passages = fingerprint(encode(sorted(cited))) if cited else b""
    return b"%b:%b%b%b" % (version.language.encode(), version.fingerprint, rests_on.encode(), passages)


def _cited(version: Document, outline: Outline, figures: Figures) -> frozenset[Cited]:
    """Return what a document cites, in its words, facts and body, and what the figures that it shows rest on."""
    named = (each.id for each in version.references if each.kind == "figure") if figures else ()
    shown = {*outline.figures, *named}
    if not (shown or outline.cited or version.cited):
        return NOTHING
    found = (cast("Figure", figures[figure].value) for figure in shown if figure in figures)
    return frozenset((*outline.cited, *version.cited, *(Cited(each.source, each.passage, "") for each in found)))


def _exchanged(site: Site, old: AnyItem, new: AnyItem) -> Mentions:
    """Return what names each thing, with an item in the place of an older one that named the same things."""
    named = {(kind, identifier) for _, kind, identifier in _named(old)}
    renamed = {thing: [(new if item is old else item, field) for item, field in site.mentions[thing]]
               for thing in named}  # fmt: skip
    return {**site.mentions, **renamed}


def _standing(document: Document) -> object:
    return document.publication, document.references, document.cited


def is_public(publication: Publication | None, as_of: datetime, *, with_drafts: bool) -> bool:
    """Whether something is published at a moment."""
    if publication is None or (publication.draft and not with_drafts):
        return False
    is_too_early = publication.publish_at is not None and as_of < publication.publish_at
    is_too_late = publication.expires_at is not None and publication.expires_at <= as_of
    return not is_too_early and not is_too_late


def _records(
    records: Iterable[Record], as_of: datetime, *, with_drafts: bool
) -> tuple[dict[str, dict[str, Record]], dict[str, dict[str, Record]]]:
    """Return the records that are published at a moment, and those that are not; of those of one id the first."""
    published: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
    withheld: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
    for record in records:
        if record.id not in published[record.kind] and record.id not in withheld[record.kind]:
            is_shown = is_public(record.publication, as_of, with_drafts=with_drafts)
            (published if is_shown else withheld)[record.kind][record.id] = record
    return published, withheld


def _mentions(published: ByKind) -> Mentions:
    """Return what names each thing, in the order of kinds and ids."""
    found: defaultdict[Thing, list[tuple[AnyItem, str]]] = defaultdict(list)
    for items in published.values():
        for item in items.values():
            for field, kind, named in _named(item):
                found[kind, named].append((item, field))
    return found


def _named(item: AnyItem) -> Iterator[Reference]:
    """Yield each thing that an item names in its facts and words, and each figure and source that its bodies rest on.

    What a figure rests on, whoever shows it rests on too.
    """
    named = [reference for document in item.documents.values() for reference in document.references]
    shown = {figure for outline in item.outlines.values() for figure in outline.figures}
    sources = {source for outline in item.outlines.values() for source in outline.sources}
    sources |= {cited.source for cited in item.cited}
    yield from named
    yield from (Reference(BODY, "figure", figure) for figure in sorted(shown))
    yield from (Reference(BODY, "source", source) for source in sorted(sources))
