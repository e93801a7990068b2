"""How a task stands, as readers are told it: its status, since when, who says so, what is due, what comes next."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from sitegen.kinds.meeting import MeetingFacts
from sitegen.kinds.standing import NEW_DAYS, OVER, due_on, remarks
from sitegen.kinds.task import Evidence, TaskFacts, TaskWords, Update, status_of
from sitegen.model import Item
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.plan.times import MeetingItem, meeting_time
from sitegen.urls import SECTIONS, legend_page
from sitegen.values import Period
from sitegen.views.parts import Fact, Phrase, Status, Value
from sitegen.views.standing import Due, Remark, Standing

TaskItem = Item[TaskFacts, TaskWords]
MONTHS = 12


def status_code(task: TaskItem, at: Standpoint) -> str:
    """Return the code of a task's status: the latest report's, else the one stated."""
    return status_of(task.facts, at.updates(task.id)) or "unknown"


def task_status(task: TaskItem, at: Standpoint) -> Status:
    """Return a task's status in words."""
    return status_in_words(status_code(task, at), at)


def status_in_words(code: str, at: Standpoint) -> Status:
    """Return a status with its label and meaning."""
    return Status(code, at.say(f"status_{code}"), at.say(f"status_{code}_meaning"))


def standing(task: TaskItem, at: Standpoint) -> Standing:
    """Return how a task stands, since when, who answers for it, and who says so."""
    known, code = task.facts, status_code(task, at)
    return Standing(
        status=status_in_words(code, at),
        legend=legend(code, at),
        remarks=remarks_on(task, at),
        facts=facts(
            _since(task, code, at),
            at.fact("lead_agency", at.value("agency", known.lead_agency)),
            at.fact("supporting", *(at.value("agency", agency) for agency in known.supporting_agencies)),
            at.fact("assessed", _assessed(task, at)),
        ),
    )


def legend(anchor: str, at: Standpoint) -> str:
    """Return what to write here to link to where a word for how tasks stand is explained; empty if it is nowhere."""
    if at.item("page", SECTIONS["task"]) is None:
        return ""
    there = legend_page(at.location("page", SECTIONS["task"]))
    return at.linker.href(at.here, there) + (f"#{anchor}" if anchor else "")


def remarks_on(task: TaskItem, at: Standpoint) -> tuple[Remark, ...]:
    """Return what is to be said today of a task of today; a record of the past is not overdue, silent or new."""
    if task.facts.basis == "archival":
        return ()
    limit = at.settings.update_days
    found = remarks(task.facts, at.updates(task.id), _identified(task, at), at.today, limit)
    return tuple(remark_in_words(code, at) for code in found)


def remark_in_words(code: str, at: Standpoint) -> Remark:
    """Return a remark with its label, its meaning and the way to the legend."""
    days = NEW_DAYS if code == "new" else at.settings.update_days
    meaning = at.say(f"remark_{code}_meaning", days=at.wording.number(days))
    return Remark(code, at.say(f"remark_{code}"), meaning, legend(code, at))


def due_facts(task: TaskItem, at: Standpoint) -> tuple[Fact, ...]:
    """Return the due date, beside it the first one if it was moved, and when the next report comes."""
    known = task.facts
    return facts(
        at.dated("due_now", due_on(known)) if known.revised_due_on else None,
        at.dated("due_on", known.due_on),
        at.fact("next_update", _next_update(task, at)),
    )


def dues(task: TaskItem, at: Standpoint) -> tuple[Due, ...]:
    """Return the first due date and all later ones with their reasons, in order; nothing if it was never moved."""
    first, moved = task.facts.due_on, task.facts.revised_due_on
    if not (first and moved):
        return ()
    reasons = (at.told_best(new.reason, f"revised_due_on.{number}.reason") for number, new in enumerate(moved))
    later = (
        Due(at.wording.period(new.date), at.say("due_moved"), reason)
        for new, reason in zip(moved, reasons, strict=True)
    )
    return (Due(at.wording.period(first), at.say("due_first"), None), *later)


def slip(task: TaskItem, at: Standpoint) -> str:
    """Return by how much the due date has moved away from the first one, in words; empty if it has not."""
    first, now = task.facts.due_on, due_on(task.facts)
    if not (first and now and now.last > first.last):
        return ""
    months = (now.last.year - first.last.year) * MONTHS + now.last.month - first.last.month
    if months:
        return at.wording.count("slip_months", months)
    return at.wording.count("slip_days", (now.last - first.last).days)


def _since(task: TaskItem, code: str, at: Standpoint) -> Fact | None:
    """Return since when a task stands as it does; of one of which nothing is known, when it was last heard of."""
    meeting = _meeting(task, at)
    if code == "unknown" and meeting:
        when = Value(Phrase(""), at.href("meeting", meeting.id), meeting_time(meeting, at))
        return at.fact("last_known", when)
    return at.dated("last_known" if code == "unknown" else "since", _begun(task, code, at) or "unknown")


def _begun(task: TaskItem, code: str, at: Standpoint) -> Period | None:
    known, days = task.facts, [update.as_of for update in _latest(task, code, at)]
    if code == "completed" and known.completed_on:
        return known.completed_on
    if days:
        return Period(min(days).isoformat())
    return known.started_on if code == "in_progress" else None


def _latest(task: TaskItem, code: str, at: Standpoint) -> Iterator[Update]:
    """Yield the reports of a task, latest first, as long as they say that it stands so."""
    for update in reversed(at.updates(task.id)):
        if update.status != code:
            return
        yield update


def _assessed(task: TaskItem, at: Standpoint) -> Value | None:
    """Return who judged the status, as the latest report says, or who vouches for it, as the evidence does."""
    updates = at.updates(task.id)
    if updates:
        return assessed(updates[-1], at)
    return level(task.facts.evidence[0], at) if task.facts.evidence else None


def assessed(update: Update, at: Standpoint) -> Value:
    """Return who judged the status that a report tells, with the way to what that means."""
    return _explained(f"assessed_{update.assessed_by}", at)


def level(evidence: Evidence, at: Standpoint) -> Value:
    """Return who vouches for a piece of evidence, with the way to what that means."""
    return _explained(f"evidence_{evidence.level}", at)


def _explained(word: str, at: Standpoint) -> Value:
    return Value(Phrase(at.say(word)), legend(word, at))


def _next_update(task: TaskItem, at: Standpoint) -> Value | None:
    """Return when the next report comes, or that nobody has said; nothing for a task that is over."""
    announced = task.facts.next_update_on
    if announced:
        note = at.say("next_update_missed") if _is_missed(task, announced, at) else ""
        return Value(Phrase(""), when=at.wording.period(announced), note=note)
    return None if status_code(task, at) in OVER else Value(Phrase(at.say("next_update_unknown")))


def _is_missed(task: TaskItem, announced: Period, at: Standpoint) -> bool:
    """Whether the time for the next report has passed without one."""
    heard = max((update.as_of for update in at.updates(task.id)), default=date.min)
    return announced.last < at.today and heard < announced.first


def _identified(task: TaskItem, at: Standpoint) -> Period | None:
    meeting = at.item("meeting", task.facts.identified_at)
    held_on = cast("MeetingFacts", meeting.facts).held_on if meeting else None
    return held_on if isinstance(held_on, Period) else None


def _meeting(task: TaskItem, at: Standpoint) -> MeetingItem | None:
    """Return the meeting at which a task was named."""
    found = at.item("meeting", task.facts.identified_at or task.facts.reported_at)
    return cast("MeetingItem | None", found)
