"""The report: every finding about a site as of a moment, in the order in which people are to read them."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import cast, get_args

from msgspec import Struct

from sitegen.assemble import Assembly
from sitegen.desk import calendar, events, forecast, tasks, translations
from sitegen.desk.findings import Finding, Sort
from sitegen.desk.weights import Weight
from sitegen.kinds.agency import Agency
from sitegen.model import AnyItem, Record, Site
from sitegen.values import Text

URGENCY: Mapping[Sort, int] = {sort: place for place, sort in enumerate(get_args(Sort))}


class Report(Struct, frozen=True):
    """Everything that needs a person, by agency, and what else the desk should know.

    `is_whole` says that there is no error in the content, so that nothing can be missing.
    """

    site: Text
    now: datetime
    next_change: datetime | None
    findings: tuple[Finding, ...]
    heaviest: tuple[Weight, ...]
    agencies: Mapping[str, Text]
    is_whole: bool

    @property
    def by_owner(self) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
        """The findings of each agency, in the order of agencies; at the end, under no name, those of none."""
        return tuple((owner, tuple(found)) for owner, found in groupby(self.findings, attrgetter("owner")))


def report(  # noqa: PLR0913  # what a report is about
    assembly: Assembly, site: Site, now: datetime, heaviest: tuple[Weight, ...], *, limit: int, is_whole: bool
) -> Report:
    """Return the report on a site as of `now`; tasks should be reported on every `limit` days."""
    every = {**site.records["agency"], **site.withheld_records["agency"]}
    agencies = {identifier: cast("Agency", found.value).name for identifier, found in every.items()}
    order = {identifier: place for place, identifier in enumerate(agencies)}

    def rank(finding: Finding) -> tuple[object, ...]:
        owner = finding.owner
        place = order.get(owner, len(order)), not owner, owner
        return (*place, URGENCY[finding.sort], finding.on, finding.path, finding.line, finding.language)

    return Report(
        site=site.settings.name,
        now=now,
        next_change=calendar.next_change(assembly, site, now),
        findings=tuple(sorted(_findings(assembly, site, now, limit), key=rank)),
        heaviest=heaviest,
        agencies=agencies,
        is_whole=is_whole,
    )


def _findings(assembly: Assembly, site: Site, now: datetime, limit: int) -> Iterator[Finding]:
    for item in _subjects(site, now):
        yield from calendar.of_item(item, now)
        if not item.facts.draft:
            yield from translations.of_item(item, site)
    for task in site.items["task"].values():
        yield from tasks.of_task(task, site, limit)
    for event in site.items["event"].values():
        yield from events.of_event(event, site)
    for log in site.updates.values():
        yield from translations.of_updates(log, site)
    for record in _records(site, now):
        yield from calendar.of_record(record, now)
        if not record.is_draft:
            yield from translations.of_record(record, site)
    yield from forecast.breaking(assembly, site, now)


def _subjects(site: Site, now: datetime) -> Iterator[AnyItem]:
    """Yield every item but those that are published no longer."""
    return (item for item in site.every if _is_to_be_seen(item.facts.expires_at, now))


def _records(site: Site, now: datetime) -> Iterator[Record]:
    """Yield every record but those that are published no longer."""
    return (record for record in site.every_record if _is_to_be_seen(record.publication.expires_at, now))


def _is_to_be_seen(expires_at: datetime | None, now: datetime) -> bool:
    return expires_at is None or now < expires_at
