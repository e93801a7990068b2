"""Addresses: each belongs to one thing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sitegen.check.subjects import records, subjects
from sitegen.diagnostics import Diagnostic, Place, error, warning
from sitegen.model import Site
from sitegen.urls import (
    CORRECTIONS_FEED,
    EMBEDS,
    FEED,
    FILTERS,
    LIST_PAGES,
    ON_THEIR_LIST,
    SEARCH_INDEX,
    SECTIONS,
    address,
)

RESERVED = frozenset(
    {
        "assets",
        EMBEDS.rstrip("/"),
        SEARCH_INDEX,
        "robots.txt",
        "sitemap.xml",
        FEED,
        CORRECTIONS_FEED,
        "build-manifest.json",
    }
)

QUERY = "?"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for every address that two things claim, or that the site itself needs."""
    claims = _claims(site)
    taken = {*RESERVED, *site.languages}
    further = tuple(f"{section}/{name}/" for kind, section in SECTIONS.items() for name in _below(kind))
    for claimed, places in sorted(claims.items()):
        if claimed.partition("/")[0] in taken or claimed.startswith(further):
            yield _reserved(claimed, places[0], site.languages)
        for place in places[1:]:
            yield _claimed_twice(claimed, place, places[0])
    yield from _pages_in_the_way(site)
    yield from _unserved(site)


def _below(kind: str) -> tuple[str, ...]:
    """Return what stands in the addresses of the pages of a list that have no thing of their own."""
    return (LIST_PAGES, *FILTERS.get(kind, ()))


def _claims(site: Site) -> dict[str, list[Place]]:
    claims: dict[str, list[Place]] = defaultdict(list)
    for item in subjects(site):
        claims[address(item.kind, item.id)].append(Place(item.facts_origin.path))
    for record in records(site):
        if record.kind in SECTIONS and record.kind not in ON_THEIR_LIST:
            claims[address(record.kind, record.id)].append(record.origin.place("id"))
    for item in subjects(site):
        for number, alias in enumerate(item.facts.aliases):
            claims[alias.removeprefix("/")].append(item.facts_origin.place(f"aliases.{number}"))
    return claims


def _pages_in_the_way(site: Site) -> Iterator[Diagnostic]:
    """A page named like a section must be the one that heads its list."""
    heads = {section: kind for kind, section in SECTIONS.items()}
    for identifier, page in site.items["page"].items():
        listed = getattr(page.facts, "lists", None)
        if identifier in heads and listed != heads[identifier]:
            yield error(
                "address-reserved",
                Place(page.facts_origin.path),
                'the address /{id}/ belongs to the list of kind "{kind}"',
                "add lists: {kind}, or rename the file",
                id=identifier,
                kind=heads[identifier],
            )


def _unserved(site: Site) -> Iterator[Diagnostic]:
    """Yield a warning for each former address from which only a server can lead on, where no server is named."""
    if site.settings.hosting and site.settings.hosting.servers:
        return
    for item in subjects(site):
        for number, alias in enumerate(item.facts.aliases):
            if QUERY in alias:
                yield warning(
                    "alias-unserved",
                    item.facts_origin.place(f"aliases.{number}"),
                    "only a server can lead on from an address with a query, and no server is named",
                    "name yours in site.yaml, as in hosting: {{servers: [nginx]}}",
                )


def _reserved(claimed: str, place: Place, languages: Iterable[str]) -> Diagnostic:
    language, _, rest = claimed.partition("/")
    if language in languages and rest:
        return error(
            "address-reserved",
            place,
            "/{address} begins with a language, but a former address counts in every language",
            "write /{rest}",
            address=claimed,
            rest=rest,
        )
    return error("address-reserved", place, "the address /{address} is used by the site itself", "choose another one",
                 address=claimed)  # fmt: skip


def _claimed_twice(claimed: str, place: Place, first: Place) -> Diagnostic:
    return error(
        "address-taken",
        place,
        "the address /{address} already belongs to {first}",
        "rename one of the two",
        address=claimed,
        first=f"{first.path}:{first.line}",
    )
