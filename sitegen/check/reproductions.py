"""Texts of sources that news items give in full: nobody has bent them, and what we quote stands in them."""

from collections.abc import Callable, Iterator
from typing import cast

from sitegen.check.seals import reproduced, unsealed
from sitegen.check.subjects import subjects
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds.news import NewsFacts
from sitegen.kinds.source import SourceFacts, SourceWords, evened
from sitegen.model import AnyItem, Item, Site
from sitegen.seals import Paragraph, Shift, digest, paragraphs, shifts

Markdown = Callable[[bytes], str]
"""Returns the Markdown of a body by its fingerprint."""
SourceItem = Item[SourceFacts, SourceWords]


def check(site: Site, markdown: Markdown) -> Iterator[Diagnostic]:
    """Yield a problem for every paragraph of such a text that is not as it was sealed, and for what is not in it."""
    for item in subjects(site):
        for identifier in reproduced(item) if item.kind == "news" else ():
            source = site.items["source"].get(identifier) or site.withheld["source"].get(identifier)
            if source is not None and (site.with_drafts or not source.is_draft):
                yield from _text(site, item, cast("SourceItem", source), markdown)


def _text(site: Site, item: AnyItem, source: SourceItem, markdown: Markdown) -> Iterator[Diagnostic]:
    document = item.documents.get(source.facts.language)
    if document is None:
        yield _other_language(item, source)
        return
    found = paragraphs(document, markdown(document.body))
    yield from _sealed(site, item, source, found)
    text = " ".join(paragraph.words for paragraph in found)
    yield from _not_in_it(source, evened(text))
    yield from _errata(item, evened(text))


def _sealed(site: Site, item: AnyItem, source: SourceItem, found: tuple[Paragraph, ...]) -> Iterator[Diagnostic]:
    sealed = site.seals.get(source.id)
    if sealed is None or not sealed.seal.whole_text:
        if ("seal", source.id) not in site.broken:
            yield unsealed(site, source, item.facts_origin.place("reproduces"))
        return
    now = tuple(digest(source.facts.language, paragraph.words) for paragraph in found)
    for shift in shifts(found, now, sealed.seal.whole_text):
        yield _shifted(shift, source.id)


def _shifted(shift: Shift, source: str) -> Diagnostic:
    return error(
        "reproduction-altered",
        shift.place,
        "this is the text of a source in full, and was changed after it had been sealed"
        if shift.sort == "other"
        else "before this, a paragraph of the sealed text is missing"
        if shift.sort == "missing-before"
        else "after this, a paragraph of the sealed text is missing",
        "put it back as it was; if that is not what the original says, correct it, and then: "
        "python build.py seal {source}",
        source=source,
    )


def _other_language(item: AnyItem, source: SourceItem) -> Diagnostic:
    return error(
        "reproduction-language",
        item.facts_origin.place("reproduces"),
        'the source "{source}" is in the language {language}, and there is no text in that language here',
        "add the text in that language, or remove reproduces:",
        source=source.id,
        language=source.facts.language,
    )


def _not_in_it(source: SourceItem, text: str) -> Iterator[Diagnostic]:
    """What is in another language than the source stands beside its text, as the notice of an archive does."""
    for number, passage in enumerate(source.facts.passages):
        if passage.language == source.facts.language and passage.words not in text:
            yield error(
                "passage-not-in-text",
                source.facts_origin.place(f"passages.{number}.text"),
                "this passage does not stand in the text of the source that a news item gives in full",
                "copy it from that text, word for word",
            )


def _errata(item: AnyItem, text: str) -> Iterator[Diagnostic]:
    for number, erratum in enumerate(item.facts.errata if isinstance(item.facts, NewsFacts) else ()):
        if evened(erratum.original) not in text:
            yield erratum_elsewhere(item.facts_origin.place(f"errata.{number}.original"))


def erratum_elsewhere(place: Place) -> Diagnostic:
    """Return that what is called an error of a text does not stand in it."""
    return error(
        "erratum-original",
        place,
        "these words do not stand in the text whose error they are said to be",
        "copy them from the text, word for word, with the error",
    )
