"""The site's own settings: site.yaml. What it does not name is left out of the pages, never invented."""

from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.values import Id, Label, PageRef, WebAddress

LANGUAGE = r"^[a-z]{2,3}$"
CONTACT = r"^(https://[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[0-9-]+)$"
DOMAIN = r"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$"
LOCALE = r"^[a-z]{2,3}(_[A-Z]{2})?$"

Domain = Annotated[str, Meta(pattern=DOMAIN)]

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


class Security(Struct, frozen=True, kw_only=True):
    """Whom to tell of a weakness of the site: security.txt, as RFC 9116 has it."""

    contacts: Annotated[
        tuple[Annotated[str, Meta(pattern=CONTACT)], ...],
        Meta(min_length=1, description="addresses to write to, the preferred one first: https://, mailto: or tel:"),
    ]
    expires: Annotated[date, Meta(description="the day from which this is not to be trusted, within a year at best")]
    encryption: Annotated[WebAddress | None, Meta(description="the key to encrypt with")] = None
    policy: Annotated[WebAddress | None, Meta(description="what happens with what is reported")] = None
    languages: Annotated[
        tuple[Annotated[str, Meta(pattern=LANGUAGE)], ...], Meta(description="the languages that are understood")
    ] = ()


class Disclosure(Struct, frozen=True, kw_only=True):
    """A document that says what the site, or who operates it, does to the climate."""

    type: Annotated[
        Literal["web-page", "annual-report", "sustainability-page", "certificate", "csrd-report", "other"],
        Meta(description="what sort of document it is"),
    ]
    address: Annotated[WebAddress, Meta(description="where it is")]
    title: Annotated[Label | None, Meta(description="what it is called")] = None
    domain: Annotated[Domain | None, Meta(description="the domain that it is about")] = None
    valid_until: Annotated[date | None, Meta(description="the last day on which it holds")] = None


class Service(Struct, frozen=True, kw_only=True):
    """A service of others that the site is served by."""

    domain: Annotated[Domain, Meta(description="the domain of who provides it")]
    type: Annotated[tuple[Id, ...], Meta(description="what it provides, as in shared-hosting, cdn")] = ()


class CarbonTxt(Struct, frozen=True, kw_only=True):
    """What is disclosed of the site's carbon, for programs: carbon.txt, version 0.4."""

    disclosures: Annotated[
        tuple[Disclosure, ...], Meta(min_length=1, description="documents that show what is claimed")
    ]
    services: Annotated[tuple[Service, ...], Meta(description="services of others that serve the site")] = ()


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
    security: Annotated[
        Security | None, Meta(description="whom to tell of a weakness; left out, there is no security.txt")
    ] = None
    carbon_txt: Annotated[
        CarbonTxt | None, Meta(description="what is disclosed of carbon; left out, there is no carbon.txt")
    ] = None
    update_days: Annotated[
        int, Meta(ge=1, le=3660, description="days without an update after which the report names a task")
    ] = 100

    @cached_property
    def claimless(self) -> tuple[str, ...]:
        """The names that claim nothing, in all languages, the longest first."""
        return tuple(sorted((words for name in self.names for words in name.words.values()), key=len, reverse=True))
