"""Rules of pages, and of the pages that the settings name."""

from collections.abc import Iterator

from sitegen.check.subjects import of_kind
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds.page import PageFacts, PageWords
from sitegen.model import Item, Site
from sitegen.urls import HOME, NOT_FOUND, ON_THEIR_LIST, SECTIONS


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with the pages: home and 404 must exist, and each kind that is used needs its list."""
    for identifier in (HOME, NOT_FOUND):
        page = site.items["page"].get(identifier)
        if ("page", identifier) not in site.broken and (page is None or site.default_language not in page.words):
            yield _missing_page(identifier, site)
    yield from _list_heads(site)
    yield from _unpublished_in_settings(site)


def _missing_page(identifier: str, site: Site) -> Diagnostic:
    path = f"content/pages/{identifier}.{site.default_language}.md"
    return error("missing-page", Place(path), "every site needs this page", "create it, and publish it")


def _list_heads(site: Site) -> Iterator[Diagnostic]:
    heads: dict[str, Item[PageFacts, PageWords]] = {}
    for page in of_kind(site, "page", PageFacts, PageWords):
        if page.facts.lists:
            heads[page.facts.lists] = page
            if page.id != SECTIONS[page.facts.lists]:
                yield _wrong_name(page.facts.lists, SECTIONS[page.facts.lists], page)
    for kind, section in SECTIONS.items():
        used = bool(site.items.get(kind) or site.records.get(kind))
        if used and ("page", section) not in site.broken:
            unheaded = _unheaded(kind, heads.get(kind), site)
            yield from (_missing_list(kind, section, language, site) for language in unheaded)


def _unheaded(kind: str, page: Item[PageFacts, PageWords] | None, site: Site) -> tuple[str, ...]:
    """Return the languages whose list of a kind has no page; what stands on its list only, stands there in all."""
    if page is None:
        return (site.default_language,)
    return tuple(language for language in site.languages if kind in ON_THEIR_LIST and language not in page.words)


def _missing_list(kind: str, section: str, language: str, site: Site) -> Diagnostic:
    path, original = (f"content/pages/{section}.{code}.md" for code in (language, site.default_language))
    if section in site.withheld["page"]:
        return _withheld_list(kind, path)
    return error(
        "missing-list",
        Place(path),
        "there is content of kind {kind}, but no page that heads its list",
        "create this file with lists: {kind}" if path == original else "create this file: a translation of {original}",
        kind=kind,
        original=original,
    )


def _withheld_list(kind: str, path: str) -> Diagnostic:
    return error(
        "missing-list",
        Place(path),
        "there is content of kind {kind}, but the page that heads its list is not published",
        "publish it: remove draft: true, or whatever keeps it back",
        kind=kind,
    )


def _wrong_name(kind: str, section: str, page: Item[PageFacts, PageWords]) -> Diagnostic:
    return error(
        "list-name",
        page.facts_origin.place("lists"),
        "the list of {kind} has the address /{section}/",
        "rename the file to {section}",
        kind=kind,
        section=section,
    )


def _unpublished_in_settings(site: Site) -> Iterator[Diagnostic]:
    settings = site.settings
    named = [(f"navigation.{number}", page) for number, page in enumerate(settings.navigation)]
    named += [(f"footer.{number}", page) for number, page in enumerate(settings.footer)]
    named += [(field, page) for field in ("privacy", "about", "search") if (page := getattr(settings, field))]
    for field, page in named:
        if page in site.withheld["page"]:
            yield error(
                "link-unpublished",
                site.settings_origin.place(field),
                '"{target}" is not published, so readers cannot follow this link',
                "publish it first, or remove the link",
                target=f"page:{page}",
            )
