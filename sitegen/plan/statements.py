"""What pages say to programs of news, agencies, data, questions and the site, in the words of schema.org.

Nothing but what readers see as well. An agency is a GovernmentOrganization; who publishes this site is an Organization,
and named only where the settings say who operates it.
Source: https://schema.org/NewsArticle, /GovernmentOrganization, /Dataset, /DataCatalog, /FAQPage and /WebSite.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from sitegen.kinds.agency import Agency
from sitegen.kinds.indicator import IndicatorFacts, IndicatorWords
from sitegen.kinds.records import Question
from sitegen.kinds.source import SourceFacts
from sitegen.model import AnyItem, Dataset, Item
from sitegen.plan.linked_data import VOCABULARY, Described
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import NewsItem
from sitegen.urls import HOME, data_path
from sitegen.values import Period, Unknown, parse_period

IndicatorItem = Item[IndicatorFacts, IndicatorWords]
SEARCHED = "{search_term_string}"
"""What stands in the address of a search for the words that are looked for."""


def news_data(news: NewsItem, at: Standpoint) -> Described:
    """Return a news item: who issued it, and the text that it gives in full."""
    known, words = news.facts, at.words(news)
    agency = at.anchor("agency", known.agency)
    original = at.item("source", known.reproduces)
    return _stated(
        "NewsArticle",
        headline=words.title,
        description=_line(at.plain(words.summary)),
        inLanguage=at.language,
        datePublished=_day(known.issued_on),
        dateModified=known.updated_on.isoformat() if known.updated_on else None,
        author=_part("GovernmentOrganization", name=agency.label.text) if agency else None,
        publisher=_operator(at),
        isBasedOn=_address_of(original) if original else None,
        url=at.linker.full(at.here),
    )


def agency_data(agency: Agency, summary: str, at: Standpoint) -> Described:
    """Return an agency by its name at the time that the summary says, and its names in other languages."""
    name = at.phrase(agency.name).text
    others = [agency.name.words[code] for code in at.languages if agency.name.words.get(code, name) != name]
    return _stated(
        "GovernmentOrganization",
        name=name,
        alternateName=others,
        description=summary,
        foundingDate=_day(agency.valid_from),
        dissolutionDate=_day(agency.valid_to),
        url=agency.address,
    )


def dataset_data(indicator: IndicatorItem, columns: Iterable[str], at: Standpoint) -> Described:
    """Return the data of an indicator: what is in it, what it is from, under which terms, and its file."""
    known, words, data = indicator.facts, at.words(indicator), at.dataset(indicator.facts.file)
    sources = [found for origin in known.origins if (found := at.item("source", origin))]
    file = at.linker.full(data_path(known.file))
    return _stated(
        "Dataset",
        name=words.title,
        description=_line(at.plain(words.summary)),
        inLanguage=at.language,
        url=at.linker.full(at.here),
        dateModified=known.updated_on.isoformat() if known.updated_on else None,
        temporalCoverage=_years(data),
        variableMeasured=list(columns),
        license=[_part("CreativeWork", name=terms) for terms in dict.fromkeys(_terms(sources))],
        isBasedOn=[_part("CreativeWork", name=at.title(source).text, url=_address_of(source)) for source in sources],
        distribution=_download("text/csv", file) if file else None,
    )


def questions_data(at: Standpoint) -> Described:
    """Return the questions with their answers."""
    return _stated(
        "FAQPage",
        inLanguage=at.language,
        mainEntity=[
            _part(
                "Question",
                name=at.phrase(item.question).text,
                acceptedAnswer=_part("Answer", text=_line(at.phrase(item.answer).text)),
            )
            for item in at.records("question", Question)
        ],
    )


def site_data(at: Standpoint) -> Described | None:
    """Return the site, and how it is searched if there is a page for that; None if its address is not known."""
    if not at.linker.base_url:
        return None
    settings, searching = at.settings, at.item("page", at.settings.search)
    there = at.linker.full(at.location("page", searching.id)) if searching else ""
    target = _part("EntryPoint", urlTemplate=f"{there}?q={SEARCHED}")
    asked = {"query-input": f"required name={SEARCHED[1:-1]}"}
    return _stated(
        "WebSite",
        name=at.phrase(settings.name).text,
        inLanguage=at.language,
        url=at.linker.full(at.location("page", HOME)),
        publisher=_operator(at),
        potentialAction={**_part("SearchAction", target=target), **asked} if there else None,
    )


def catalogue_data(
    title: str, summary: str, tables: Iterable[tuple[str, str, str]], at: Standpoint
) -> Described | None:
    """Return all tables, each by its title and the addresses of its files; None if full addresses are not known."""
    if not at.linker.base_url:
        return None
    return _stated(
        "DataCatalog",
        name=title,
        description=summary,
        inLanguage=at.language,
        url=at.linker.full(at.here),
        publisher=_operator(at),
        dataset=[
            _part(
                "Dataset",
                name=name,
                distribution=[_download("text/csv", at.linker.full(csv)),
                              _download("application/json", at.linker.full(json))],
            )
            for name, csv, json in tables
        ],
    )  # fmt: skip


def _stated(type_: str, **said: object) -> Described:
    return {"@context": VOCABULARY, **_part(type_, **said)}


def _part(type_: str, **said: object) -> Mapping[str, object]:
    """Return a thing with what is said of it."""
    return {"@type": type_, **{name: value for name, value in said.items() if value}}


def _download(form: str, address: str) -> Mapping[str, object]:
    return _part("DataDownload", encodingFormat=form, contentUrl=address)


def _operator(at: Standpoint) -> Mapping[str, object] | None:
    operator = at.settings.operator
    return _part("Organization", name=at.phrase(operator).text) if operator else None


def _line(text: str) -> str:
    return " ".join(text.split())


def _day(period: Period | Unknown | None) -> str | None:
    """Return a time as ISO 8601 has it, which knows no quarters."""
    return period.text if isinstance(period, Period) and period.precision != "quarter" else None


def _years(data: Dataset) -> str | None:
    """Return from when until when there is data, if the first cells of its rows say so."""
    try:
        times = sorted((parse_period(cells[0]) for cells in data.rows), key=lambda time: time.first)
    except ValueError:  # they name something else
        return None
    ends = [_day(time) for time in (times[0], times[-1])] if times else []
    return "/".join(filter(None, ends)) if all(ends) else None


def _terms(sources: Iterable[AnyItem]) -> Iterator[str]:
    licences = (cast("SourceFacts", source.facts).licence for source in sources)
    return (licence for licence in licences if licence != "unknown")


def _address_of(source: AnyItem) -> str | None:
    known = cast("SourceFacts", source.facts)
    return known.archived_address or known.address
