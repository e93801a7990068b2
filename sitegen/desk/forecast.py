"""What will stop the build later: a link, say, to something that is taken down at an hour when nobody is there."""

from collections.abc import Iterator
from datetime import datetime

from sitegen.assemble import Assembly
from sitegen.check import check_links, check_sites, problems_in
from sitegen.desk import words
from sitegen.desk.calendar import turns
from sitegen.desk.findings import Finding, about, written
from sitegen.diagnostics import Diagnostic, errors
from sitegen.model import AnyItem, Site


def breaking(assembly: Assembly, site: Site, now: datetime) -> Iterator[Finding]:
    """Yield the errors that the content as it is now will have at each moment something is published or taken down."""
    known = _errors(site)
    for moment in sorted(set(turns(assembly, now))):
        found = _errors(assembly.at(moment))
        for problem in sorted(found - known):
            yield _finding(problem, moment, site)
        known |= found


def _errors(site: Site) -> set[Diagnostic]:
    (checked,) = check_sites((site,))
    return set(errors((*problems_in(checked.head), *check_links(site))))


def _finding(problem: Diagnostic, moment: datetime, site: Site) -> Finding:
    said = {"problem": problem.text(), "fix": problem.fix_text()}
    for item in _items(site):
        for document in item.documents.values():
            if document.origin.path == problem.place.path:
                return about(
                    item, "breaking", words.BREAKING, at=document, on=written(moment), line=problem.place.line, **said
                )
    return Finding(
        sort="breaking", owner="", kind="", id="", title={}, path=problem.place.path, line=problem.place.line,
        on=written(moment), note=words.BREAKING, values=said,
    )  # fmt: skip


def _items(site: Site) -> Iterator[AnyItem]:
    for by_kind in (site.items, site.withheld):
        for items in by_kind.values():
            yield from items.values()
