"""check: the whole site -> problems: references, links, addresses, and the rules of each kind."""

from collections.abc import Sequence

import msgspec

from sitegen.check import citations, figures, links
from sitegen.check.assertions import Bodies, check_bodies, is_looked_through
from sitegen.check.claims import in_bodies
from sitegen.diagnostics import Diagnostic
from sitegen.fingerprint import fingerprint
from sitegen.model import Site
from sitegen.results import Result

__all__ = ["Bodies", "check_bodies", "check_links", "check_sites", "is_looked_through", "problems_in", "seen_by_check"]


def check_links(site: Site) -> tuple[Diagnostic, ...]:
    """Return every problem with links between bodies, and with what they cite and show."""
    found = tuple(in_bodies(site))
    return (*links.check(site), *citations.check_located(site, found), *figures.check_located(site, found))


def check_sites(sites: Sequence[Site]) -> tuple[Result, ...]:
    """Return every problem of each site but those with links between bodies."""
    from sitegen.check.rules import check  # noqa: PLC0415  # most builds need not look again

    return tuple(Result(msgspec.msgpack.encode(check(site))) for site in sites)


def problems_in(head: bytes) -> tuple[Diagnostic, ...]:
    """Return the problems that were found."""
    return msgspec.msgpack.decode(head, type=tuple[Diagnostic, ...])


def seen_by_check(site: Site) -> bytes:
    """Return the fingerprint of everything in a site but its bodies, and of where it was written."""
    whole = site.settings, site.settings_origin, site.strings, site.today, site.updates, site.datasets, site.broken
    documents = (document for item in site.every for document in item.documents.values())
    kept = site.items, site.withheld, site.records, site.withheld_records
    counts = [len(by_id) for by_kind in kept for by_id in by_kind.values()]
    return fingerprint(
        msgspec.msgpack.encode((whole, site.with_drafts, counts), order="deterministic"),
        *(part for each in documents for part in (each.origin.path, each.fingerprint, each.origin.places)),
        *(part for each in site.every_record for part in (each.id, each.fingerprint, each.origin.places)),
    )
