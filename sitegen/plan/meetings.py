"""Meeting pages and their list."""

from sitegen.plan.catalogue import Catalogue, parted
from sitegen.plan.rows import chosen_tasks, meeting_row, newest_tasks, task_rows, tasks_naming
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.plan.times import MeetingItem, meeting_time, meetings_in_order
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Fact, Group, Phrase, Value

SERIES = ("task_force", "commission")


def catalogue(at: Standpoint) -> Catalogue[MeetingItem]:
    """Return the meetings by the body that met."""
    meetings = meetings_in_order(at)
    parts = parted(meetings, "series", SERIES, lambda meeting: meeting.facts.series)
    return Catalogue(at.wording.count("answer_meetings", len(meetings)), parts, meeting_row)


def detail(meeting: MeetingItem, at: Standpoint) -> views.Meeting:
    """Return a meeting's page."""
    words = at.words(meeting)
    before, after = _neighbours(meeting, at)
    return views.Meeting(
        agenda=at.told_all(words.agenda, "agenda"),
        decisions=at.told_all(words.decisions, "decisions"),
        completed=_completed(meeting, at),
        identified=_named("identified-here", meeting, "identified_at", at, _claim(meeting, at)),
        reported=_named("reported-here", meeting, "reported_at", at, at.say("reported_note")),
        attendees=at.anchors("agency", meeting.facts.attendees),
        attendance_note=_attendance(meeting, at),
        before=before,
        after=after,
    )  # fmt: skip


def meeting_facts(meeting: MeetingItem, at: Standpoint) -> tuple[Fact, ...]:
    """Return when, how, where, who presided and how many attended."""
    known, words = meeting.facts, at.words(meeting)
    return facts(
        at.fact("held_on", Value(Phrase(""), when=meeting_time(meeting, at))),
        at.fact("time", known.time),
        at.fact("mode", at.say(f"mode_{known.mode}")),
        at.fact("place", Value(at.told(words.place, "place")) if words.place else None),
        at.fact("chair", Value(at.told(words.chair, "chair"))),
        at.fact("attendee_count", at.wording.count("agencies", known.attendee_count) if known.attendee_count else None),
        at.fact("scope_before", at.say("scope_widened", before=known.scope_before) if known.scope_before else None),
        at.fact("claimed", _counted(meeting, at)),
        at.fact("press_release", at.value("news", known.press_release)),
    )


def _completed(meeting: MeetingItem, at: Standpoint) -> Group | None:
    found = chosen_tasks(meeting.facts.completed_tasks, at)
    return at.group("completed-here", task_rows(found, at), at.say("completed_note"))


def _named(identifier: str, meeting: MeetingItem, field: str, at: Standpoint, note: str) -> Group | None:
    return newest_tasks(identifier, tasks_naming("meeting", meeting.id, field, at), at, note)


def _counted(meeting: MeetingItem, at: Standpoint) -> str:
    claimed = meeting.facts.claimed
    if claimed is None:
        return ""
    name = "claim_by_agencies" if claimed.agencies else "claim"
    return at.wording.count(name, claimed.tasks, agencies=at.wording.number(claimed.agencies or 0))


def _claim(meeting: MeetingItem, at: Standpoint) -> str:
    """Return how many of the tasks that the source counts it also names."""
    if meeting.facts.claimed is None:
        return at.say("identified_note")
    named = len(tasks_naming("meeting", meeting.id, "identified_at", at))
    return at.say("claim_note", claim=_counted(meeting, at), named=at.wording.number(named))


def _attendance(meeting: MeetingItem, at: Standpoint) -> str:
    known = meeting.facts
    if known.attendees_complete or not (known.attendees or known.attendee_count):
        return ""
    if known.attendee_count is None:
        return at.say("attendance_partial", named=len(known.attendees))
    return at.say("attendance_partial_of", named=len(known.attendees), count=known.attendee_count)


def _neighbours(meeting: MeetingItem, at: Standpoint) -> tuple[Anchor | None, Anchor | None]:
    series = [other.id for other in meetings_in_order(at) if other.facts.series == meeting.facts.series]
    place = series.index(meeting.id)
    before = at.anchor("meeting", series[place - 1]) if place else None
    return before, at.anchor("meeting", series[place + 1]) if place + 1 < len(series) else None
