"""Rules of tasks and their updates: no status without what shows it, nothing that quietly changes."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sitegen.check.subjects import exists, known_ids, logs, of_kind, shown_on
from sitegen.diagnostics import Diagnostic, Place, Translatable, error, nearest
from sitegen.kinds.task import TaskFacts, TaskWords, Update, status_of
from sitegen.model import Item, Origin, Site, UpdateLog

TaskItem = Item[TaskFacts, TaskWords]
EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "evidence": Translatable("[{source: ID, kind: document, level: published}], with the id of a source"),
        "revised_due_on": "[{date: 2027-06, reason: {ko: …, en: …}}]",
        "completed_on": Translatable("2021-03-31, or a month such as 2021-03, or a quarter such as 2021-Q1"),
    }
)
"""What to write in fields whose form is not plain from their name."""
NEEDS_REASON = frozenset({"delayed", "modified", "stopped"})


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with tasks and updates."""
    for task in of_kind(site, "task", TaskFacts, TaskWords):
        yield from _current(task)
        if ("update", task.id) not in site.broken:
            yield from _by_status(task, site)
    for log in logs(site):
        yield from _log(log, site)


def _by_status(task: TaskItem, site: Site) -> Iterator[Diagnostic]:
    log = site.updates.get(task.id)
    updates = log.updates if log else ()
    yield from _status(task, updates)
    yield from _due_dates(task, updates)
    if status_of(task.facts, updates) == "completed":
        yield from _completed(task, site)


def _status(task: TaskItem, updates: tuple[Update, ...]) -> Iterator[Diagnostic]:
    facts, place = task.facts, task.facts_origin.place("status")
    if facts.status is None and not updates:
        yield error("task-status", place, "nothing says how this task stands", "add status: planned, or an update")
    elif facts.status and updates and facts.status != updates[-1].status:
        yield error(
            "task-status",
            place,
            "the latest update says {latest}, but this says {stated}",
            "remove this line: the latest update counts",
            latest=updates[-1].status,
            stated=facts.status,
        )
    elif facts.status in NEEDS_REASON and not updates and facts.basis == "current":
        yield error(
            "task-status",
            place,
            "nothing says why this task is {status}",
            "remove this line, and add an update with this status and the field problem",
            status=facts.status,
        )


def _current(task: TaskItem) -> Iterator[Diagnostic]:
    """A task of today says what it carries out, by when, and what it should achieve; a record of the past need not."""
    if task.facts.basis == "archival":
        return
    for field in ("strategy", "due_on"):
        if getattr(task.facts, field) is None:
            yield _needed(task.facts_origin, field, 'a current task needs the field "{field}"')
    for language, words in task.words.items():
        if not words.expected_result:
            yield _needed(
                task.documents[language].origin, "expected_result", 'a current task needs the field "{field}"'
            )
    if task.facts.status == "unknown":
        yield error(
            "task-status", task.facts_origin.place("status"), "the status of a current task cannot be unknown",
            "write how it stands, or basis: archival for a record of the past",
        )  # fmt: skip


def _due_dates(task: TaskItem, updates: tuple[Update, ...]) -> Iterator[Diagnostic]:
    is_delayed = status_of(task.facts, updates) == "delayed"
    if is_delayed and not task.facts.revised_due_on:
        yield _needed(task.facts_origin, "revised_due_on", 'a delayed task needs the field "{field}", with the reason')
    if task.facts.revised_due_on and task.facts.due_on is None:
        yield _needed(task.facts_origin, "due_on", 'a task with a new due date keeps its first one in "{field}"')


def _completed(task: TaskItem, site: Site) -> Iterator[Diagnostic]:
    facts, origin = task.facts, task.facts_origin
    if facts.completed_on is None:
        yield _needed(origin, "completed_on", 'a completed task needs the field "{field}": a day, month or quarter')
    elif facts.completed_on.first > shown_on(task, site):
        yield error(
            "completed-in-future", origin.place("completed_on"), "this task is completed, but the date is still ahead",
            "correct the date, or the status",
        )  # fmt: skip
    log = site.updates.get(task.id)
    if not facts.evidence and not (log and any(update.evidence for update in log.updates)):
        yield _needed(origin, "evidence", 'a completed task needs the field "{field}": a source that shows it')
    if facts.basis == "archival":
        return
    for language, words in task.words.items():
        if not words.achieved_result:
            yield _needed(
                task.documents[language].origin, "achieved_result", 'a completed task needs the field "{field}"'
            )


def _log(log: UpdateLog, site: Site) -> Iterator[Diagnostic]:
    if not exists(site, "task", log.task):
        guess = nearest(log.task, known_ids(site, "task"))
        yield error(
            "unknown-id",
            Place(log.origin.path),
            'these are updates of a task "{id}", which does not exist; did you mean "{guess}"?'
            if guess
            else 'these are updates of a task "{id}", which does not exist',
            "rename the file to {guess}.updates.yaml" if guess else "name the file after a task: ID.updates.yaml",
            id=log.task,
            guess=guess,
        )
    for number, update in enumerate(log.updates):
        yield from _update(log, number, update, site)


def _update(log: UpdateLog, number: int, update: Update, site: Site) -> Iterator[Diagnostic]:
    if update.as_of > site.today:
        yield error(
            "update-in-future", log.origin.place(f"{number}.as_of"), "this update is about a day still ahead",
            "correct the date",
        )  # fmt: skip
    if update.status in NEEDS_REASON and update.problem is None:
        yield error(
            "update-reason", log.origin.place(str(number)),
            'an update with the status {status} needs the field "problem"',
            "add problem: and what went wrong, in each language", status=update.status,
        )  # fmt: skip
    before = log.updates[number - 1] if number else None
    if before and before.as_of > update.as_of:
        yield error(
            "update-order", log.origin.place(f"{number}.as_of"), "this update is older than the one before it",
            "append updates at the end, oldest first",
        )  # fmt: skip
    if before and before.period == update.period:
        yield error(
            "update-twice", log.origin.place(f"{number}.period"), "there is already an update for {period}",
            "keep one update for each quarter", period=update.period.text,
        )  # fmt: skip


def _needed(origin: Origin, field: str, message: str) -> Diagnostic:
    return error(
        "rule-field",
        origin.place(field),
        message,
        "add a line {field}: {example}",
        field=field,
        example=EXAMPLES.get(field, "…"),
    )
