"""Instructions in titles, steps and other texts of front matter and records: not by place or colour alone."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.check.subjects import records, subjects
from sitegen.diagnostics import Diagnostic
from sitegen.kinds.telling import tellings
from sitegen.model import Origin, Site
from sitegen.wording import may_be_sensory, refused, sensory


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield such instructions; few texts hold what begins like one, so few are decoded."""
    for item in subjects(site):
        for document in item.documents.values():
            if may_be_sensory(bytes(document.encoded_words)):
                yield from _found(document.words, document.origin)
    for record in records(site):
        if may_be_sensory(bytes(record.encoded)):
            yield from _found(record.value, record.origin)


def _found(value: Struct, origin: Origin) -> Iterator[Diagnostic]:
    for telling in tellings(value):
        for match in sensory(telling.text):
            yield refused(match[0], origin.place(telling.field))
