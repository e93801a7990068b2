"""Events that are over, and of which nothing says what came of them."""

from collections.abc import Iterator
from typing import cast

from sitegen.desk import words
from sitegen.desk.findings import Finding, about
from sitegen.kinds.event import is_over, last_day
from sitegen.model import AnyItem, Site
from sitegen.plan.times import EventItem


def of_event(item: AnyItem, site: Site) -> Iterator[Finding]:
    """Yield that a single event is over without an outcome; one that was cancelled has none."""
    event = cast("EventItem", item)
    known, said = event.facts, next(iter(event.words.values()))
    is_settled = known.yearly or known.status == "cancelled" or said.outcome
    if not is_settled and is_over(known, site.today):
        yield about(item, "outcome", words.OUTCOME, on=last_day(known).isoformat())
