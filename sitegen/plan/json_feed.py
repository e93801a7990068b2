"""Feeds as JSON, which says the same as the Atom feed beside it.

Source of the form: JSON Feed, version 1.1, https://www.jsonfeed.org/version/1.1/.
"""

import json
from collections.abc import Sequence

from sitegen.plan.atom import Entry, Feed, author
from sitegen.plan.standpoint import Standpoint

VERSION = "https://jsonfeed.org/version/1.1"


def written(feed: Feed, entries: Sequence[Entry], at: Standpoint) -> str:
    """Return the feed at `at.here`, whose entries begin with the newest."""
    items = [
        {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            "content_text": entry.summary,
            "date_modified": entry.updated,
        }
        for entry in entries
    ]
    whole = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": at.linker.full(feed.page),
        "feed_url": at.linker.full(at.here),
        "language": at.language,
        "authors": [{"name": author(at)}],
        "items": items,
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n"
