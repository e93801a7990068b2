"""The part of the content that is public at a moment: the one that may leave the house in a sheet."""

from datetime import datetime

from msgspec import structs

from sitegen.assemble import is_public
from sitegen.model import Content
from sitegen.parse.whereabouts import log_of
from sitegen.sheets.columns import UPDATE
from sitegen.sheets.holdings import Holdings


def public_part(holdings: Holdings, as_of: datetime) -> Holdings:
    """Return the content without what is a draft, or not public yet or any more, and without reports on such tasks.

    The files of lists stay whole; which of their records are public is said by `content`.

    A moment that does not say where is in the time zone of the site.
    """
    content = holdings.content
    now = as_of if as_of.tzinfo else as_of.replace(tzinfo=holdings.languages.timezone)
    withheld = {
        (each.kind, each.id)
        for each in content.documents
        if each.has_facts and not is_public(each.publication, now, with_drafts=False)
    }
    documents = tuple(each for each in content.documents if (each.kind, each.id) not in withheld)
    updates = tuple(log for log in content.updates if ("task", log.task) not in withheld)
    records = tuple(each for each in content.records if is_public(each.publication, now, with_drafts=False))
    logs = {log_of(identifier) for kind, identifier in withheld if kind == "task"}
    files = {path: data for path, data in holdings.files.items() if path not in logs}
    kept = structs.replace(content, documents=documents, records=records, updates=updates)
    return structs.replace(holdings, files=files, content=kept)


def count_of(kind: str, content: Content) -> int:
    """Return how many things of a kind there are."""
    if kind == UPDATE:
        return sum(len(log.updates) for log in content.updates)
    documents = {each.id for each in content.documents if each.kind == kind}
    return len(documents) + sum(each.kind == kind for each in content.records)
