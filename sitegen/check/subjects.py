"""What is checked: everything but drafts, and where things can be found."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from sitegen.kinds.common import Facts, Words
from sitegen.model import AnyItem, Item, Record, Site, UpdateLog

F = TypeVar("F", bound=Facts)
W = TypeVar("W", bound=Words)


def subjects(site: Site) -> Iterator[AnyItem]:
    """Yield every item that is or will be or was published."""
    return (item for item in site.every if not item.is_draft or item.id in site.items[item.kind])


def records(site: Site) -> Iterator[Record]:
    """Yield every record that is or will be or was published."""
    return (record for record in site.every_record if not record.is_draft or record.id in site.records[record.kind])


def logs(site: Site) -> Iterator[UpdateLog]:
    """Yield the updates of every task but drafts."""
    for log in site.updates.values():
        withheld = site.withheld["task"].get(log.task)
        if withheld is None or not withheld.is_draft:
            yield log


def of_kind(site: Site, kind: str, facts: type[F], words: type[W]) -> Iterator[Item[F, W]]:  # noqa: ARG001  # they name the types
    """Yield the subjects of one kind, typed by its facts and words."""
    return (cast("Item[F, W]", item) for item in subjects(site) if item.kind == kind)


def shown_on(item: AnyItem, site: Site) -> date:
    """Return the first day on which readers see an item as it is: today, or when it is to be published."""
    publish_at = item.facts.publish_at
    if publish_at is None:
        return site.today
    return max(site.today, publish_at.astimezone(ZoneInfo(site.settings.timezone)).date())


def exists(site: Site, kind: str, identifier: str) -> bool:
    """Whether there is such a thing at all, published or not, understood or not.

    Where not even all ids of a kind could be understood, any may be one of them.
    """
    return (
        identifier in site.items.get(kind, {})
        or identifier in site.withheld.get(kind, {})
        or identifier in site.records.get(kind, {})
        or identifier in site.withheld_records.get(kind, {})
        or (kind, identifier) in site.broken
        or (kind, "") in site.broken
    )


def known_ids(site: Site, kind: str) -> set[str]:
    """Return the ids of every thing of a kind."""
    return {
        *site.items.get(kind, {}),
        *site.withheld.get(kind, {}),
        *site.records.get(kind, {}),
        *site.withheld_records.get(kind, {}),
        *(identifier for broken_kind, identifier in site.broken if broken_kind == kind),
    }
