"""The page that says what there is for programs: feeds, dates for calendars, and tables of everything published."""

from collections.abc import Iterator

from sitegen.kinds.indicator import IndicatorFacts, IndicatorWords
from sitegen.model import AnyItem
from sitegen.plan import changes, channels, kind_feeds
from sitegen.plan.open_data import WITHIN, tables
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.statements import catalogue_data
from sitegen.plan.times import events_in_order, has_day
from sitegen.tables import Table
from sitegen.urls import CALENDAR, FEED, PACKAGE, SECTIONS, data_path, table_path
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, FeedLink, Phrase


def data(page: AnyItem, at: Standpoint) -> views.Data:
    """Return what the page shows beside its text."""
    known = tables(at.count)
    named = [
        (at.say(f"data_{table.kind}"), table_path(table.name, "csv"), table_path(table.name, "json")) for table in known
    ]
    return views.Data(
        tables=tuple(_files(table, at) for table in known),
        package=Anchor(at.linker.href(at.here, PACKAGE), Phrase(PACKAGE)),
        charts=charts(at),
        feeds=tuple(_feeds(at)),
        feeds_note="" if at.linker.base_url else at.say("data_no_feeds"),
        calendar=_calendar(at),
        linked_data=catalogue_data(at.title(page).text, " ".join(at.summary(page).text.split()), named, at),
    )


def charts(at: Standpoint) -> tuple[views.ChartFile, ...]:
    """Return the data file of each indicator, with the way to its page."""
    return tuple(
        views.ChartFile(
            Anchor(at.href("indicator", indicator.id), at.title(indicator)),
            Anchor(at.linker.href(at.here, data_path(indicator.facts.file)), Phrase(indicator.facts.file)),
        )
        for indicator in at.items("indicator", IndicatorFacts, IndicatorWords)
    )


def _files(table: Table, at: Standpoint) -> views.TableFiles:
    """Return a table with its files; their names tell the links apart."""
    rows = "" if table.kind in WITHIN else at.wording.count("data_rows", at.count(table.kind))
    named = ((ending, table_path(table.name, ending)) for ending in ("csv", "json", "schema.json"))
    csv, json, columns = (Anchor(at.linker.href(at.here, there), Phrase(f"{table.name}.{end}")) for end, there in named)
    return views.TableFiles(at.say(f"data_{table.kind}"), rows, csv, json, columns)


def _feeds(at: Standpoint) -> Iterator[FeedLink]:
    yield from channels.links(FEED, at.say("data_feed_all"), at)
    for kind in kind_feeds.TOLD:
        yield from (FeedLink(link.type, at.say(f"data_feed_{kind}"), link.href) for link in kind_feeds.links(kind, at))
    yield from (FeedLink(link.type, at.say("data_feed_corrections"), link.href) for link in changes.links(at))


def _calendar(at: Standpoint) -> Anchor | None:
    """Return the file of all dates, which lies beside their list, if there are any."""
    head = at.item("page", SECTIONS["event"])
    if head is None or at.language not in head.words or not any(map(has_day, events_in_order(at))):
        return None
    return Anchor(at.linker.href(at.here, at.root + CALENDAR), Phrase(at.say("data_calendar")))
