"""Cards: the picture that is shown where a page's address is shared.

Things that people tell others of have a card each; all other pages of a language share the site's. They need full
addresses, so that without one there are none.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from sitegen.diagnostics import Place, SiteError, error
from sitegen.fingerprint import fingerprint
from sitegen.kinds import PAGE_KINDS
from sitegen.model import AnyItem, Card
from sitegen.plan.assets import FACE
from sitegen.plan.indexing import is_indexed
from sitegen.plan.standings import task_status
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import event_time, meeting_time, news_time
from sitegen.urls import CARDS, HOME
from sitegen.views.frame import Picture
from sitegen.views.parts import Status, When

WITH_THEIR_OWN = frozenset({"strategy", "task", "meeting", "news", "event", "action", "indicator", "page"})
SETTINGS = Place("content/site.yaml")

DETAILS: Mapping[str, Callable[[Any, Standpoint], Status | When]] = {
    "task": task_status,
    "event": event_time,
    "meeting": meeting_time,
    "news": news_time,
}
"""What is said of things of a kind beside what they are: how it stands with them, or when they are."""


def card_of(item: AnyItem, at: Standpoint) -> Card | None:
    """Return the card of an item's page at `at.here`; None if it has none of its own.

    Raises:
        SiteError: if cards are wanted, and there is no font to draw them with.

    """
    if item.kind not in WITH_THEIR_OWN or not is_indexed(item) or not _are_drawn(at):
        return None
    detail = DETAILS[item.kind](item, at) if item.kind in DETAILS else When("")
    mark, words = (detail.code, detail.label) if isinstance(detail, Status) else ("", detail.text)
    origin = f"content/{PAGE_KINDS[item.kind].folder}/{item.id}.{at.spoken(item)}.md"  # where it must stand
    name, title = at.phrase(at.settings.name).text, at.title(item).text
    return _named(Card("", name, _key(item, at), mark, words, title, origin), at)


def of_item(item: AnyItem, at: Standpoint) -> Iterator[Card]:
    """Yield the card of an item's page, if it has one of its own."""
    if card := card_of(item, at):
        yield card


def site_card(at: Standpoint) -> Card | None:
    """Return the card of all pages in a language that have none of their own, wherever `at` is among them."""
    if not _are_drawn(at):
        return None
    name, description = at.phrase(at.settings.name).text, at.phrase(at.settings.description).text
    return _named(Card("", name, "", "", "", description, SETTINGS.path), at.moved(f"{at.root}site/"))


def of_site(root: Standpoint) -> Iterator[Card]:
    """Yield the card of the site in the language of `root`, if cards are drawn."""
    if card := site_card(root):
        yield card


def picture(card: Card | None, at: Standpoint) -> Picture | None:
    """Return a page's card as the page names it; the site's if it has none of its own."""
    card = card or at.once("site-card", lambda: site_card(at))
    if card is None:
        return None
    known = ", ".join(filter(None, (card.key, card.detail)))
    return Picture(at.linker.full(card.path), f"{known}: {card.title}" if known else card.title)


def _are_drawn(at: Standpoint) -> bool:
    if not (at.linker.base_url and at.settings.cards):
        return False
    if not at.assets.face:
        message, fix = "there is no font to draw cards with: {path}", "add it, or remove cards: true"
        raise SiteError([error("card-font", SETTINGS, message, fix, path=FACE)])
    return True


def _key(item: AnyItem, at: Standpoint) -> str:
    """Return what an item is, in a word or two: its kind; what menus call it, if it is a page."""
    if item.kind != "page":
        return at.say(f"kind_{item.kind}")
    label = getattr(at.words(item), "label", "")
    return "" if item.id == HOME or label == at.words(item).title else label


def _named(card: Card, at: Standpoint) -> Card:
    """Return a card with its address, which changes with what is on it: whoever shows it keeps it for long."""
    drawn = fingerprint(at.assets.face, msgspec.msgpack.encode(card)).hex()[:10]
    name = at.here.removesuffix("/") or "home"
    return msgspec.structs.replace(card, path=f"{CARDS}{name}.{drawn}.png")
