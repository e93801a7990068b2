"""References between things: every id that a fact or a text names must be the id of something."""

from collections.abc import Iterator

from sitegen.check.subjects import exists, known_ids, logs, subjects
from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds.names import noun
from sitegen.kinds.references import Reference, references
from sitegen.kinds.telling import marked
from sitegen.model import Origin, Site


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for every reference to something that does not exist."""
    for reference, origin in named(site):
        if not exists(site, reference.kind, reference.id):
            yield unknown(site, reference.kind, reference.id, origin.place(reference.field))


def named(site: Site) -> Iterator[tuple[Reference, Origin]]:
    """Yield what everything but bodies names, with where it was written."""
    for item in subjects(site):
        for document in item.documents.values():
            yield from ((reference, document.origin) for reference in document.references)
    for record in (record for records in site.records.values() for record in records.values()):
        yield from ((reference, record.origin) for reference in record.references)
    for log in logs(site):
        for number, update in enumerate(log.updates):
            found = (*references(update, f"{number}."), *marked(update, f"{number}."))
            yield from ((reference, log.origin) for reference in found)
    yield from ((reference, site.settings_origin) for reference in references(site.settings))


def unknown(site: Site, kind: str, identifier: str, place: Place) -> Diagnostic:
    """Return that there is no such thing, and what was probably meant."""
    guess = nearest(identifier, known_ids(site, kind))
    return error(
        "unknown-id",
        place,
        'there is no {called} with the id "{id}"; did you mean "{guess}"?'
        if guess
        else 'there is no {called} with the id "{id}"',
        "write {guess}" if guess else "write the id of one that exists, or add it",
        called=noun(kind),
        id=identifier,
        guess=guess,
    )
