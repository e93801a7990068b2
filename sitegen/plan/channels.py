"""Feeds in both forms that readers' programs know, and how pages name them."""

from collections.abc import Iterator, Sequence

from sitegen.files import Output
from sitegen.hosting.types import ATOM, JSON_FEED
from sitegen.plan import atom, json_feed
from sitegen.plan.atom import Entry, Feed
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import json_beside
from sitegen.views.parts import FeedLink


def files(there: str, feed: Feed, entries: Sequence[Entry], root: Standpoint) -> Iterator[Output]:
    """Yield a feed as Atom at an address in the language of `root`, and as JSON beside it."""
    for path, written in ((there, atom.written), (json_beside(there), json_feed.written)):
        at = root.moved(root.root + path)
        yield Output(at.here, written(feed, entries, at).encode())


def links(there: str, title: str, at: Standpoint) -> tuple[FeedLink, ...]:
    """Return how a page names a feed; nothing if full addresses are not known, for then there is none."""
    if not at.linker.base_url:
        return ()
    return tuple(
        FeedLink(type_, title, at.linker.href(at.here, at.root + path))
        for type_, path in ((ATOM, there), (JSON_FEED, json_beside(there)))
    )
