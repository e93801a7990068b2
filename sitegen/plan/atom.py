"""Feeds as they are written.

Source of the form: Atom, https://www.rfc-editor.org/rfc/rfc4287.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from html import escape
from zoneinfo import ZoneInfo

from msgspec import Struct, structs

from sitegen.plan.standpoint import Standpoint

ENTRIES = 20
NEVER = date(1970, 1, 1)
"""What a feed without entries says of its last change: Atom wants a time, and the moment of the build is none."""

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">
<title>{name}</title>
<subtitle>{description}</subtitle>
<id>{here}</id>
<link rel="self" type="application/atom+xml" href="{here}"/>
<link rel="alternate" type="text/html" href="{home}"/>
<updated>{updated}</updated>
<author><name>{author}</name></author>
{entries}</feed>
"""

ENTRY = """<entry>
<title>{title}</title>
<id>{id}</id>
<link rel="alternate" type="text/html" href="{address}"/>
<updated>{updated}</updated>
<summary>{summary}</summary>
</entry>
"""


class Feed(Struct, frozen=True):
    """What a feed is called, what it is about, and the address of the page that shows the same."""

    title: str
    subtitle: str
    page: str


class Entry(Struct, frozen=True):
    """A thing in a feed, with full addresses; its id never changes."""

    title: str
    id: str
    address: str
    updated: str
    summary: str


def written(feed: Feed, entries: Sequence[Entry], at: Standpoint) -> str:
    """Return the feed at `at.here`, whose entries begin with the newest."""
    return FORM.format(
        language=at.language,
        name=escape(feed.title),
        description=escape(feed.subtitle),
        here=escape(at.linker.full(at.here)),
        home=escape(at.linker.full(feed.page)),
        updated=entries[0].updated if entries else midnight(NEVER, at),
        author=escape(author(at)),
        entries="".join(map(_entry, entries)),
    )


def author(at: Standpoint) -> str:
    """Return who answers for a feed: who operates the site, or where nobody says who does, the site."""
    return at.phrase(at.settings.operator or at.settings.name).text


def midnight(day: date, at: Standpoint) -> str:
    """Return when a day begins where the site is at home."""
    return datetime.combine(day, time(), ZoneInfo(at.settings.timezone)).isoformat()


def _entry(entry: Entry) -> str:
    return ENTRY.format(**{name: escape(value) for name, value in structs.asdict(entry).items()})
