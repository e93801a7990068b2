"""A feed for each language: the newest things on the site.

Source of the form: Atom, https://www.rfc-editor.org/rfc/rfc4287.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from heapq import nsmallest
from html import escape
from zoneinfo import ZoneInfo

from sitegen.files import Output
from sitegen.model import AnyItem
from sitegen.plan.frame import is_indexed
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import FEED, HOME

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
<id>{address}</id>
<link rel="alternate" type="text/html" href="{address}"/>
<updated>{updated}</updated>
<summary>{summary}</summary>
</entry>
"""


def feed(root: Standpoint) -> Iterator[Output]:
    """Yield the feed of a language, if the full addresses of pages are known."""
    if root.linker.base_url:
        at = root.moved(root.root + FEED)
        yield Output(at.here, _written(newest(at), at).encode())


def newest(at: Standpoint) -> tuple[tuple[date, AnyItem], ...]:
    """Return the things in this language that were updated last, with the day, the newest first."""
    found = (
        (day, item)
        for item in filter(is_indexed, at.published())
        if at.language in item.words and (day := item.facts.updated_on)
    )
    return tuple(nsmallest(ENTRIES, found, key=lambda one: (-one[0].toordinal(), one[1].kind, one[1].id)))


def _written(things: tuple[tuple[date, AnyItem], ...], at: Standpoint) -> str:
    return FORM.format(
        language=at.language,
        name=escape(at.phrase(at.settings.name).text),
        description=escape(at.phrase(at.settings.description).text),
        here=escape(at.linker.full(at.here)),
        home=escape(at.linker.full(at.location("page", HOME))),
        updated=_midnight(max((day for day, _ in things), default=NEVER), at),
        author=escape(at.phrase(at.settings.operator or at.settings.name).text),
        entries="".join(_entries(things, at)),
    )


def _entries(things: Iterable[tuple[date, AnyItem]], at: Standpoint) -> Iterator[str]:
    for day, item in things:
        yield ENTRY.format(
            title=escape(at.title(item).text),
            address=escape(at.linker.full(at.location(item.kind, item.id))),
            updated=_midnight(day, at),
            summary=escape(" ".join(at.summary(item).text.split())),
        )


def _midnight(day: date, at: Standpoint) -> str:
    """Return when a day begins where the site is at home."""
    return datetime.combine(day, time(), ZoneInfo(at.settings.timezone)).isoformat()
