"""The list of each kind."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from sitegen.model import Job
from sitegen.plan import (
    actions,
    agencies,
    events,
    indicators,
    meetings,
    news,
    records,
    sources,
    strategies,
    tasks,
)
from sitegen.plan.frame import item_page
from sitegen.plan.jobs import job
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import SECTIONS

LISTS: Mapping[str, tuple[str, Callable[[Standpoint], Struct]]] = {
    "strategy": ("strategy-list", strategies.listing),
    "task": ("list", tasks.listing),
    "meeting": ("list", meetings.listing),
    "news": ("list", news.listing),
    "event": ("list", events.listing),
    "action": ("list", actions.listing),
    "indicator": ("list", indicators.listing),
    "source": ("list", sources.listing),
    "agency": ("list", agencies.listing),
    "term": ("entries", records.terms),
    "figure": ("entries", records.figures),
    "question": ("entries", records.questions),
    "milestone": ("entries", records.milestones),
    "quiz": ("quiz", records.quiz),
}


def pages(kind: str, root: Standpoint) -> Iterator[Job]:
    """Yield every page of a kind's list in the language of `root`."""
    at, head = root.on("page", SECTIONS[kind]), root.the("page", SECTIONS[kind])
    template, listing = LISTS[kind]
    yield job(template, listing(at), item_page(head, (), at), at, tuple(head.words))
