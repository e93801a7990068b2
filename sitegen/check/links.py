"""Links by id in bodies: they must lead somewhere that readers can go."""

import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from urllib.parse import unquote

from sitegen.check.subjects import exists, known_ids, subjects
from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds.names import noun
from sitegen.kinds.source import SourceFacts
from sitegen.model import PICTURE, AnyItem, Link, Origin, Site
from sitegen.urls import passage_anchor


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for every link in a body that leads nowhere, or to a heading that is not there."""
    public = {f"{kind}:{identifier}" for kind, items in site.items.items() for identifier in items}
    for item in subjects(site):
        for language, outline in item.outlines.items():
            if all(target in public for target in outline.targets):
                continue
            for link in outline.links:
                if link.target not in public:
                    yield from _link(site, item, link, language)


def _link(site: Site, item: AnyItem, link: Link, language: str) -> Iterator[Diagnostic]:
    place = _place(item.documents[language].origin, link)
    if not exists(site, link.kind, link.id):
        yield _broken(site, link, place)
    elif _leads_to_withheld(site, item, link):
        yield error(
            "link-unpublished",
            place,
            '"{target}" is not published, so readers cannot see this picture'
            if link.kind == PICTURE
            else '"{target}" is not published, so readers cannot follow this link',
            "publish it first, or remove the picture"
            if link.kind == PICTURE
            else "publish it first, or remove the link",
            target=f"{link.kind}:{link.id}",
        )
    elif link.anchor:
        yield from _anchor(site, link, place, language)


def _leads_to_withheld(site: Site, item: AnyItem, link: Link) -> bool:
    withheld = site.withheld.get(link.kind) or site.withheld_records.get(link.kind, {})
    return item.id in site.items[item.kind] and link.id in withheld


def _anchor(site: Site, link: Link, place: Place, language: str) -> Iterator[Diagnostic]:
    wanted = unicodedata.normalize("NFC", unquote(link.anchor))
    anchors, passages = _anchors(site, link, language)
    if wanted not in anchors and wanted not in passages:
        guess = nearest(link.anchor, anchors | passages)
        yield error(
            "missing-anchor",
            place,
            'the page {target} has no heading or anchor "{anchor}"; did you mean "{guess}"?'
            if guess
            else 'the page {target} has no heading or anchor "{anchor}"',
            "write #{guess}" if guess else "remove #{anchor}, or write one that is there",
            target=f"{link.kind}:{link.id}",
            anchor=link.anchor,
            guess=guess,
        )


def _anchors(site: Site, link: Link, language: str) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """Return what a link to a page may add after #: its headings and ids, and the passages of a source."""
    target = site.items.get(link.kind, {}).get(link.id)
    if target is None:
        return frozenset(), frozenset()
    outline = target.outlines.get(language) or next(iter(target.outlines.values()))
    passages = target.facts.passages if isinstance(target.facts, SourceFacts) else ()
    return outline.anchors, {passage_anchor(passage.id) for passage in passages}


def _broken(site: Site, link: Link, place: Place) -> Diagnostic:
    guess = nearest(link.id, known_ids(site, link.kind))
    return error(
        "broken-link",
        place,
        'there is no {called} with the id "{id}"; did you mean "{guess}"?'
        if guess
        else 'there is no {called} with the id "{id}"',
        "write {kind}:{guess}" if guess else "write the id of one that exists, or remove the link",
        called=noun(link.kind),
        kind=link.kind,
        id=link.id,
        guess=guess,
    )


def _place(origin: Origin, link: Link) -> Place:
    return Place(origin.path, origin.body_line + link.line - 1, link.column, link.length)
