"""A feed for each language: the newest things on the site."""

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import nsmallest

from sitegen.files import Output
from sitegen.model import AnyItem
from sitegen.plan import channels
from sitegen.plan.atom import ENTRIES, Entry, Feed, midnight
from sitegen.plan.indexing import is_indexed
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import FEED, HOME


def feed(root: Standpoint) -> Iterator[Output]:
    """Yield the feed of a language in both forms, if the full addresses of pages are known."""
    if root.linker.base_url:
        settings, home = root.settings, root.location("page", HOME)
        about = Feed(root.phrase(settings.name).text, root.phrase(settings.description).text, home)
        yield from channels.files(FEED, about, tuple(_entries(newest(root), root)), root)


def newest(at: Standpoint) -> tuple[tuple[date, AnyItem], ...]:
    """Return the things in this language that were updated last, with the day, the newest first."""
    found = (
        (day, item)
        for item in filter(is_indexed, at.published())
        if at.language in item.words and (day := item.facts.updated_on)
    )
    return tuple(nsmallest(ENTRIES, found, key=lambda one: (-one[0].toordinal(), one[1].kind, one[1].id)))


def _entries(things: Iterable[tuple[date, AnyItem]], at: Standpoint) -> Iterator[Entry]:
    for day, item in things:
        address = at.linker.full(at.location(item.kind, item.id))
        summary = " ".join(at.summary(item).text.split())
        yield Entry(at.title(item).text, address, address, midnight(day, at), summary)
