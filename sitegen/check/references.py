"""References between things: every id that a fact or a text names must be the id of something."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.check.subjects import exists, known_ids, logs, records, subjects
from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds.names import noun
from sitegen.kinds.references import Reference, references
from sitegen.kinds.telling import marked
from sitegen.model import Origin, Site


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for every reference to something that does not exist."""
    for found in named(site):
        if not exists(site, found.reference.kind, found.reference.id):
            yield unknown(site, found.reference.kind, found.reference.id, found.place)


class Named(Struct, frozen=True):
    """What something names, where it was written, and whether what names it is published."""

    reference: Reference
    origin: Origin
    is_public: bool

    @property
    def place(self) -> Place:
        """Where it is named."""
        return self.origin.place(self.reference.field)


def named(site: Site) -> Iterator[Named]:
    """Yield what everything but bodies names."""
    for item in subjects(site):
        is_public = item.id in site.items[item.kind]
        for document in item.documents.values():
            yield from (Named(reference, document.origin, is_public) for reference in document.references)
    for record in records(site):
        is_public = record.id in site.records[record.kind]
        yield from (Named(reference, record.origin, is_public) for reference in record.references)
    for log in logs(site):
        for number, update in enumerate(log.updates):
            found = (*references(update, f"{number}."), *marked(update, f"{number}."))
            yield from (Named(reference, log.origin, log.task in site.items["task"]) for reference in found)
    yield from (Named(reference, site.settings_origin, is_public=True) for reference in references(site.settings))


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
