"""Agency pages and their list."""

from typing import cast

from sitegen.kinds.agency import Agency
from sitegen.plan.catalogue import Catalogue, parted
from sitegen.plan.progress import Progress, in_words, progress, total
from sitegen.plan.rows import meeting_rows, newest_tasks, tasks_naming
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.plan.statements import agency_data
from sitegen.plan.times import MeetingItem
from sitegen.views import pages as views
from sitegen.views.parts import Fact, Phrase, Row, Value

TYPES = ("office", "ministry", "ministry_level_office", "administration", "commission")


def all_agencies(at: Standpoint) -> tuple[Agency, ...]:
    """Return the agencies in the order written."""
    return at.records("agency", Agency)


def catalogue(at: Standpoint) -> Catalogue[Agency]:
    """Return the agencies by type, with the tasks each of them leads counted."""
    agencies = all_agencies(at)
    return Catalogue(_answer(agencies, at), parted(agencies, "agency-type", TYPES, lambda agency: agency.type), _row)


def detail(agency: Agency, at: Standpoint) -> views.Agency:
    """Return an agency's page: tasks led and supported are kept apart, so that totals never count one twice."""
    named_at = cast("tuple[MeetingItem, ...]", at.naming("agency", agency.id, "meeting", "attendees"))
    led, supported = led_by(agency, at), supported_by(agency, at)
    return views.Agency(
        answer=in_words("progress_led", led, at),
        is_unofficial=is_unofficial(agency, at),
        note=at.told_best(agency.note, "note") if agency.note else None,
        led=newest_tasks("led", tasks_naming("agency", agency.id, "lead_agency", at), at),
        supported=newest_tasks(
            "supported",
            tasks_naming("agency", agency.id, "supporting_agencies", at),
            at,
            in_words("progress_supported", supported, at),
        ),
        meetings=at.group("named-at", meeting_rows(named_at, at)),
        linked_data=agency_data(agency, summary(agency, at), at),
    )


def led_by(agency: Agency, at: Standpoint) -> Progress:
    """Return how far the tasks are that an agency leads: each task is led by one, so these add up."""
    return progress("agency", agency.id, "lead_agency", at)


def supported_by(agency: Agency, at: Standpoint) -> Progress:
    """Return how far the tasks are that an agency supports: others lead them, so these are never added to anything."""
    return progress("agency", agency.id, "supporting_agencies", at)


def agency_facts(agency: Agency, at: Standpoint) -> tuple[Fact, ...]:
    """Return its names with what they rest on, its type, and the time they are of."""
    others = (code for code in at.languages if code != at.language)
    return facts(
        at.fact("agency_type", at.say(f"agency_type_{agency.type}")),
        *(at.fact(f"name_{code}", _name(agency, code, at)) for code in others),
        at.dated("as_of", agency.as_of),
        at.dated("valid_from", agency.valid_from),
        at.dated("valid_to", agency.valid_to),
        at.fact("predecessors", *(at.value("agency", other) for other in agency.predecessors)),
        at.fact("successors", *(at.value("agency", other) for other in agency.successors)),
        at.fact("address", Value(Phrase(agency.address), agency.address) if agency.address else None),
    )


def is_unofficial(agency: Agency, at: Standpoint) -> bool:
    """Whether the name shown here was not seen in an official text."""
    return agency.name_basis.get(at.language) != "official"


def summary(agency: Agency, at: Standpoint) -> str:
    """Return the sentence that opens an agency's page."""
    return at.say(
        "agency_summary", type=at.say(f"agency_type_{agency.type}"), as_of=at.wording.period(agency.as_of).text
    )


def _row(agency: Agency, at: Standpoint) -> Row:
    counts = (in_words("row_led", led_by(agency, at), at), in_words("row_supported", supported_by(agency, at), at))
    meta = [Value(Phrase(count)) for count in counts if count]
    if is_unofficial(agency, at):
        meta.append(Value(Phrase(at.say("name_unofficial"))))
    return Row(href=at.href("agency", agency.id), title=at.phrase(agency.name), meta=tuple(meta))


def _name(agency: Agency, language: str, at: Standpoint) -> Value:
    if language not in agency.name.words:
        return Value(Phrase(at.say("name_not_found")))
    note = at.say("name_unofficial") if agency.name_basis.get(language) != "official" else ""
    return Value(Phrase(agency.name.words[language], at.lang(language)), note=note)


def _answer(agencies: tuple[Agency, ...], at: Standpoint) -> str:
    """Return how many agencies there are, how many of them lead a task, and how far all of those are."""
    led = tuple(led_by(agency, at) for agency in agencies)
    leading = at.wording.number(sum(bool(part.tasks) for part in led))
    sentences = (
        at.wording.count("answer_agencies", len(agencies), leading=leading),
        in_words("progress_all", total(led), at),
        at.say("supported_apart") if any(supported_by(agency, at).tasks for agency in agencies) else "",
    )
    return " ".join(filter(None, sentences))
