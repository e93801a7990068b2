"""What a page says to programs of what it is about, in the words of schema.org: nothing but what readers see as well.

Source: https://schema.org/Event, https://schema.org/BreadcrumbList, and JSON-LD, https://www.w3.org/TR/json-ld11/.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from sitegen.kinds.event import EventFacts
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import EventItem, ahead, is_over
from sitegen.values import Period, written
from sitegen.views.parts import Anchor

Described = Mapping[str, object]
VOCABULARY = "https://schema.org"
STATUSES = {"scheduled": "EventScheduled", "changed": "EventRescheduled", "cancelled": "EventCancelled"}


def breadcrumbs(crumbs: Sequence[Anchor], at: Standpoint) -> Described | None:
    """Return the way from home to a page, each step with its address.

    It is None if full addresses are not known, and where the only step is home, which tells nobody anything.
    """
    if not at.linker.base_url or len(crumbs) == 1:
        return None
    here = at.linker.full(at.here)
    steps = [
        {"@type": "ListItem", "position": place, "name": step.label.text, "item": urljoin(here, step.href)}
        for place, step in enumerate(crumbs, start=1)
    ]
    return {"@context": VOCABULARY, "@type": "BreadcrumbList", "itemListElement": steps} if steps else None


def event_data(event: EventItem, at: Standpoint) -> Described | None:
    """Return an event; None if its time cannot be written as ISO 8601 has it, which knows no quarters."""
    words, known = at.words(event), event.facts
    times = _times(event, at)
    if times is None:
        return None
    said = {
        "@context": VOCABULARY,
        "@type": "Event",
        "name": words.title,
        "description": " ".join(at.plain(words.summary).split()),
        "inLanguage": at.language,
        **times,
        "eventStatus": f"{VOCABULARY}/{STATUSES[known.status]}",
        "location": {"@type": "Place", "name": at.plain(words.place)} if words.place else None,
        "organizer": _organiser(known, at),
        "url": at.linker.full(at.here),
    }
    return {name: value for name, value in said.items() if value}


def _times(event: EventItem, at: Standpoint) -> dict[str, object] | None:
    """Return when an event is, as precisely as that is known; of one that returns each year, the next time."""
    known = event.facts
    if known.start is None:
        return _yearly(event, at)
    if "quarter" in {period.precision for period in (known.start, known.end) if period}:
        return None
    return {"startDate": _moment(known.start, known, at), "endDate": known.end.text if known.end else None}


def _yearly(event: EventItem, at: Standpoint) -> dict[str, object] | None:
    known = event.facts
    if known.yearly is None or is_over(event, at.today):
        return None
    month, day = map(int, known.yearly.split("-"))
    schedule = {"@type": "Schedule", "repeatFrequency": "P1Y", "byMonth": month, "byMonthDay": day}
    next_time = Period(ahead(event, at.today)[0].isoformat())
    return {"startDate": _moment(next_time, known, at), "eventSchedule": schedule}


def _moment(period: Period, known: EventFacts, at: Standpoint) -> str:
    """Return when an event begins, with the hour if it is known."""
    if not known.time or period.precision != "day":
        return period.text
    begins = datetime.combine(period.first, time.fromisoformat(known.time), ZoneInfo(at.settings.timezone))
    return written(begins)


def _organiser(known: EventFacts, at: Standpoint) -> Described | None:
    agency = at.anchor("agency", known.organiser or "")
    return {"@type": "Organization", "name": agency.label.text} if agency else None
