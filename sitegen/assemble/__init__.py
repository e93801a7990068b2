"""assemble: documents and bodies -> the site as it stands at one moment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.common import Facts
from sitegen.kinds.references import references
from sitegen.model import AnyItem, Content, Document, Html, Item, Mention, Record, Site

__all__ = ["assemble"]

Bodies = Mapping[tuple[str, str, str], Html]
ByKind = dict[str, dict[str, AnyItem]]


def assemble(content: Content, bodies: Bodies, as_of: datetime, *, with_drafts: bool = False) -> Site:
    """Return the site; `bodies` holds the HTML of each document by kind, id and language."""
    published: ByKind = {kind: {} for kind in PAGE_KINDS}
    withheld: ByKind = {kind: {} for kind in PAGE_KINDS}
    languages = tuple(language.code for language in content.settings.languages)
    for item in _items(content.documents, bodies, languages):
        place = published if _is_public(item.facts, as_of, with_drafts=with_drafts) else withheld
        place[item.kind][item.id] = item
    return Site(
        settings=content.settings,
        settings_origin=content.settings_origin,
        strings=content.strings,
        as_of=as_of,
        items=published,
        withheld=withheld,
        records=_records(content.records),
        updates={log.task: log for log in content.updates},
        datasets=content.datasets,
        mentions=_mentions(published),
        broken=content.broken,
    )


def _items(documents: Iterable[Document], bodies: Bodies, languages: tuple[str, ...]) -> Iterable[AnyItem]:
    versions: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in documents:
        versions[document.kind, document.id].append(document)
    for (kind, identifier), found in versions.items():
        found.sort(key=lambda document: languages.index(document.language))
        bearer = next((document for document in found if document.facts is not None), None)
        if bearer is not None and bearer.facts is not None:
            yield _item(kind, identifier, bearer.facts, bearer, found, bodies)


def _item(  # noqa: PLR0913  # what an item is made of
    kind: str, identifier: str, facts: Facts, bearer: Document, versions: list[Document], bodies: Bodies
) -> AnyItem:
    return Item(
        kind=kind,
        id=identifier,
        facts=facts,
        facts_origin=bearer.origin,
        words={version.language: version.words for version in versions},
        bodies={version.language: bodies[kind, identifier, version.language] for version in versions},
        origins={version.language: version.origin for version in versions},
    )


def _is_public(facts: Facts, as_of: datetime, *, with_drafts: bool) -> bool:
    if facts.draft and not with_drafts:
        return False
    is_too_early = facts.publish_at is not None and as_of < facts.publish_at
    is_too_late = facts.expires_at is not None and facts.expires_at <= as_of
    return not is_too_early and not is_too_late


def _records(records: Iterable[Record]) -> dict[str, dict[str, Record]]:
    by_kind: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
    for record in records:
        by_kind[record.kind].setdefault(record.id, record)
    return by_kind


def _mentions(published: ByKind) -> dict[tuple[str, str], tuple[Mention, ...]]:
    """Return what names each thing, in the order of kinds and ids."""
    found: dict[tuple[str, str], dict[Mention, None]] = defaultdict(dict)
    for items in published.values():
        for item in items.values():
            for reference in references(item.facts):
                mention = Mention(reference.field.partition(".")[0], item.kind, item.id)
                found[reference.kind, reference.id][mention] = None
    return {thing: tuple(mentions) for thing, mentions in found.items()}
