"""Task pages and their list."""

from collections.abc import Iterator
from typing import cast

from sitegen.kinds.task import Evidence, Update
from sitegen.plan.catalogue import Catalogue, parted
from sitegen.plan.rows import (
    SourceItem,
    chosen_tasks,
    event_rows,
    task_row,
    task_rows,
    tasks_in_order,
    tasks_naming,
)
from sitegen.plan.standings import (
    TaskItem,
    assessed,
    due_facts,
    dues,
    legend,
    level,
    slip,
    standing,
    status_code,
    status_in_words,
)
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.plan.task_filters import STATUSES, filters
from sitegen.plan.times import events_naming, meetings_in_order
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Fact, Group, Phrase


def catalogue(at: Standpoint) -> Catalogue[TaskItem]:
    """Return the tasks by status, with the sentence that says how many are known, and the filters that help."""
    return Catalogue(
        known(at),
        parted(tasks_in_order(at), "status", STATUSES, lambda task: status_code(task, at)),
        task_row,
        filters=filters(at),
        legend=Anchor(legend("", at), Phrase(at.say("legend"))),
        note=" ".join(_claims(at)),
    )


def answer(at: Standpoint) -> str:
    """Return how many tasks are known by name, and of how many that were announced."""
    return " ".join([known(at), *_claims(at)])


def known(at: Standpoint) -> str:
    """Return how many tasks are known by name, and how many of them are completed."""
    tasks = tasks_in_order(at)
    completed = sum(status_code(task, at) == "completed" for task in tasks)
    return at.wording.count("answer_tasks", len(tasks), completed=at.wording.number(completed))


def tally(at: Standpoint) -> tuple[views.Count, ...]:
    """Return how many of the tasks known by name have each status."""
    codes = [status_code(task, at) for task in tasks_in_order(at)]
    total = at.wording.number(len(codes))
    return tuple(
        views.Count(
            status=status_in_words(code, at),
            count=at.say("count_of_total", count=at.wording.number(codes.count(code)), total=total),
            percent=round(100 * codes.count(code) / len(codes), 1),
        )
        for code in STATUSES
        if code in codes
    )


def _claims(at: Standpoint) -> Iterator[str]:
    for meeting in meetings_in_order(at):
        claimed, number = meeting.facts.claimed, meeting.facts.number
        if claimed and number:
            named = len(tasks_naming("meeting", meeting.id, "identified_at", at))
            yield at.wording.count("claim_of_meeting", claimed.tasks, number=number, named=at.wording.number(named))


def detail(task: TaskItem, at: Standpoint) -> views.Task:
    """Return a task's page."""
    words = at.words(task)
    return views.Task(
        standing=standing(task, at),
        note=at.say("archival_note") if task.facts.basis == "archival" else "",
        benefit=at.told(words.benefit, "benefit"),
        why=at.told(words.why, "why"),
        official_title=Phrase(words.official_title) if words.official_title else None,
        expected_result=at.told(words.expected_result, "expected_result"),
        achieved_result=at.told(words.achieved_result, "achieved_result"),
        updates=tuple(reversed([_update(number, update, at) for number, update in enumerate(at.updates(task.id))])),
        dues=dues(task, at),
        slip=slip(task, at),
        evidence=tuple(view for found in task.facts.evidence if (view := evidence(found, at))),
        events=_events(task, at),
        related=_related(task, at),
    )


def task_facts(task: TaskItem, at: Standpoint) -> tuple[Fact, ...]:
    """Return what it belongs to, when it is due, and where it comes from; who answers for it is told before."""
    known = task.facts
    return facts(
        at.fact("strategy", at.value("strategy", known.strategy)),
        at.fact("field", known.field and at.say(f"field_{known.field}")),
        at.fact("identified_at", at.value("meeting", known.identified_at)),
        at.fact("reported_at", at.value("meeting", known.reported_at)),
        at.fact("covers", at.wording.count("tasks", known.covers) if known.covers > 1 else None),
        at.dated("started_on", known.started_on),
        *due_facts(task, at),
        at.fact("indicator", at.value("indicator", known.indicator)),
    )


def evidence(found: Evidence, at: Standpoint) -> views.EvidenceView | None:
    """Return a piece of evidence; its issuer and date are the source's."""
    source = cast("SourceItem | None", at.item("source", found.source))
    anchor = at.anchor("source", found.source)
    if source is None or anchor is None:
        return None
    return views.EvidenceView(
        source=anchor,
        level=level(found, at),
        issued=at.wording.period(source.facts.published_on),
        issuer=at.words(source).publisher,
        reports_on=at.wording.period(found.reports_on) if found.reports_on else None,
    )


def _update(number: int, update: Update, at: Standpoint) -> views.UpdateView:
    field = f"updates.{number}"
    return views.UpdateView(
        when=at.wording.day(update.as_of),
        status=status_in_words(update.status, at),
        done=at.told_best(update.done, f"{field}.done"),
        planned=at.told_best(update.planned, f"{field}.planned") if update.planned else None,
        problem=at.told_best(update.problem, f"{field}.problem") if update.problem else None,
        author=at.value("agency", update.author_agency),
        assessed=assessed(update, at),
        evidence=tuple(view for found in update.evidence if (view := evidence(found, at))),
    )


def _events(task: TaskItem, at: Standpoint) -> Group | None:
    return at.group("events", event_rows(events_naming("task", task.id, "tasks", at), at))


def _related(task: TaskItem, at: Standpoint) -> Group | None:
    return at.group("related-tasks", task_rows(chosen_tasks(task.facts.related_tasks, at), at))
