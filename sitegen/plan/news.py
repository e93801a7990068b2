"""News pages and their list."""

from typing import cast

from sitegen.plan.catalogue import Catalogue, parted
from sitegen.plan.errata import errata
from sitegen.plan.rows import SourceItem, meeting_row, news_row
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.plan.statements import news_data
from sitegen.plan.times import MeetingItem, NewsItem, news_in_order
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Fact, Row

TYPES = ("press_release", "notice", "explanation", "correction")


def catalogue(at: Standpoint) -> Catalogue[NewsItem]:
    """Return the news by kind of text."""
    items = news_in_order(at)
    parts = parted(items, "news", TYPES, lambda news: news.facts.type)
    return Catalogue(at.wording.count("answer_news", len(items)), parts, news_row)


def detail(news: NewsItem, at: Standpoint) -> views.News:
    """Return a news item's page."""
    words, original = at.words(news), news.facts.original
    return views.News(
        type=at.say(f"news_type_{news.facts.type}"),
        subtitles=words.subtitles,
        translation_note=words.translation_note,
        errata=errata(enumerate(news.facts.errata), original or at.language, at),
        archived=_archived(news, at),
        meeting=_meeting(news, at),
        linked_data=news_data(news, at),
    )


def news_facts(news: NewsItem, at: Standpoint) -> tuple[Fact, ...]:
    """Return who issued it, when, and what it reports on."""
    known = news.facts
    return facts(
        at.fact("type", at.say(f"news_type_{known.type}")),
        at.fact("agency", at.value("agency", known.agency)),
        at.dated("issued_on", known.issued_on),
        at.dated("reports_on", known.reports_on),
        at.fact("original_language", known.original and at.say(f"language_{known.original}")),
    )


def _archived(news: NewsItem, at: Standpoint) -> Anchor | None:
    source = cast("SourceItem | None", at.item("source", news.facts.reproduces))
    kept = source and (source.facts.archived_address or source.facts.address)
    return Anchor(kept, at.title(source)) if source and kept else None


def _meeting(news: NewsItem, at: Standpoint) -> Row | None:
    found = cast("MeetingItem | None", at.item("meeting", news.facts.meeting))
    return meeting_row(found, at) if found else None
