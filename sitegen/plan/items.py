"""The page of each item, and of each record that has one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

from msgspec import Struct

from sitegen.files import Output
from sitegen.kinds.agency import Agency
from sitegen.kinds.page import PageFacts, PageWords
from sitegen.kinds.records import QuizItem
from sitegen.model import AnyItem, Card, Item, Job
from sitegen.plan import (
    actions,
    agencies,
    cards,
    changes,
    data_page,
    embeds,
    events,
    home,
    indicators,
    kits,
    meetings,
    news,
    pledges,
    press,
    sources,
    strategies,
    tasks,
)
from sitegen.plan.frame import item_page, record_page
from sitegen.plan.jobs import job
from sitegen.plan.references import noting, noting_list, noting_record
from sitegen.plan.search import search_page
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import CORRECTIONS, DATA, EMBEDDING, HOME, NOT_FOUND, PLEDGE, PRESS
from sitegen.views.pages import Text
from sitegen.views.parts import Fact


class Detail(Struct, frozen=True):
    """How the page of an item of a kind is made: template, what it shows, its facts, and the files beside it."""

    template: str
    view: Callable[[Any, Standpoint], Struct]
    facts: Callable[[Any, Standpoint], tuple[Fact, ...]]
    files: Callable[[Any, Standpoint], Iterable[Output]] = lambda _item, _at: ()


DETAILS: Mapping[str, Detail] = {
    "strategy": Detail("strategy", strategies.detail, strategies.strategy_facts),
    "task": Detail("task", tasks.detail, tasks.task_facts),
    "meeting": Detail("meeting", meetings.detail, meetings.meeting_facts),
    "news": Detail("news", news.detail, news.news_facts),
    "event": Detail("event", events.detail, events.event_facts, events.files),
    "action": Detail("action", actions.detail, actions.action_facts),
    "indicator": Detail("indicator", indicators.detail, indicators.indicator_facts),
    "source": Detail("source", sources.detail, sources.source_facts),
}


def item(kind: str, identifier: str, root: Standpoint) -> Iterator[Job | Output | Card]:
    """Yield the page of an item in the language of `root`, the files beside it, and its card."""
    found = root.the(kind, identifier)
    at = _standpoint(found, root)
    if kind == "page":
        template, view, known = _page(cast("Item[PageFacts, PageWords]", found), at)
    else:
        detail = DETAILS[kind]
        template, view, known = detail.template, detail.view(found, at), detail.facts(found, at)
        yield from detail.files(found, at)
    yield job(template, view, item_page(found, known, at), at, tuple(found.words))
    yield from cards.of_item(found, at)


def agency(identifier: str, root: Standpoint) -> Iterator[Job]:
    """Yield the page of an agency in the language of `root`."""
    found = cast("Agency", root.record("agency", identifier))
    at = noting_record(found, root.on("agency", identifier))
    known = agencies.agency_facts(found, at)
    page = record_page("agency", at.phrase(found.name), agencies.summary(found, at), known, at)
    yield job("agency", agencies.detail(found, at), page, at, at.languages)


def _standpoint(found: AnyItem, root: Standpoint) -> Standpoint:
    """Return the standpoint of an item's page, with what it rests on; on a kit, what its answers rest on as well."""
    at = root.on(found.kind, found.id)
    if isinstance(found.facts, PageFacts) and found.facts.kit:
        return noting_list(found, at.records("quiz", QuizItem), at)
    return noting(found, at)


PAGES: Mapping[str, tuple[str, Callable[[Any, Standpoint], Struct]]] = {
    HOME: ("home", home.home),
    NOT_FOUND: ("404", home.not_found),
    CORRECTIONS: ("corrections", lambda _, at: changes.corrections(at)),
    PLEDGE: ("pledge", lambda _, at: pledges.pledge(at)),
    EMBEDDING: ("embedding", lambda _, at: embeds.embedding(at)),
    DATA: ("data", data_page.data),
    PRESS: ("press", lambda _, at: press.press(at)),
}
"""Pages that show more than words, by their ids: template, and what it shows."""


def _page(page: Item[PageFacts, PageWords], at: Standpoint) -> tuple[str, Struct, tuple[Fact, ...]]:
    if page.id in PAGES:
        template, view = PAGES[page.id]
        return template, view(page, at), ()
    if page.id == at.settings.search:
        return "search", search_page(at), ()
    if page.facts.kit:
        return "kit", kits.kit(page.facts.kit, at), ()
    return "text", Text(), ()
