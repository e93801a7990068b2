"""The page for the press: what may be quoted, what there is to download, and where to look further."""

from collections.abc import Iterator

from sitegen.plan.data_page import charts
from sitegen.plan.rows import news_row
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import news_in_order
from sitegen.urls import CORRECTIONS, CORRECTIONS_FEED, FEED
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Phrase

NEWS_SHOWN = 3


def press(at: Standpoint) -> views.Press:
    """Return what the page shows beside its text."""
    return views.Press(
        news=tuple(news_row(item, at) for item in news_in_order(at)[:NEWS_SHOWN]),
        charts=charts(at),
        feeds=tuple(_feeds(at)),
    )


def _feeds(at: Standpoint) -> Iterator[Anchor]:
    """Yield the feeds there are, if full addresses are known."""
    if not at.linker.base_url:
        return
    yield Anchor(at.linker.href(at.here, at.root + FEED), Phrase(at.say("press_feed")))
    if at.item("page", CORRECTIONS) is not None:
        yield Anchor(at.linker.href(at.here, at.root + CORRECTIONS_FEED), Phrase(at.say("corrections_feed")))
