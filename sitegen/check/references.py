"""References between things: every id that a fact names must be the id of something."""

from collections.abc import Iterable, Iterator

from sitegen.check.subjects import exists, known_ids, logs, records, subjects
from sitegen.diagnostics import Diagnostic, error, nearest
from sitegen.kinds.names import noun
from sitegen.kinds.references import Reference, references
from sitegen.model import Origin, Site


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for every reference to something that does not exist."""
    for item in subjects(site):
        yield from _unresolved(site, item.bearer.references, item.facts_origin)
    for record in records(site):
        yield from _unresolved(site, record.references, record.origin)
    for log in logs(site):
        for number, update in enumerate(log.updates):
            yield from _unresolved(site, references(update, f"{number}."), log.origin)
    yield from _unresolved(site, references(site.settings), site.settings_origin)


def _unresolved(site: Site, named: Iterable[Reference], origin: Origin) -> Iterator[Diagnostic]:
    for reference in named:
        if not exists(site, reference.kind, reference.id):
            yield _unknown(site, reference, origin)


def _unknown(site: Site, reference: Reference, origin: Origin) -> Diagnostic:
    guess = nearest(reference.id, known_ids(site, reference.kind))
    return error(
        "unknown-id",
        origin.place(reference.field),
        'there is no {called} with the id "{id}"; did you mean "{guess}"?'
        if guess
        else 'there is no {called} with the id "{id}"',
        "write {guess}" if guess else "write the id of one that exists, or add it",
        called=noun(reference.kind),
        id=reference.id,
        guess=guess,
    )
