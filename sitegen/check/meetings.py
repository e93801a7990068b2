"""Rules of meetings."""

from collections.abc import Iterator

from sitegen.check.subjects import of_kind
from sitegen.diagnostics import Diagnostic, error
from sitegen.kinds.meeting import MeetingFacts, MeetingWords
from sitegen.model import Item, Site

MeetingItem = Item[MeetingFacts, MeetingWords]


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with meetings."""
    for meeting in of_kind(site, "meeting", MeetingFacts, MeetingWords):
        yield from _attendance(meeting)
        yield from _same_length(meeting, "agenda")
        yield from _same_length(meeting, "decisions")


def _attendance(meeting: MeetingItem) -> Iterator[Diagnostic]:
    count, named = meeting.facts.attendee_count, len(meeting.facts.attendees)
    if count is not None and named > count:
        yield error(
            "meeting-attendance", meeting.facts_origin.place("attendees"),
            "{named} agencies are named, but only {count} attended", "correct one of the two",
            named=named, count=count,
        )  # fmt: skip
    if meeting.facts.attendees_complete and count is not None and named != count:
        yield error(
            "meeting-attendance", meeting.facts_origin.place("attendees_complete"),
            "the list is called complete, but names {named} of {count}", "write false, or complete the list",
            named=named, count=count,
        )  # fmt: skip


def _same_length(meeting: MeetingItem, field: str) -> Iterator[Diagnostic]:
    lengths = {language: len(getattr(words, field)) for language, words in meeting.words.items()}
    first_language, first = next(iter(lengths.items()))
    for language, length in lengths.items():
        if length != first:
            yield error(
                "languages-differ", meeting.documents[language].origin.place(field),
                "entries of {field} here: {length}, in {first_language}: {first}",
                "add or remove entries, so that they match",
                field=field, length=length, first=first, first_language=first_language,
            )  # fmt: skip
