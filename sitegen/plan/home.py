"""The home page, and the page for addresses that do not exist."""

from sitegen.kinds.page import PageFacts, PageWords
from sitegen.kinds.records import Milestone
from sitegen.model import AnyItem, Item
from sitegen.plan import strategies, tasks
from sitegen.plan.frame import menu_entry
from sitegen.plan.rows import chosen_tasks, event_rows, news_row, task_rows
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import events_in_order, news_in_order, next_day
from sitegen.urls import SECTIONS
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Phrase

HomeItem = Item[PageFacts, PageWords]
NEWS_SHOWN = 3


def home(page: HomeItem, at: Standpoint) -> views.Home:
    """Return the home page."""
    upcoming = [event for event in events_in_order(at) if next_day(event, at.today)]
    return views.Home(
        line=line(at),
        line_source=menu_entry(SECTIONS["milestone"], at),
        next_event=next(iter(event_rows(upcoming[:1], at)), None),
        doing=tuple(
            Anchor(at.href("page", invitation.page), at.phrase(invitation.text))
            for invitation in page.facts.invitations
            if at.item("page", invitation.page)
        ),
        strategy=at.group("home-strategy", strategies.directions(at)),
        tasks=at.group("home-tasks", task_rows(chosen_tasks(page.facts.featured_tasks, at), at), tasks.answer(at)),
        news=at.group("home-news", (news_row(item, at) for item in news_in_order(at)[:NEWS_SHOWN])),
    )


def line(at: Standpoint) -> tuple[views.LinePoint, ...]:
    """Return the milestones chosen for the home page as points on a falling line, evenly spaced: an ornament."""
    steps = sorted(
        (step for step in at.records("milestone", Milestone) if step.on_home), key=lambda step: step.on.first
    )
    last = max(len(steps) - 1, 1)
    return tuple(
        views.LinePoint(
            when=at.wording.period(step.on),
            title=at.phrase(step.title),
            x=round(100 * number / last, 2),
            is_ahead=step.on.first > at.today,
        )
        for number, step in enumerate(steps)
    )


def not_found(page: AnyItem, at: Standpoint) -> views.NotFound:
    """Return the 404 page: the same words in every language, since a server shows one page for all of them."""
    others = (
        Phrase(f"{words.title}. {at.plain(words.summary, language)}", language)
        for language, words in page.words.items()
        if language != at.language
    )
    return views.NotFound(at.anchors("page", at.settings.navigation), tuple(others))
