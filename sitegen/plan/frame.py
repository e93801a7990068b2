"""The frame around a page, and what every page says of itself."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import structs

from sitegen.footprint import GRAMS, RATING, SIZE, VERSION, grid_of
from sitegen.hosting import POLICY, REFERRER
from sitegen.model import AnyItem
from sitegen.plan import channels, opensearch
from sitegen.plan.cards import card_of, picture
from sitegen.plan.changes import history
from sitegen.plan.explanations import explained
from sitegen.plan.indexing import is_indexed, is_passed_on
from sitegen.plan.linked_data import breadcrumbs
from sitegen.plan.references import references, uncited
from sitegen.plan.sharing import share
from sitegen.plan.standpoint import Standpoint
from sitegen.translations import original_of
from sitegen.urls import FEED, HOME, SECTIONS
from sitegen.views.frame import Alternate, Footprint, Frame, LanguageChoice, Page
from sitegen.views.parts import Anchor, Body, Fact, Illustration, Phrase

DESCRIPTION_LENGTH = 160  # characters; search engines show about as many


def frame(at: Standpoint, spoken: Sequence[str]) -> Frame:
    """Return the frame of the page at `at.here`, which exists in the languages `spoken`."""
    settings = at.settings
    return Frame(
        lang=at.language,
        locale=at.wording.locale,
        site_name=at.phrase(settings.name).text,
        home=at.href("page", HOME),
        navigation=_menu(settings.navigation, at),
        languages=_languages(at, spoken),
        footer=_menu(settings.footer, at),
        privacy=menu_entry(settings.privacy, at),
        about=menu_entry(settings.about, at),
        search=menu_entry(settings.search, at),
        is_official=settings.official,
        operator=at.maybe(settings.operator),
        contact=at.maybe(settings.contact),
        licence=at.maybe(settings.licence),
        footprint=_footprint(at),
        stylesheet=at.linker.href(at.here, at.assets.stylesheet),
        icon=at.linker.href(at.here, at.assets.icon),
        scripts={name: at.linker.href(at.here, path) for name, path in at.assets.scripts.items()},
        opensearch=opensearch.link(at),
        feeds=channels.links(FEED, at.phrase(settings.name).text, at),
        **_guarded(at),
    )


def _guarded(at: Standpoint) -> dict[str, Any]:
    """Return what a page says for its own safety, on a site that is made for servers."""
    if at.settings.hosting is None:
        return {}
    integrity = {at.linker.href(at.here, path): digest for path, digest in at.assets.integrity.items()}
    return {"integrity": integrity, "policy": POLICY, "referrer": REFERRER}


def item_page(item: AnyItem, facts: tuple[Fact, ...], at: Standpoint) -> Page:
    """Return what the page of an item says of itself."""
    words, body = at.words(item), explained(item, at)
    illustration = at.picture(item.facts.image, is_first=True) if item.facts.image else None
    is_translation = item.facts.original is not None and item.facts.original != at.language
    outdated = _outdated(item, at)
    crumbs = _crumbs(item.kind, item.id, at)
    return Page(
        title=words.title,
        title_lang="",
        summary=at.told(words.summary, "summary"),
        description=_description(at.plain(words.summary)),
        crumbs=crumbs,
        way=breadcrumbs(crumbs, at),
        illustration=illustration,
        folds_pictures=_folds(illustration, body),
        body=body,
        facts=facts,
        references=references(at),
        sources=at.anchors("source", uncited(item.facts.sources, at)),
        changes=history(item, at),
        updated=at.wording.day(item.facts.updated_on) if item.facts.updated_on else None,
        canonical=at.linker.full(at.here),
        alternates=alternates(at, tuple(item.words)),
        card=picture(card_of(item, at), at) if is_indexed(item) else None,
        share=share(words.title, at) if is_passed_on(item, at.settings) else None,
        is_indexed=is_indexed(item),
        is_translation=is_translation,
        original=_original(item, at) if is_translation or outdated else None,
        outdated=outdated,
    )


def _folds(illustration: Illustration | None, body: Body | None) -> bool:
    """Whether any picture of a page is not loaded before somebody asks for it."""
    stretches = body.stretches if body else ()
    return any(each and each.show for each in (illustration, *(stretch.picture for stretch in stretches)))


def record_page(kind: str, title: Phrase, summary: str, facts: tuple[Fact, ...], at: Standpoint) -> Page:
    """Return what the page of a record says of itself."""
    crumbs = _crumbs(kind, "", at)
    return Page(
        title=title.text,
        title_lang=title.lang,
        summary=Phrase(summary),
        description=_description(summary),
        crumbs=crumbs,
        way=breadcrumbs(crumbs, at),
        illustration=None,
        folds_pictures=False,
        body=None,
        facts=facts,
        references=references(at),
        sources=(),
        changes=(),
        updated=None,
        canonical=at.linker.full(at.here),
        alternates=alternates(at, at.languages),
        card=picture(None, at),
        share=share(title.text, at),
        is_indexed=True,
        is_translation=False,
        original=None,
        outdated="",
    )


def page_of_list(kind: str, head: AnyItem, title: str, summary: str, at: Standpoint) -> Page:
    """Return what a page says of itself that belongs to the list of a kind, in the languages of what heads that."""
    page = record_page(kind, Phrase(title), summary, (), at)
    spoken = tuple(head.words)
    return structs.replace(page, alternates=alternates(at, spoken), share=None, is_indexed=is_indexed(head))


def _menu(pages: Iterable[str], at: Standpoint) -> tuple[Anchor, ...]:
    entries = (menu_entry(page, at) for page in pages)
    return tuple(entry for entry in entries if entry is not None)


def menu_entry(page: str | None, at: Standpoint) -> Anchor | None:
    """Return a menu's link; it is current on the page itself and on everything below it."""
    entry = at.once(("menu", page), lambda: _entry(page, at))
    if entry is None or page is None:
        return None
    there = at.location("page", page)
    is_current = at.here == there or (page != HOME and at.here.startswith(there))
    return Anchor(entry.href, entry.label, is_current) if is_current else entry


def _entry(page: str | None, at: Standpoint) -> Anchor | None:
    """Return a menu's link as it is on all pages but those of which it is current."""
    item = at.item("page", page)
    if item is None:
        return None
    label = getattr(at.words(item), "label", "") or at.words(item).title
    return Anchor(at.href("page", item.id), Phrase(label, at.lang(at.spoken(item))))


def _footprint(at: Standpoint) -> Footprint | None:
    """Return what a page says of its weight; None on a site that does not ask for it."""
    asked = at.settings.footprint
    if asked is None:
        return None
    grid = grid_of(asked.country)
    average = at.say(f"grid_{asked.country or 'world'}", year=grid.year, intensity=f"{grid.intensity:g}")
    numbers = {"size": SIZE, "grams": GRAMS, "rating": RATING, "version": VERSION, "grid": average}
    return Footprint(at.say("footprint", **numbers), menu_entry(asked.page, at))


def _languages(at: Standpoint, spoken: Sequence[str]) -> tuple[LanguageChoice, ...]:
    return tuple(
        LanguageChoice(
            language.code,
            language.name,
            at.linker.href(at.here, at.here_in(language.code)) if language.code in spoken else "",
            language.code == at.language,
        )
        for language in at.settings.languages
    )


def alternates(at: Standpoint, spoken: Sequence[str]) -> tuple[Alternate, ...]:
    """Return the page in each of its languages, for search engines, which want full addresses of at least two."""
    if len(spoken) == 1 or not at.linker.base_url:
        return ()
    known = [Alternate(each.code, at.linker.full(at.here_in(each.code)), each.locale) for each in at.settings.languages
             if each.code in spoken]  # fmt: skip
    return (*known, Alternate("x-default", known[0].href))


def _crumbs(kind: str, identifier: str, at: Standpoint) -> tuple[Anchor, ...]:
    """Return the way from home to the page that is above this one."""
    if (kind, identifier) == ("page", HOME):
        return ()
    above = at.anchor("page", HOME)
    home = (Anchor(above.href, Phrase(at.say("home"))),) if above else ()
    section = menu_entry(SECTIONS.get(kind), at)
    return home if section is None else (*home, Anchor(section.href, section.label))


def _original(item: AnyItem, at: Standpoint) -> Anchor | None:
    """Return the page in the language it was first written in; None if it does not exist."""
    original = original_of(item)
    if original.language == at.language:
        return None
    return Anchor(
        at.linker.href(at.here, at.here_in(original.language)), Phrase(original.words.title, original.language)
    )


def _outdated(item: AnyItem, at: Standpoint) -> str:
    """Return the sentence that says that the original has changed; empty if it has not, or nobody knows."""
    language = original_of(item).language
    return at.say("translation_outdated", language=at.say(f"language_{language}")) if at.is_outdated(item) else ""


def _description(summary: str) -> str:
    """Return the summary, cut at a word where it is longer than search engines show."""
    text = " ".join(summary.split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[: DESCRIPTION_LENGTH - 1].rpartition(" ")[0].rstrip(",.;") + "…"
