"""What pages say to programs, expanded by a reader of JSON-LD and held against the vocabulary of schema.org.

The vocabulary is that of msgspec-schemaorg, made from the definitions that schema.org publishes.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec_schemaorg.models as vocabulary
import pytest
from pyld import jsonld

from tests.campaign import Tree
from tests.pages import document, text
from tests.sites import CHARTED, built, plant

ROOT = "https://schema.org/"
ANNOTATION = "query-input"
"""What schema.org says of actions beside its vocabulary: https://schema.org/docs/actions.html."""
DATA = """
-- content/pages/data.ko.md --
---
{title: 자료, summary: 자료를 모았습니다.}
---
-- content/pages/data.en.md --
---
{title: Data, summary: All files.}
---
"""
SETTINGS, OPERATOR = "-- content/site.yaml --\n", "operator: {ko: 시험하는 사람들, en: People who try}\n"
SAYS = {
    "en/index.html": "WebSite",
    "en/news/release/index.html": "NewsArticle",
    "en/agencies/energy-office/index.html": "GovernmentOrganization",
    "en/indicators/emissions/index.html": "Dataset",
    "en/questions/index.html": "FAQPage",
    "en/data/index.html": "DataCatalog",
    "en/tasks/solar-roofs/index.html": "BreadcrumbList",
    "en/events/arbor-day/index.html": "Event",
}
TEXTS = frozenset({"name", "headline", "description", "text", "alternateName", "variableMeasured"})
"""What is said in words."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of a site with something of every kind, with a search and open data."""
    site = CHARTED.replace(SETTINGS, SETTINGS + OPERATOR, 1) + DATA
    folder = plant(tmp_path_factory.mktemp("stated"), site)
    return built(folder, "--base-url", "https://example.org/a/b/")


@pytest.mark.parametrize(("path", "type_"), SAYS.items())
def test_pages_say_what_they_are_about(site: Tree, path: str, type_: str) -> None:
    """In a type that schema.org has, beside the way to them."""
    assert type_ in {found["@type"] for found in _said(site[path])}


def test_every_statement_of_the_site_is_in_the_vocabulary(site: Tree) -> None:
    """Each type is one, each property may be said of it, and what stands there may stand there."""
    pages = [path for path in site if path.endswith(".html") and b"ld+json" in site[path]]
    assert len(pages) > 2 * len(SAYS)
    assert {} == {path: wrong for path in pages if (wrong := [*_wrong_in(_said(site[path]))])}


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ({"@type": "Newspaperarticle"}, "Newspaperarticle is no type"),
        ({"@type": "NewsArticle", "startDate": "2026-06-01"}, "NewsArticle has no startDate"),
        ({"@type": "NewsArticle", "author": {"@type": "Event"}}, "NewsArticle.author is no Event"),
        ({"@type": "NewsArticle", "datePublished": "June"}, "NewsArticle.datePublished is no date: June"),
    ],
)
def test_what_is_not_in_the_vocabulary_is_found(statement: Mapping[str, Any], wrong: str) -> None:
    """Or the test above would prove nothing."""
    assert [wrong] == [*_wrong_in([{"@context": "https://schema.org", **statement}])]


@pytest.mark.parametrize("path", SAYS)
def test_readers_see_whatever_is_said(site: Tree, path: str) -> None:
    """Every word of it stands on the page."""
    shown = "".join(text(site[path]).split())
    words = [word for found in _said(site[path]) for word in _words(found)]
    assert words
    assert [] == [word for word in words if "".join(word.split()) not in shown]


def test_nobody_is_called_a_part_of_government_but_agencies(site: Tree) -> None:
    """Who publishes the site is named as the settings name them."""
    (news,) = (found for found in _said(site["en/news/release/index.html"]) if found["@type"] == "NewsArticle")
    assert {"@type": "GovernmentOrganization", "name": "Energy Office"} == news["author"]
    assert {"@type": "Organization", "name": "People who try"} == news["publisher"]


def test_a_program_can_search(site: Tree) -> None:
    """At the address of the search page, in its language."""
    (found,) = (found for found in _said(site["en/index.html"]) if found["@type"] == "WebSite")
    assert (
        "https://example.org/a/b/en/search/?q={search_term_string}" == found["potentialAction"]["target"]["urlTemplate"]
    )


def _said(page: bytes) -> list[Any]:
    scripts = document(page).iter("script")
    return [json.loads(found.text or "") for found in scripts if found.get("type") == "application/ld+json"]


def _words(value: Any, name: str = "") -> Iterator[str]:  # noqa: ANN401  # whatever JSON can say
    match value:
        case dict():
            for key, each in value.items():
                yield from _words(each, key)
        case list():
            for each in value:
                yield from _words(each, name)
        case str() if name in TEXTS:
            yield value


def _wrong_in(statements: list[Any]) -> Iterator[str]:
    for found in jsonld.expand(statements, {"documentLoader": _context}):
        yield from _wrong(found)


def _context(url: str, _options: object) -> Mapping[str, object]:
    """Return the context of schema.org as far as it is needed: every word is one of its own."""
    assert url in {ROOT, ROOT.rstrip("/")}, "nothing is asked of other hosts"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
            "document": {"@context": {"@vocab": ROOT}}}  # fmt: skip


def _wrong(node: Mapping[str, Any]) -> Iterator[str]:
    (type_,) = (each.removeprefix(ROOT) for each in node["@type"])
    known = getattr(vocabulary, type_, None)
    if known is None:
        yield f"{type_} is no type"
        return
    for iri, values in node.items():
        name = iri.removeprefix(ROOT)
        if iri.startswith(ROOT) and name != ANNOTATION:
            if name not in known.__struct_fields__:
                yield f"{type_} has no {name}"
            else:
                ranges = next(cls.__annotations__[name] for cls in known.__mro__ if name in cls.__annotations__)
                yield from (wrong for each in values for wrong in _misplaced(each, f"{type_}.{name}", str(ranges)))


def _misplaced(value: Mapping[str, Any], there: str, ranges: str) -> Iterator[str]:
    if "@type" in value and "@value" not in value:
        (type_,) = (each.removeprefix(ROOT) for each in value["@type"])
        bases = {cls.__name__ for cls in getattr(vocabulary, type_, object).__mro__}
        if not bases & {*re.findall(r"\w+", ranges)}:
            yield f"{there} is no {type_}"
        yield from _wrong(value)
    elif re.search(r"\b(date|datetime)\b", ranges) and "str" not in ranges and not _is_time(value["@value"]):
        yield f"{there} is no date: {value['@value']}"


def _is_time(said: object) -> bool:
    try:
        return bool(date.fromisoformat(f"{str(said)[:10]}{'2000-01-01'[len(str(said)) :]}"))
    except ValueError:
        return False
