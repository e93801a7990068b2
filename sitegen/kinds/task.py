"""Implementation tasks, and the updates that report on them."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.kinds.common import Facts, Words
from sitegen.values import (
    AgencyRef,
    Count,
    IndicatorRef,
    MeetingRef,
    NonEmpty,
    Period,
    SourceRef,
    StrategyRef,
    TaskRef,
    Text,
    Verbatim,
)

Status = Literal["planned", "in_progress", "completed", "delayed", "modified", "stopped", "unknown"]
Field = Literal[
    "energy", "industry", "transport", "buildings", "finance", "research",
    "procurement", "administration", "education", "cooperation", "employment", "media",
]  # fmt: skip


class Revision(Struct, frozen=True, kw_only=True):
    """A new due date; the original one never changes."""

    date: Annotated[Period, Meta(description="the new due date")]
    reason: Annotated[Text, Meta(description="why it moved")]


class Evidence(Struct, frozen=True, kw_only=True):
    """What shows that a status is true; issuer and date are those of the source."""

    source: Annotated[SourceRef, Meta(description="the source that shows it")]
    kind: Annotated[
        Literal["document", "law", "budget", "dataset", "site", "photo"],
        Meta(description="what sort of evidence it is"),
    ]
    level: Annotated[
        Literal["self_declared", "published", "in_law", "externally_validated"],
        Meta(description="who vouches for it"),
    ]
    reports_on: Annotated[Period | None, Meta(description="the time it reports on")] = None


class TaskFacts(Facts, frozen=True, kw_only=True):
    """Facts of a task."""

    lead_agency: Annotated[AgencyRef, Meta(description="the agency that leads it")]
    supporting_agencies: Annotated[tuple[AgencyRef, ...], Meta(description="agencies that support it")] = ()
    strategy: Annotated[StrategyRef | None, Meta(description="what it carries out; required unless archival")] = None
    basis: Annotated[
        Literal["current", "archival"],
        Meta(description="archival: a record of the past that never had a due date or an expected result"),
    ] = "current"
    status: Annotated[Status | None, Meta(description="only where there are no updates; else the latest one's")] = None
    nature: Annotated[Literal["milestone", "measurable", "ongoing"] | None, Meta(description="how it ends")] = None
    field: Annotated[Field | None, Meta(description="what the task is about")] = None
    started_on: Annotated[Period | None, Meta(description="when work began")] = None
    due_on: Annotated[Period | None, Meta(description="the first due date; never changed")] = None
    revised_due_on: Annotated[tuple[Revision, ...], Meta(description="later due dates, each with its reason")] = ()
    completed_on: Annotated[Period | None, Meta(description="when it was completed")] = None
    next_update_on: Annotated[
        Period | None, Meta(description="when the next report on it is to come, if that was announced")
    ] = None
    evidence: Annotated[tuple[Evidence, ...], Meta(description="what shows it")] = ()
    identified_at: Annotated[MeetingRef | None, Meta(description="the meeting whose source names it as new")] = None
    reported_at: Annotated[
        MeetingRef | None, Meta(description="a meeting it was reported at, without being named as new")
    ] = None
    covers: Annotated[Count, Meta(description="how many tasks the source counts under this name")] = 1
    indicator: Annotated[IndicatorRef | None, Meta(description="what measures it")] = None
    related_tasks: Annotated[tuple[TaskRef, ...], Meta(description="tasks worth reading beside it")] = ()


class TaskWords(Words, frozen=True, kw_only=True):
    """Words of a task."""

    benefit: Annotated[NonEmpty, Meta(description="what changes for me")]
    why: Annotated[str, Meta(description="why it matters, in two plain sentences")] = ""
    official_title: Annotated[Verbatim, Meta(description="the title as the source has it, if it differs")] = ""
    expected_result: Annotated[str, Meta(description="what it should achieve; required unless archival")] = ""
    achieved_result: Annotated[str, Meta(description="what it achieved; required when completed, unless archival")] = ""


class Update(Struct, frozen=True, kw_only=True):
    """A report on a task, in its own file beside it: appended, never changed."""

    as_of: Annotated[date, Meta(description="the day it describes")]
    period: Annotated[Period, Meta(description="the quarter it reports on; one update a quarter")]
    status: Annotated[Status, Meta(description="the task's status on that day")]
    done: Annotated[Text, Meta(description="what was done")]
    author_agency: Annotated[AgencyRef, Meta(description="who reports")]
    assessed_by: Annotated[
        Literal["self", "coordinating_office", "external"], Meta(description="who judged the status")
    ]
    planned: Annotated[Text | None, Meta(description="what comes next")] = None
    problem: Annotated[Text | None, Meta(description="what went wrong; required when delayed, modified, stopped")] = (
        None
    )
    evidence: Annotated[tuple[Evidence, ...], Meta(description="what shows it")] = ()


def status_of(facts: TaskFacts, updates: Sequence[Update]) -> Status | None:
    """Return how a task stands: as the latest update says, else as its facts do; None if neither does."""
    return updates[-1].status if updates else facts.status
