"""Where the content rests on something: each figure and citation, with its place, and whether readers see it."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.check.subjects import logs, records, subjects
from sitegen.claims import Claim, claims_in, may_occur
from sitegen.diagnostics import Place
from sitegen.kinds.telling import tellings
from sitegen.model import AnyItem, Document, Origin, Site


class Located(Struct, frozen=True):
    """A figure or a citation, where it is written, and whether what it stands in is published."""

    claim: Claim
    place: Place
    is_public: bool


def in_bodies(site: Site) -> Iterator[Located]:
    """Yield those in bodies, where each has its line and column."""
    for item in subjects(site):
        is_public = _is_public(item, site)
        for language, outline in item.outlines.items():
            for claim in outline.claims if outline.sources or outline.figures else ():
                origin = item.documents[language].origin
                line = origin.body_line + claim.line - 1
                yield Located(claim, Place(origin.path, line, claim.column, claim.length), is_public)


def in_texts(site: Site) -> Iterator[Located]:
    """Yield those in texts of front matter, of records and of updates, each at its field."""
    for item in subjects(site):
        for document in item.documents.values():
            if may_occur(bytes(document.encoded_words)) or may_occur(bytes(document.encoded_facts)):
                yield from _in_document(document, is_public=_is_public(item, site))
    for record in records(site):
        if may_occur(bytes(record.encoded)):
            yield from _in_value(record.value, record.origin, is_public=record.id in site.records[record.kind])
    for log in logs(site):
        for number, update in enumerate(log.updates):
            yield from _in_value(update, log.origin, f"{number}.", is_public=log.task in site.items["task"])


def _in_document(document: Document, *, is_public: bool) -> Iterator[Located]:
    yield from _in_value(document.words, document.origin, is_public=is_public)
    if document.has_facts:
        yield from _in_value(document.facts, document.origin, is_public=is_public)


def _in_value(value: Struct, origin: Origin, prefix: str = "", *, is_public: bool) -> Iterator[Located]:
    for telling in tellings(value, prefix):
        for claim in claims_in(telling.text):
            yield Located(claim, origin.place(telling.field), is_public)


def _is_public(item: AnyItem, site: Site) -> bool:
    return item.id in site.items[item.kind]
