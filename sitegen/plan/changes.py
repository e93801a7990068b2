"""What was changed: the history of a page, and the corrections of the whole site, on a page and as a feed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sitegen.files import Output
from sitegen.kinds.common import Change
from sitegen.model import AnyItem
from sitegen.plan import channels
from sitegen.plan.atom import ENTRIES, Entry, Feed, midnight
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import CORRECTIONS, CORRECTIONS_FEED, HISTORY
from sitegen.views import pages as views
from sitegen.views import parts
from sitegen.views.parts import Anchor, FeedLink


class Mended(NamedTuple):
    """A correction: its day, the item that it was made in, its number among those of that item and day, from 1."""

    on: date
    item: AnyItem
    number: int
    change: Change


def history(item: AnyItem, at: Standpoint) -> tuple[parts.Change, ...]:
    """Return the changes of an item that readers are told about, the newest first."""
    return tuple(
        parts.Change(
            at.wording.day(change.on),
            at.say("correction") if _is_correction(change) else "",
            at.told_best(change.text, f"changes.{number}.text"),
        )
        for number, change in _newest_first(item.facts.changes)
    )


def corrections(at: Standpoint) -> views.Corrections:
    """Return every correction of the site."""
    found = _mended(at)
    return views.Corrections(
        answer=at.wording.count("answer_corrections", len(found)) if found else at.say("answer_corrections_none"),
        corrections=tuple(
            views.Correction(
                at.wording.day(each.on),
                Anchor(f"{at.href(each.item.kind, each.item.id)}#{HISTORY}", at.title(each.item)),
                at.phrase(each.change.text),
            )
            for each in found
        ),
        feed=at.linker.href(at.here, at.root + CORRECTIONS_FEED) if at.linker.base_url else "",
        feeds=links(at),
    )


def feed(root: Standpoint) -> Iterator[Output]:
    """Yield the feed of corrections in a language, if there is their page and full addresses are known."""
    page = root.item("page", CORRECTIONS) if root.linker.base_url else None
    if page is not None and root.language in page.words:
        about = Feed(
            title=_feed_title(root.title(page).text, root),
            subtitle=" ".join(root.summary(page).text.split()),
            page=root.location("page", CORRECTIONS),
        )
        entries = tuple(_entries(_mended(root)[:ENTRIES], root))
        yield from channels.files(CORRECTIONS_FEED, about, entries, root)


def links(at: Standpoint) -> tuple[FeedLink, ...]:
    """Return how a page names the feed of corrections; nothing where there is none."""
    page = at.item("page", CORRECTIONS) if at.linker.base_url else None
    if page is None or at.language not in page.words:
        return ()
    return channels.links(CORRECTIONS_FEED, _feed_title(at.title(page).text, at), at)


def _feed_title(title: str, at: Standpoint) -> str:
    return f"{title} | {at.phrase(at.settings.name).text}"


def _entries(found: Iterable[Mended], at: Standpoint) -> Iterator[Entry]:
    for each in found:
        address = at.linker.full(at.location(each.item.kind, each.item.id))
        yield Entry(
            title=at.title(each.item).text,
            id=f"{address}#correction-{each.on.isoformat()}-{each.number}",
            address=f"{address}#{HISTORY}",
            updated=midnight(each.on, at),
            summary=" ".join(at.phrase(each.change.text).text.split()),
        )


def _mended(at: Standpoint) -> tuple[Mended, ...]:
    """Return the corrections of all published items, the newest first, those of one day by kind and id."""
    found = (each for item in at.published() if item.facts.changes for each in _mended_in(item))
    return tuple(sorted(found, key=lambda each: (-each.on.toordinal(), each.item.kind, each.item.id, -each.number)))


def _mended_in(item: AnyItem) -> Iterator[Mended]:
    """Yield the corrections of an item; their numbers stay when others are added below them."""
    days: list[date] = []
    for change in filter(_is_correction, item.facts.changes):
        days.append(change.on)
        yield Mended(change.on, item, days.count(change.on), change)


def _is_correction(change: Change) -> bool:
    return change.type == "correction"


def _newest_first(changes: Sequence[Change]) -> list[tuple[int, Change]]:
    """Return changes by day with their numbers, the newest first; of those of one day, the one written last."""
    return sorted(enumerate(changes), key=lambda each: (each[1].on, each[0]), reverse=True)
