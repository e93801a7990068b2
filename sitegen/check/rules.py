"""Every rule but those of links between bodies."""

from itertools import chain

from sitegen.check import (
    addresses,
    assertions,
    changes,
    charts,
    citations,
    events,
    figures,
    indicators,
    instructions,
    meetings,
    news,
    pages,
    records,
    references,
    seals,
    settings,
    sources,
    strategies,
    tasks,
    terms,
    translations,
    unwritten,
)
from sitegen.diagnostics import Diagnostic
from sitegen.model import Site


def check(site: Site) -> tuple[Diagnostic, ...]:
    """Return every other problem that only the whole site shows; bodies make no difference to them.

    Things that are not published yet are checked too, so that most of what is wrong with them shows before the
    morning they are due; drafts are not.
    """
    rules = (
        references.check,
        addresses.check,
        changes.check,
        pages.check,
        strategies.check,
        tasks.check,
        meetings.check,
        news.check,
        events.check,
        indicators.check,
        charts.check,
        records.check,
        sources.check,
        seals.check,
        terms.check,
        figures.check,
        citations.check,
        assertions.check,
        translations.check,
        unwritten.check,
        instructions.check,
        settings.check,
    )
    return tuple(chain.from_iterable(rule(site) for rule in rules))
