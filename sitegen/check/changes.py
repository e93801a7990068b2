"""Rules of the public history of changes: nothing is told before its day."""

from collections.abc import Iterator

from sitegen.check.subjects import shown_on, subjects
from sitegen.diagnostics import Diagnostic, error
from sitegen.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for each change whose day is still ahead when readers see it."""
    for item in subjects(site):
        for number, change in enumerate(item.facts.changes):
            if change.on > shown_on(item, site):
                yield error(
                    "change-ahead",
                    item.facts_origin.place(f"changes.{number}.on"),
                    "this change is told to readers, but its day is still ahead",
                    "correct the date, or tell of the change when it has been made",
                )
