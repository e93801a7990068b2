"""Rules of news."""

from collections.abc import Iterator

from sitegen.check.subjects import of_kind
from sitegen.diagnostics import Diagnostic, error
from sitegen.kinds.news import NewsFacts, NewsWords
from sitegen.model import Item, Site

NewsItem = Item[NewsFacts, NewsWords]


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with news: a translation says that it is one."""
    for news in of_kind(site, "news", NewsFacts, NewsWords):
        yield from _translations(news)


def _translations(news: NewsItem) -> Iterator[Diagnostic]:
    original = news.facts.original
    for language, words in news.words.items():
        if original is not None and language != original and not words.translation_note:
            yield error(
                "translation-unmarked", news.documents[language].origin.place("translation_note"),
                "this is a translation of the text in {original}, and must say so",
                "add translation_note: and who translated it", original=original,
            )  # fmt: skip
