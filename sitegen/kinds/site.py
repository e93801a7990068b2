"""The site's own settings: site.yaml. What it does not name is left out of the pages, never invented."""

from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.values import Label, PageRef, WebAddress

LANGUAGE = r"^[a-z]{2,3}$"
LOCALE = r"^[a-z]{2,3}(_[A-Z]{2})?$"


Kind = Literal[
    "strategy", "task", "update", "meeting", "news", "event", "action", "indicator", "source", "page",
    "agency", "term", "figure", "question", "quiz", "milestone", "image",
]  # fmt: skip


class Language(Struct, frozen=True, kw_only=True):
    """A language of the site."""

    code: Annotated[str, Meta(pattern=LANGUAGE, description="its code, as in ko")]
    name: Annotated[str, Meta(min_length=1, description="its own name for itself")]
    locale: Annotated[str, Meta(pattern=LOCALE, description="how it writes dates, as in en_GB")]


class Footprint(Struct, frozen=True, kw_only=True):
    """That each page says what it weighs, and what that means for the climate."""

    page: Annotated[PageRef, Meta(description="the page that explains how weight and footprint are worked out")]
    country: Annotated[
        Literal["KOR"] | None, Meta(description="the country whose electricity counts; the world's without it")
    ] = None


BudgetKind = Literal[
    "strategy", "task", "meeting", "news", "event", "action", "indicator", "source", "page", "agency"
]  # fmt: skip


class Budget(Struct, frozen=True, kw_only=True):
    """What the pages of a kind may weigh."""

    kind: Annotated[BudgetKind, Meta(description="the kind; lists are pages")]
    text: Annotated[
        int, Meta(ge=1, le=269, description="kilobytes that a first visit may transfer, compressed, without pictures")
    ] = 30
    whole: Annotated[int, Meta(ge=1, le=269, description="kilobytes that it may transfer with pictures")] = 150


class StrictTransport(Struct, frozen=True, kw_only=True):
    """That browsers reach the host by HTTPS only: it binds every site on that host, for as long as it says."""

    days: Annotated[int, Meta(ge=1, le=3650, description="for how many days a browser keeps to it")] = 365
    reach: Annotated[
        Literal["host", "subdomains", "preload"],
        Meta(description="the host alone, all names below it too, or these and the lists that come with browsers"),
    ] = "host"


Server = Literal["nginx", "apache", "caddy", "headers"]
Compression = Literal["br", "gz"]


class HostingSettings(Struct, frozen=True, kw_only=True):
    """How the site is to be served: pages carry their policy, and the servers named get their configuration."""

    servers: Annotated[
        tuple[Server, ...], Meta(description="what gets a configuration; headers writes _headers and _redirects")
    ] = ()
    compress: Annotated[
        tuple[Compression, ...], Meta(description="the forms in which texts lie compressed beside the files")
    ] = ()
    hsts: Annotated[
        StrictTransport | None, Meta(description="HTTPS only, for every site on the host; without it, nothing is said")
    ] = None


class Settings(Struct, frozen=True, kw_only=True, dict=True):
    """Settings of the site."""

    name: Annotated[Label, Meta(description="the site's name")]
    description: Annotated[Label, Meta(description="the site in a sentence")]
    languages: Annotated[
        tuple[Language, ...], Meta(min_length=1, description="its languages; the first is the default")
    ]
    timezone: Annotated[str, Meta(description="its time zone, as in Asia/Seoul")] = "Asia/Seoul"
    base_url: Annotated[WebAddress | None, Meta(description="where it is published")] = None
    addresses: Annotated[Literal["relative", "absolute"], Meta(description="how pages link to each other")] = "relative"
    official: Annotated[bool, Meta(description="true only on a site of the government itself")] = False
    navigation: Annotated[tuple[PageRef, ...], Meta(description="the pages in the header, in order")] = ()
    footer: Annotated[tuple[PageRef, ...], Meta(description="the pages in the footer, in order")] = ()
    privacy: Annotated[PageRef | None, Meta(description="the privacy statement, set apart in the footer")] = None
    about: Annotated[PageRef | None, Meta(description="the page that says who stands behind the site")] = None
    search: Annotated[
        PageRef | None, Meta(description="the page on which readers search; without it, nothing is made for it")
    ] = None
    operator: Annotated[Label | None, Meta(description="who operates the site")] = None
    contact: Annotated[Label | None, Meta(description="how to reach the operator")] = None
    licence: Annotated[Label | None, Meta(description="terms of use of the content")] = None
    footprint: Annotated[Footprint | None, Meta(description="each page says what it weighs; left out, none does")] = (
        None
    )
    images: Annotated[
        Literal["shown", "text-first"], Meta(description="whether pictures are loaded before a reader asks for them")
    ] = "shown"
    budget: Annotated[tuple[Budget, ...], Meta(description="what pages may weigh, by kind")] = ()
    strict: Annotated[
        tuple[Kind, ...],
        Meta(description="the kinds whose texts may say no number and quote nothing without a figure or a citation"),
    ] = ()
    unchecked: Annotated[
        tuple[Kind, ...], Meta(description="the kinds whose texts are not looked through for numbers and quotations")
    ] = ()
    names: Annotated[
        tuple[Label, ...], Meta(description="names with a number in them, which claim nothing: 2050 Carbon Neutrality")
    ] = ()
    cards: Annotated[
        bool, Meta(description="true: a picture is drawn for each page, shown where its address is shared")
    ] = False
    share: Annotated[bool, Meta(description="true: pages end with ways to tell others of them")] = False
    hosting: Annotated[
        HostingSettings | None, Meta(description="how it is to be served; left out, nothing is made for servers")
    ] = None
    update_days: Annotated[
        int, Meta(ge=1, le=3660, description="days without an update after which the report names a task")
    ] = 100

    @cached_property
    def claimless(self) -> tuple[str, ...]:
        """The names that claim nothing, in all languages, the longest first."""
        return tuple(sorted((words for name in self.names for words in name.words.values()), key=len, reverse=True))
