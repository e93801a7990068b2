"""Which records rest on which source: in a field, by a citation, or by a figure that they show."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from sitegen.kinds import RECORD_KINDS
from sitegen.kinds.common import RecordFacts
from sitegen.kinds.records import Figure
from sitegen.kinds.references import references
from sitegen.kinds.telling import marked
from sitegen.plan.standpoint import Standpoint
from sitegen.values import Text

KINDS = ("milestone", "question", "term", "quiz", "agency")
"""The kinds of records that say something; figures stand beside their passages, and pictures on pages of others."""


class Named(NamedTuple):
    """A record: its kind, id and name."""

    kind: str
    id: str
    name: Text


def resting(at: Standpoint) -> Mapping[str, Sequence[Named]]:
    """Return the records that rest on each source, by its id; found once for all pages."""
    return at.site.once("resting", lambda: _by_source(at))


def _by_source(at: Standpoint) -> Mapping[str, Sequence[Named]]:
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for kind in KINDS:
        for record in at.records(kind, RecordFacts):
            name = getattr(record, RECORD_KINDS[kind].name_field)
            for source in dict.fromkeys(_sources(record, at)):
                found[source].append(Named(kind, record.id, name))  # type: ignore[attr-defined]  # every record has one
    return found


def _sources(record: RecordFacts, at: Standpoint) -> Iterator[str]:
    for reference in (*references(record), *marked(record)):
        if reference.kind == "source":
            yield reference.id
        elif reference.kind == "figure" and (figure := at.record("figure", reference.id)):
            yield cast("Figure", figure).source
