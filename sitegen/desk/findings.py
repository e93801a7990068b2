"""What the report says of one thing: what is to be done, by whom, about what, and why."""

from collections.abc import Mapping
from typing import Literal, cast

from msgspec import Struct

from sitegen.diagnostics import Translatable
from sitegen.kinds.event import EventFacts
from sitegen.kinds.news import NewsFacts
from sitegen.kinds.task import TaskFacts
from sitegen.model import AnyItem, Document, Record

Sort = Literal[
    "breaking", "overdue", "review", "stale", "edited", "missing", "silent", "outcome", "unstamped", "review_soon",
    "draft", "scheduled", "expiring", "new",
]  # fmt: skip
"""The sorts of findings, the most urgent first: what breaks or is late, what is to be done, what is coming, news."""


class Finding(Struct, frozen=True, kw_only=True):
    """Something that a person should do or know.

    `owner` is the id of the agency that answers for it, empty if none is named; `title` its title by language. The
    file is where to begin. `on` is the day or moment that it is about, if it is about one. `note` is a sentence of
    sitegen/desk/words.py that `values` fills in.
    """

    sort: Sort
    owner: str
    kind: str
    id: str
    title: Mapping[str, str]
    path: str
    line: int = 1
    language: str = ""
    on: str = ""
    note: Translatable
    values: Mapping[str, object]


def about(  # noqa: PLR0913  # what a finding says
    item: AnyItem, sort: Sort, note: Translatable, /, *, at: Document | None = None, line: int = 1, language: str = "",
    on: str = "", **values: object,
) -> Finding:  # fmt: skip
    """Return a finding about an item; the file is that with its facts, unless it is about another one."""
    document = at or item.bearer
    return Finding(
        sort=sort,
        owner=owner_of(item),
        kind=item.kind,
        id=item.id,
        title=titles(item),
        path=document.origin.path,
        line=line,
        language=language or (at.language if at else ""),
        on=on,
        note=note,
        values=values,
    )


def about_record(  # noqa: PLR0913  # what a finding says
    record: Record, sort: Sort, note: Translatable, /, *, field: str = "id", language: str = "", on: str = "",
    **values: object,
) -> Finding:  # fmt: skip
    """Return a finding about a record, at one of its fields; an agency answers for itself, nobody for others."""
    place = record.origin.place(field)
    return Finding(
        sort=sort,
        owner=record.id if record.kind == "agency" else "",
        kind=record.kind,
        id=record.id,
        title=record.title or {"": record.id},
        path=place.path,
        line=place.line,
        language=language,
        on=on,
        note=note,
        values=values,
    )


def titles(item: AnyItem) -> dict[str, str]:
    """Return an item's title in each of its languages."""
    return {language: words.title for language, words in item.words.items()}


def owner_of(item: AnyItem) -> str:
    """Return the agency that answers for an item: its owner, else who leads, issues or holds it; empty for none."""
    facts = item.facts
    if facts.owner:
        return facts.owner
    match item.kind:
        case "task":
            return cast("TaskFacts", facts).lead_agency
        case "news":
            return cast("NewsFacts", facts).agency
        case "event":
            return cast("EventFacts", facts).organiser or ""
    return ""
