"""Small pages for a frame on other sites: what comes next, and how tasks stand; and the page that says how to use them.

They are made in the languages that this page is in.
"""

from collections.abc import Callable, Iterator, Mapping
from html import escape

from msgspec import structs

from sitegen.kinds.page import PageFacts
from sitegen.model import Job
from sitegen.plan.calendar import holds
from sitegen.plan.frame import record_page
from sitegen.plan.jobs import job
from sitegen.plan.rows import chosen_tasks, event_rows, task_rows, tasks_in_order
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import EventItem, events_in_order, next_day
from sitegen.urls import EMBEDDING, EMBEDS, HOME, SECTIONS
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Phrase, Row

FEW = 4  # rows, so that a frame is no higher than a screen of a phone
HEIGHT = 460  # pixels that these need in a frame 300 wide
CODE = '<iframe src="{address}" title="{title}" width="100%" height="{height}" loading="lazy"></iframe>'


def pages(root: Standpoint) -> Iterator[Job]:
    """Yield the pages for frames in the language of `root`, if there is the page that says how to use them."""
    page = root.item("page", EMBEDDING)
    if page is not None and root.language in page.words:
        for kind in ROWS:
            yield _page(kind, root.moved(_address(kind, root)))


def embedding(at: Standpoint) -> views.Embedding:
    """Return what is to be copied for each of them; a full address stands in it, or what to put in its place."""
    base = at.linker.base_url.rstrip("/") or at.say("embed_address")
    return views.Embedding(
        tuple(_snippet(kind, base, at) for kind in ROWS), "" if at.linker.base_url else at.say("embed_unknown")
    )


def _snippet(kind: str, base: str, at: Standpoint) -> views.Snippet:
    heading, there = at.say(f"embed_{kind}"), _address(kind, at)
    title = f"{heading} | {at.phrase(at.settings.name).text}"
    code = CODE.format(address=escape(f"{base}/{there}"), title=escape(title), height=HEIGHT)
    return views.Snippet(
        kind, heading, Anchor(at.linker.href(at.here, there), Phrase(at.say(f"embed_{kind}_look"))), code
    )


def _address(kind: str, at: Standpoint) -> str:
    return f"{at.root}{EMBEDS}{SECTIONS[kind]}/"


def _page(kind: str, at: Standpoint) -> Job:
    heading = at.say(f"embed_{kind}")
    whole = SECTIONS[kind] if at.item("page", SECTIONS[kind]) else HOME
    page = record_page(kind, Phrase(heading), _summary(whole, at), (), at)
    page = structs.replace(page, canonical=at.linker.full(at.location("page", whole)), card=None, share=None)
    more = Anchor(at.href("page", whole), Phrase(at.say(f"embed_{kind}_all")))
    view = views.Embed(ROWS[kind](at), at.say(f"embed_{kind}_none"), more, _holds(kind, at))
    return job("embed", view, page, at, at.languages)


def _summary(page: str, at: Standpoint) -> str:
    """Return what the page says of itself that shows all of which a frame shows some; nothing in another language."""
    found = at.item("page", page)
    words = found.words.get(at.language) if found else None
    return at.plain(words.summary) if words else ""


def _holds(kind: str, at: Standpoint) -> str:
    """Return until when the dates in a frame are right; nothing of tasks, which do not pass by themselves."""
    upcoming = _upcoming(at) if kind == "event" else ()
    return holds(upcoming, at) if upcoming else ""


def _upcoming(at: Standpoint) -> list[EventItem]:
    return [event for event in events_in_order(at) if next_day(event, at.today)][:FEW]


def _events(at: Standpoint) -> tuple[Row, ...]:
    return event_rows(_upcoming(at), at)


def _tasks(at: Standpoint) -> tuple[Row, ...]:
    """Return the tasks that the home page begins with, or the first there are."""
    home = at.item("page", HOME)
    chosen = home.facts.featured_tasks if home and isinstance(home.facts, PageFacts) else ()
    return task_rows((chosen_tasks(chosen, at) or tasks_in_order(at))[:FEW], at)


ROWS: Mapping[str, Callable[[Standpoint], tuple[Row, ...]]] = {"event": _events, "task": _tasks}
"""What is shown of each kind that there is a page for."""
