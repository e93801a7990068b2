"""The pages below the list of tasks: what each filter leaves, the rows for the script, and the legend."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import structs

from sitegen.files import Output
from sitegen.model import AnyItem, Job
from sitegen.plan.catalogue import Part, parted
from sitegen.plan.frame import page_of_list
from sitegen.plan.jobs import job
from sitegen.plan.legend import legend
from sitegen.plan.notes import NONE
from sitegen.plan.pagination import Sheet, paged, pages_for, pagination
from sitegen.plan.rows import newest, task_row, tasks_in_order
from sitegen.plan.standings import TaskItem, status_code
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.task_filters import STATUSES, Choice, Filter, filters_of, is_combined, keys_of, needs_file, shown
from sitegen.urls import filter_page, legend_page, list_page, rows_file
from sitegen.views.choices import Choices
from sitegen.views.pages import TaskList
from sitegen.views.parts import Anchor, Group, Phrase

MOST_PAGES = 4  # of what a filter leaves: of more than that the newest are shown, as of everything that much names


def by_status(tasks: Sequence[TaskItem], at: Standpoint) -> tuple[Part[TaskItem], ...]:
    """Return tasks under the headings of their statuses."""
    return parted(tasks, "status", STATUSES, lambda task: status_code(task, at))


def choices(filters: Sequence[Filter], of: int, at: Standpoint) -> Choices | None:
    """Return the filters of a list of so many tasks that begins here, as they are shown; None if there are none."""
    if not filters:
        return None
    return Choices(
        filters=tuple(shown(each, of, at.here, at) for each in filters),
        rows=at.linker.href(at.here, rows_file(at.here)) if needs_file(of) else "",
        is_combined=is_combined(of),
    )


def pages(head: AnyItem, first: Standpoint) -> Iterator[Job | Output]:
    """Yield everything below the list of tasks that begins at `first`, in its language."""
    at = structs.replace(first, notes=NONE)
    tasks = tasks_in_order(at)
    found = filters_of(tasks, at)
    for each in found:
        for choice in each.choices:
            yield from _left(each, choice, len(tasks), head, at)
    if found and needs_file(len(tasks)):
        yield Output(rows_file(at.here), _rows(tasks, found, at))
    yield _legend(found, head, at)


def _left(each: Filter, choice: Choice, of: int, head: AnyItem, first: Standpoint) -> Iterator[Job]:
    """Yield the pages of what an option leaves."""
    begin = filter_page(first.here, each.name, choice.id)
    tasks, note = _as_many_as_fit(choice.tasks, first)
    title, summary = headline(each.name, choice, first), extent(choice, of, first)
    for number, parts in enumerate(paged(by_status(tasks, first)), start=1):
        sheet, at = Sheet(number, len(tasks)), first.moved(list_page(begin, number))
        whole = Anchor(at.linker.href(at.here, first.here), Phrase(at.say("all_tasks")))
        view = TaskList(
            answer=summary if number == 1 else "",
            note=note,
            groups=tuple(_groups(parts, at)),
            others=shown(each, of, first.here, at, choice.id),
            whole=whole,
            pagination=pagination(sheet, begin, at),
        )
        heading = title if number == 1 else at.say("list_page_title", title=title, page=number, pages=sheet.pages)
        page = structs.replace(page_of_list("task", head, heading, summary, at), summary=Phrase(""))
        yield job("task-list", view, page, at, tuple(head.words))


def _as_many_as_fit(tasks: Sequence[TaskItem], at: Standpoint) -> tuple[Sequence[TaskItem], str]:
    return (tasks, "") if pages_for(len(tasks)) <= MOST_PAGES else newest(tasks, at)


def _groups(parts: Sequence[Part[TaskItem]], at: Standpoint) -> Iterator[Group]:
    for part in parts:
        if group := at.group(part.id, (task_row(task, at) for task in part.things)):
            yield group


def headline(name: str, choice: Choice, at: Standpoint) -> str:
    """Return the sentence that says what an option leaves, and how many tasks that is."""
    said = f"tasks_status_{choice.id}" if name == "status" else f"tasks_{name}"
    return at.wording.count(said, len(choice.tasks), option=choice.label.text)


def extent(choice: Choice, of: int, at: Standpoint) -> str:
    """Return of how many tasks those are that an option leaves, and how many of them are completed."""
    completed = sum(status_code(task, at) == "completed" for task in choice.tasks)
    count = at.wording.count("tasks_of", len(choice.tasks), all=at.wording.number(of))
    if choice.id in STATUSES:
        return count
    said = at.wording.count("tasks_completed", completed) if completed else at.say("tasks_completed_none")
    return f"{count} {said}"


def _legend(found: Sequence[Filter], head: AnyItem, first: Standpoint) -> Job:
    at = first.moved(legend_page(first.here))
    statuses = {choice.id: choice for each in found if each.name == "status" for choice in each.choices}
    there = {code: at.linker.href(at.here, filter_page(first.here, "status", code)) for code in statuses}
    tasks = {code: Anchor(there[code], Phrase(headline("status", each, at))) for code, each in statuses.items()}
    whole = Anchor(at.linker.href(at.here, first.here), Phrase(at.say("all_tasks")))
    page = page_of_list("task", head, at.say("legend_title"), at.say("legend_summary"), at)
    return job("legend", legend(tasks, whole, at), page, at, tuple(head.words))


def _rows(tasks: Sequence[TaskItem], filters: Sequence[Filter], at: Standpoint) -> bytes:
    """Return all rows in the order of the list: address, title, its language if it is another, keys."""
    found = (
        (row.href, row.title.text, row.title.lang, *keys_of(task, filters, at))
        for part in by_status(tasks, at)
        for task in part.things
        for row in (task_row(task, at),)
    )
    return msgspec.json.encode(tuple(found)) + b"\n"
