"""The legend below the list of tasks: what the words for their status mean, with the way to those that have it."""

from collections.abc import Iterator

from sitegen.model import Job
from sitegen.plan.filters import Whole
from sitegen.plan.frame import page_of_list
from sitegen.plan.jobs import job
from sitegen.plan.legend import legend
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.task_filters import headline
from sitegen.urls import filter_page, legend_page
from sitegen.views.parts import Anchor, Phrase


def below(whole: Whole) -> Iterator[Job]:
    """Yield what stands below the list of tasks besides what its filters leave."""
    at = whole.first.bare().moved(legend_page(whole.first.here))
    page = page_of_list("task", whole.head, at.say("legend_title"), at.say("legend_summary"), at)
    there = Anchor(at.linker.href(at.here, whole.first.here), Phrase(at.say("choices_whole_task")))
    yield job("legend", legend(dict(_statuses(whole, at)), there, at), page, at, tuple(whole.head.words))


def _statuses(whole: Whole, at: Standpoint) -> Iterator[tuple[str, Anchor]]:
    """Yield for each status that has a page the way there, and how many tasks have it."""
    for choice in (choice for each in whole.asked if each.filter.has_statuses for choice in each.choices):
        there = at.linker.href(at.here, filter_page(whole.first.here, "status", choice.id))
        yield choice.id, Anchor(there, Phrase(headline("status", choice, at)))
