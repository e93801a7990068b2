"""Our own layout: every page is a task in one language; its agency and its tags are agencies with a page each."""

import sys
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import yaml

from benchmarks.corpus import AGENCIES, TAGS, Corpus, Page, newest, spelled
from benchmarks.front_matter import fenced
from benchmarks.generator import HERE, PROJECT, Generator
from benchmarks.layouts.sections import admonished

FEATURED = 20  # as many as the other generators show on their home pages

AGENCY_IDS: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            AGENCIES,
            (
                "ministry-of-housing", "ministry-of-health", "national-tax-service", "ministry-of-education",
                "city-of-busan", "city-of-seoul", "korea-transport-authority", "ministry-of-small-business",
                "statistics-office", "ministry-of-the-interior",
            ),
            strict=True,
        )
    )
)  # fmt: skip
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "benefits": "employment",
        "housing": "buildings",
        "tax": "finance",
        "health": "cooperation",
        "education": "education",
        "transport": "transport",
        "business": "industry",
        "notices": "administration",
    }
)
STATUSES: Mapping[str, str] = MappingProxyType(
    {"open": "in_progress", "upcoming": "planned", "closed": "stopped", "archived": "unknown"}
)
"""Statuses that need no evidence of a record of the past, which is what `basis: archival` makes of every page."""


def _source(page: Page) -> str:
    return f"content/tasks/{page.slug}.{page.language}.md"


def _finished(page: Page) -> str:
    prefix = "" if page.language == "ko" else f"{page.language}/"
    return f"site/{prefix}tasks/{page.slug}/index.html"


def _text(page: Page, corpus: Corpus) -> str:
    front_matter = fenced(
        {
            "title": page.title,
            "summary": page.summary,
            "benefit": page.summary,
            "lead_agency": AGENCY_IDS[page.agency],
            "supporting_agencies": page.tags,
            "basis": "archival",
            "status": STATUSES[page.status],
            "field": FIELDS[page.section],
            "started_on": page.date,
            "updated_on": page.date,
            "related_tasks": tuple(corpus[other].slug for other in page.related),
        }
    )
    return front_matter + spelled(page.body, lambda other: f"task:{corpus[other].slug}", admonished)


def _more(corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "content/agencies.yaml", yaml.safe_dump(list(_agencies()), allow_unicode=True, sort_keys=False)
    yield "content/pages/home.ko.md", _home(corpus)


def _agencies() -> Iterator[dict[str, object]]:
    for name, identifier in AGENCY_IDS.items():
        language = "en" if name.isascii() else "ko"
        yield _agency(identifier, {language: name}, "ministry")
    for tag in TAGS:
        yield _agency(tag, {"en": tag.capitalize(), "ko": tag}, "office")


def _agency(identifier: str, name: dict[str, str], kind: str) -> dict[str, object]:
    basis = dict.fromkeys(name, "official")
    return {"id": identifier, "name": name, "type": kind, "name_basis": basis, "as_of": "2021-03"}


def _home(corpus: Corpus) -> str:
    front_matter = fenced(
        {
            "title": "새로 나온 공공서비스부터 보여 드립니다",
            "summary": "생성기들을 견주려고 페이지 수만큼 지어낸 공공서비스입니다.",
            "label": "처음",
            "featured_tasks": tuple(page.slug for page in newest(corpus.values())[:FEATURED]),
        }
    )
    return f"{front_matter}새로 나온 서비스를 여기에, [모든 서비스](page:tasks)를 상태별로 모았습니다.\n"


OURS = Generator(
    name="sitegen",
    tool=PROJECT / "build.py",
    command=(sys.executable, str(PROJECT / "build.py")),
    version=("git", "-C", str(PROJECT), "log", "-1", "--format=%h"),
    skeleton={
        "": HERE / "skeletons/ours",
        "templates": PROJECT / "templates",
        "assets": PROJECT / "assets",
        "content/strings": PROJECT / "content/strings",
    },
    source=_source,
    text=_text,
    more=_more,
    finished=_finished,
    template="templates/pages/task.html",
    end_of_page="{{ group(view.related) }}",
    output="site",
    caches=(".cache", ".site.*"),
    note="lists every page in both languages, checks every link, verifies every finished page, publishes in one step",
)
