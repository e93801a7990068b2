"""What will stop the build later: a link, say, to something that is taken down at an hour when nobody is there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import structs

from sitegen.assemble import Assembly
from sitegen.check import check_links, check_sites, problems_in
from sitegen.desk import words
from sitegen.desk.calendar import turns
from sitegen.desk.findings import Finding, about, about_record
from sitegen.diagnostics import Diagnostic, Message, errors
from sitegen.model import Site
from sitegen.values import written


def breaking(assembly: Assembly, site: Site, now: datetime) -> Iterator[Finding]:
    """Yield the errors that the content as it is now will have at each moment something is published or taken down.

    They are told where they will be, and of what is linked to, as it is that which comes or goes.
    """
    known = _errors(site)
    for moment in sorted(set(turns(assembly, now))):
        found = sorted(_errors(assembly.at(moment)) - known)
        for problem in found:
            yield _at_its_place(problem, moment, site)
        yield from _linked(found, moment, site)
        known |= set(found)


def _errors(site: Site) -> set[Diagnostic]:
    (checked,) = check_sites((site,))
    return set(errors((*problems_in(checked.head), *check_links(site))))


def _at_its_place(problem: Diagnostic, moment: datetime, site: Site) -> Finding:
    said = {"problem": Message(problem.message, {**problem.named()}), "fix": Message(problem.fix, {**problem.named()})}
    note = words.BREAKING if problem.fix else words.BROKEN
    for item in site.every:
        for document in item.documents.values():
            if document.origin.path == problem.place.path:
                found = about(item, "breaking", note, at=document, on=written(moment), line=problem.place.line)
                return structs.replace(found, values=said)
    return Finding(
        sort="breaking", owner="", kind="", id="", title={}, path=problem.place.path, line=problem.place.line,
        on=written(moment), note=note, values=said,
    )  # fmt: skip


def _linked(problems: Iterable[Diagnostic], moment: datetime, site: Site) -> Iterator[Finding]:
    """Yield each thing that links lead to which will fail, with where those links are."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for problem in problems:
        if target := dict(problem.values).get("target"):
            places[target].append(f"{problem.place.path}:{problem.place.line}")
    for item in site.every:
        if found := places.get(f"{item.kind}:{item.id}"):
            yield about(item, "breaking", words.LINKED, on=written(moment), places=", ".join(found))
    for record in site.every_record:
        if found := places.get(f"{record.kind}:{record.id}"):
            yield about_record(record, "breaking", words.LINKED, on=written(moment), places=", ".join(found))
