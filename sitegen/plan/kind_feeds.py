"""Feeds of one kind of things: news, reports on tasks, events.

Their list names them; there is none without that, nor where there is nothing to tell.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from heapq import nsmallest
from typing import NamedTuple, cast

from sitegen.files import Output
from sitegen.kinds.task import TaskFacts, TaskWords, Update
from sitegen.model import AnyItem
from sitegen.plan import channels
from sitegen.plan.atom import ENTRIES, Entry, Feed, midnight
from sitegen.plan.standings import status_in_words
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import events_in_order, news_in_order
from sitegen.urls import SECTIONS, UPDATES, kind_feed
from sitegen.values import Period
from sitegen.views.parts import FeedLink


class Told(NamedTuple):
    """Something to tell of a thing: on which day, and the report that tells it, if it is one on a task."""

    on: date
    item: AnyItem
    update: Update | None = None


def feed(kind: str, root: Standpoint) -> Iterator[Output]:
    """Yield the feed of a kind in a language, if full addresses are known."""
    head = _head(kind, root)
    newest = nsmallest(ENTRIES, TOLD[kind](root) if head else (), key=lambda told: (-told.on.toordinal(), told.item.id))
    if head and newest:
        about = Feed(_title(head, root), " ".join(root.summary(head).text.split()), root.location("page", head.id))
        yield from channels.files(kind_feed(kind), about, [_entry(told, root) for told in newest], root)


def links(kind: str, at: Standpoint) -> tuple[FeedLink, ...]:
    """Return how the list of a kind names its feed; nothing for a kind that has none."""
    head = _head(kind, at) if kind in TOLD else None
    if head is None or not any(TOLD[kind](at)):
        return ()
    return channels.links(kind_feed(kind), _title(head, at), at)


def _head(kind: str, at: Standpoint) -> AnyItem | None:
    """Return what heads the list of a kind in this language, if full addresses are known."""
    head = at.item("page", SECTIONS[kind]) if at.linker.base_url else None
    return head if head and at.language in head.words else None


def _title(head: AnyItem, at: Standpoint) -> str:
    return f"{at.title(head).text} | {at.phrase(at.settings.name).text}"


def _news(at: Standpoint) -> Iterator[Told]:
    for item in news_in_order(at):
        issued = item.facts.issued_on
        on = item.facts.updated_on or (issued.first if isinstance(issued, Period) else None)
        if on and at.language in item.words:
            yield Told(on, cast("AnyItem", item))


def _events(at: Standpoint) -> Iterator[Told]:
    for item in events_in_order(at):
        days = (item.facts.updated_on, *(change.on for change in item.facts.changes))
        on = max(filter(None, days), default=None)
        if on and at.language in item.words:
            yield Told(on, cast("AnyItem", item))


def _reports(at: Standpoint) -> Iterator[Told]:
    for task in at.items("task", TaskFacts, TaskWords):
        if at.language in task.words:
            yield from (Told(update.as_of, cast("AnyItem", task), update) for update in at.updates(task.id))


TOLD: Mapping[str, Callable[[Standpoint], Iterator[Told]]] = {"news": _news, "task": _reports, "event": _events}
"""What is told of each kind that has a feed."""


def _entry(told: Told, at: Standpoint) -> Entry:
    title, address = at.title(told.item).text, at.linker.full(at.location(told.item.kind, told.item.id))
    update, on = told.update, midnight(told.on, at)
    if update is None:
        return Entry(title, address, address, on, " ".join(at.summary(told.item).text.split()))
    status = status_in_words(update.status, at)
    done = " ".join(at.phrase(update.done).text.split())
    return Entry(f"{title}: {status.label}", f"{address}#update-{update.period.text}", f"{address}#{UPDATES}", on, done)
