"""Agency pages and their list."""

from typing import cast

from sitegen.kinds.agency import Agency
from sitegen.plan.catalogue import Catalogue, parted
from sitegen.plan.rows import meeting_rows, newest_tasks, tasks_naming
from sitegen.plan.standpoint import Standpoint, facts
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
    return views.Agency(
        is_unofficial=is_unofficial(agency, at),
        note=at.told_best(agency.note, "note") if agency.note else None,
        led=newest_tasks("led", tasks_naming("agency", agency.id, "lead_agency", at), at),
        supported=newest_tasks("supported", tasks_naming("agency", agency.id, "supporting_agencies", at), at),
        meetings=at.group("named-at", meeting_rows(named_at, at)),
    )


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
    led = len(tasks_naming("agency", agency.id, "lead_agency", at))
    meta = [Value(Phrase(at.wording.count("tasks_named", led)))] if led else []
    if is_unofficial(agency, at):
        meta.append(Value(Phrase(at.say("name_unofficial"))))
    return Row(href=at.href("agency", agency.id), title=at.phrase(agency.name), meta=tuple(meta))


def _name(agency: Agency, language: str, at: Standpoint) -> Value:
    if language not in agency.name.words:
        return Value(Phrase(at.say("name_not_found")))
    note = at.say("name_unofficial") if agency.name_basis.get(language) != "official" else ""
    return Value(Phrase(agency.name.words[language], at.lang(language)), note=note)


def _answer(agencies: tuple[Agency, ...], at: Standpoint) -> str:
    leading = sum(bool(tasks_naming("agency", agency.id, "lead_agency", at)) for agency in agencies)
    return at.wording.count("answer_agencies", len(agencies), leading=at.wording.number(leading))
