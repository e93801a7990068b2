"""The home page, and the page for addresses that do not exist."""

from sitegen.kinds.page import PageFacts, PageWords
from sitegen.kinds.records import Milestone
from sitegen.model import AnyItem, Item
from sitegen.plan import indicators, strategies, tasks
from sitegen.plan.calendar import countdown
from sitegen.plan.frame import menu_entry
from sitegen.plan.rows import chosen_tasks, event_rows, news_row, task_rows
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.statements import site_data
from sitegen.plan.times import events_in_order, has_day, news_in_order, next_day
from sitegen.urls import SECTIONS
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Group, Phrase

HomeItem = Item[PageFacts, PageWords]
NEWS_SHOWN = 3
DATES_KEPT = 3  # for a site that is not built anew when a date is past


def home(page: HomeItem, at: Standpoint) -> views.Home:
    """Return the home page."""
    upcoming = [event for event in events_in_order(at) if next_day(event, at.today)]
    return views.Home(
        featured=indicators.featured(page.facts.featured_indicator, at),
        next_event=next(iter(event_rows(upcoming[:1], at)), None),
        following=event_rows([event for event in upcoming[1:] if has_day(event)][:DATES_KEPT], at),
        countdown=countdown(at) if upcoming else None,
        doing=tuple(
            Anchor(at.href("page", invitation.page), at.phrase(invitation.text))
            for invitation in page.facts.invitations
            if at.item("page", invitation.page)
        ),
        strategy=at.group("home-strategy", strategies.directions(at)),
        tally=tasks.tally(at) if page.facts.featured_tasks else (),
        tasks=_tasks(page, at) if page.facts.featured_tasks else None,
        way=way(at),
        timeline=menu_entry(SECTIONS["milestone"], at),
        news=at.group("home-news", (news_row(item, at) for item in news_in_order(at)[:NEWS_SHOWN])),
        linked_data=site_data(at),
    )


def _tasks(page: HomeItem, at: Standpoint) -> Group | None:
    """Return the tasks to begin with, how many there are, and the way to all of them."""
    more = Anchor(at.href("page", SECTIONS["task"]), Phrase(at.say("all_tasks")))
    return at.group("home-tasks", task_rows(chosen_tasks(page.facts.featured_tasks, at), at), tasks.answer(at), more)


def way(at: Standpoint) -> tuple[views.Step, ...]:
    """Return the milestones chosen for the home page, in their order."""
    steps = (step for step in at.records("milestone", Milestone) if step.on_home)
    return tuple(
        views.Step(at.wording.period(step.on), at.phrase(step.title), is_ahead=step.on.first > at.today)
        for step in sorted(steps, key=lambda step: step.on.first)
    )


def not_found(page: AnyItem, at: Standpoint) -> views.NotFound:
    """Return the 404 page: the same words in every language, since a server shows one page for all of them."""
    others = (
        Phrase(f"{words.title}. {at.plain(words.summary, language)}", language)
        for language, words in page.words.items()
        if language != at.language
    )
    return views.NotFound(at.anchors("page", at.settings.navigation), tuple(others))
