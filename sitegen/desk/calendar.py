"""What is coming: reviews, what is to be published and taken down, and when the site changes by itself."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import cast

from sitegen.assemble import Assembly, is_public, publications
from sitegen.desk import words
from sitegen.desk.findings import Finding, about, about_record
from sitegen.desk.tasks import days_of_task
from sitegen.kinds.records import Milestone
from sitegen.kinds.standing import NEW_DAYS
from sitegen.model import AnyItem, Publication, Record, Site
from sitegen.plan.times import EventItem, turns_on
from sitegen.urls import SECTIONS
from sitegen.values import written

SOON = timedelta(days=30)  # before a review is due
DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)


def of_item(item: AnyItem, now: datetime) -> Iterator[Finding]:
    """Yield what is coming for an item, and whether it has only just been published."""
    facts, today = item.facts, now.date()
    if facts.draft:
        yield about(item, "draft", words.DRAFT)
        return
    if facts.review_by and facts.review_by <= today:
        yield about(item, "review", words.REVIEW, on=facts.review_by.isoformat())
    elif facts.review_by and facts.review_by - today <= SOON:
        yield about(item, "review_soon", words.REVIEW_SOON, on=facts.review_by.isoformat())
    if facts.publish_at and now < facts.publish_at:
        yield about(item, "scheduled", words.SCHEDULED, on=_local(facts.publish_at, now))
    elif facts.publish_at and now - facts.publish_at <= timedelta(days=NEW_DAYS):
        yield about(item, "new", words.NEW, on=_local(facts.publish_at, now))
    if facts.expires_at and now < facts.expires_at:
        yield about(item, "expiring", words.EXPIRING, on=_local(facts.expires_at, now))


def of_record(record: Record, now: datetime) -> Iterator[Finding]:
    """Yield what is coming for a record, and whether it has only just been published."""
    publish_at, expires_at = record.publication.publish_at, record.publication.expires_at
    if record.is_draft:
        yield about_record(record, "draft", words.DRAFT_RECORD)
        return
    if publish_at and now < publish_at:
        yield about_record(record, "scheduled", words.SCHEDULED, on=_local(publish_at, now))
    elif publish_at and now - publish_at <= timedelta(days=NEW_DAYS):
        yield about_record(record, "new", words.NEW, on=_local(publish_at, now))
    if expires_at and now < expires_at:
        yield about_record(record, "expiring", words.EXPIRING, on=_local(expires_at, now))


def next_change(assembly: Assembly, site: Site, now: datetime) -> datetime | None:
    """Return the next moment, in the zone of `now`, from which on the same content makes another site; None for none.

    Something is published or taken down then; or it is a midnight after which an event is over, a milestone is
    reached, or a task is overdue, silent, new or new no more.
    """
    midnights = (datetime.combine(day, time(), now.tzinfo) for day in _days(site))
    ahead = [moment for moment in (*turns(assembly, now), *midnights) if moment > now]
    return min(ahead, default=None)


def turns(assembly: Assembly, now: datetime) -> Iterator[datetime]:
    """Yield the moments after `now`, in its zone, at which something begins or ceases to be published."""
    for publication in publications(assembly.content):
        for moment in (publication.publish_at, publication.expires_at):
            if moment is not None and moment > now and _turns(publication, moment, assembly):
                yield moment.astimezone(now.tzinfo)


def _turns(publication: Publication, moment: datetime, assembly: Assembly) -> bool:
    """Whether something is published before a moment or from it on, but not both."""
    before, after = (is_public(publication, when, with_drafts=assembly.with_drafts) for when in (moment - TICK, moment))
    return before != after


def _days(site: Site) -> Iterator[date]:
    """Yield the days on which pages say something else than on the day before."""
    for item in site.items["event"].values():
        if day := turns_on(cast("EventItem", item), site.today):
            yield day + DAY
    for item in site.items["task"].values():
        yield from days_of_task(item, site)
    for record in site.records["milestone"].values():
        milestone = cast("Milestone", record.value)
        if milestone.on_home or SECTIONS["milestone"] in site.items["page"]:
            yield milestone.on.first


def _local(moment: datetime, now: datetime) -> str:
    return written(moment.astimezone(now.tzinfo))
