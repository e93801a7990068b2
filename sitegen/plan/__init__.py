"""plan: site -> jobs: every page with everything its template may see, and the files that need no template."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from sitegen.kinds.agency import Agency
from sitegen.kinds.page import PageFacts, PageWords
from sitegen.model import AnyItem, File, Item, Job, Plan, Site
from sitegen.plan import (
    actions,
    agencies,
    events,
    home,
    indicators,
    meetings,
    news,
    records,
    sources,
    strategies,
    tasks,
)
from sitegen.plan.assets import Assets, bundle
from sitegen.plan.frame import frame, item_page, record_page
from sitegen.plan.redirects import redirects
from sitegen.plan.sitemap import Listed, robots, sitemap
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.wording import Wording
from sitegen.urls import HOME, NOT_FOUND, Linker, address, output_path
from sitegen.views.frame import Page
from sitegen.views.pages import Text
from sitegen.views.parts import Fact

__all__ = ["plan"]


class Detail(Struct, frozen=True):
    """How the page of an item of a kind is made: template, what it shows, its facts."""

    template: str
    view: Callable[[Any, Standpoint], Struct]
    facts: Callable[[Any, Standpoint], tuple[Fact, ...]]


DETAILS: Mapping[str, Detail] = {
    "strategy": Detail("strategy", strategies.detail, strategies.strategy_facts),
    "task": Detail("task", tasks.detail, tasks.task_facts),
    "meeting": Detail("meeting", meetings.detail, meetings.meeting_facts),
    "news": Detail("news", news.detail, news.news_facts),
    "event": Detail("event", events.detail, events.event_facts),
    "action": Detail("action", actions.detail, actions.action_facts),
    "indicator": Detail("indicator", indicators.detail, indicators.indicator_facts),
    "source": Detail("source", sources.detail, sources.source_facts),
}

LISTS: Mapping[str, tuple[str, Callable[[Standpoint], Struct]]] = {
    "strategy": ("strategy-list", strategies.listing),
    "task": ("list", tasks.listing),
    "meeting": ("list", meetings.listing),
    "news": ("list", news.listing),
    "event": ("list", events.listing),
    "action": ("list", actions.listing),
    "indicator": ("list", indicators.listing),
    "source": ("list", sources.listing),
    "agency": ("list", agencies.listing),
    "term": ("entries", records.terms),
    "figure": ("entries", records.figures),
    "question": ("entries", records.questions),
    "milestone": ("entries", records.milestones),
    "quiz": ("quiz", records.quiz),
}


def plan(site: Site, assets: tuple[File, ...], linker: Linker) -> Plan:
    """Return every page to render and every other file of the finished site.

    Raises:
        SiteError: if an interface string or an asset is missing.

    """
    bundled = bundle(assets)
    jobs = tuple(job for wording in _wordings(site) for job in _language(site, wording, linker, bundled))
    listed = tuple(_listed(job) for job in jobs)
    maps = (sitemap(page for page in listed if page),) if linker.base_url else ()
    return Plan(jobs, (*bundled.outputs, *maps, robots(linker.full("sitemap.xml")), *redirects(site, linker)))


def _wordings(site: Site) -> Iterator[Wording]:
    for language in site.settings.languages:
        yield Wording(language.code, language.locale, site.strings[language.code])


def _language(site: Site, wording: Wording, linker: Linker, assets: Assets) -> Iterator[Job]:
    """Yield every page of one language."""

    def standpoint(kind: str, identifier: str) -> Standpoint:
        return Standpoint(site, wording, linker, site.prefix(wording.language) + address(kind, identifier))

    for items in site.items.values():
        for item in items.values():
            if wording.language in item.words:
                yield _item_job(item, standpoint(item.kind, item.id), assets)
    for record in site.records["agency"].values():
        if isinstance(record.value, Agency):
            yield _agency_job(record.value, standpoint("agency", record.id), assets)


def _item_job(item: AnyItem, at: Standpoint, assets: Assets) -> Job:
    if isinstance(item.facts, PageFacts):
        template, view, facts = _page(item, at)  # type: ignore[arg-type]  # an item with the facts of a page is a page
    else:
        detail = DETAILS[item.kind]
        template, view, facts = detail.template, detail.view(item, at), detail.facts(item, at)
    return _job(template, view, item_page(item, facts, at), at, tuple(item.words), assets)


def _page(item: Item[PageFacts, PageWords], at: Standpoint) -> tuple[str, Struct, tuple[Fact, ...]]:
    if item.id == HOME:
        return "home", home.home(item, at), ()
    if item.id == NOT_FOUND:
        return "404", home.not_found(item, at), ()
    if item.facts.lists:
        template, listing = LISTS[item.facts.lists]
        return template, listing(at), ()
    return "text", Text(), ()


def _agency_job(agency: Agency, at: Standpoint, assets: Assets) -> Job:
    facts = agencies.agency_facts(agency, at)
    page = record_page("agency", at.phrase(agency.name), agencies.summary(agency, at), facts, at)
    return _job("agency", agencies.detail(agency, at), page, at, at.site.languages, assets)


def _job(  # noqa: PLR0913  # what a page is made of
    template: str, view: Struct, page: Page, at: Standpoint, spoken: tuple[str, ...], assets: Assets
) -> Job:
    context = {
        "words": at.wording.strings,
        "frame": frame(at, spoken, assets.stylesheet, assets.icon),
        "page": page,
        "view": view,
    }
    return Job(output_path(at.here), f"pages/{template}.html", context)


def _listed(job: Job) -> Listed | None:
    page = job.context["page"]
    if not isinstance(page, Page) or not page.canonical or not page.is_indexed:
        return None
    return Listed(page.canonical, page.alternates, page.updated.machine if page.updated else "")
