"""What every page is framed by."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.views.parts import Anchor, Body, Change, Fact, FeedLink, Illustration, Phrase, Reference, When


class LanguageChoice(Struct, frozen=True):
    """A language of the site, and this very page in it; no `href` where the page does not exist in it."""

    code: str
    name: str
    href: str
    is_current: bool


class Alternate(Struct, frozen=True):
    """The same page in another language, for search engines; `code` may be x-default, which is of no `locale`."""

    code: str
    href: str
    locale: str = ""


class Picture(Struct, frozen=True):
    """The card of a page, for where its address is shared: full address, and what is on it in words."""

    href: str
    alt: str
    width: int = 1200
    height: int = 630


class Share(Struct, frozen=True):
    """How to tell others of a page: its full address and a letter about it, both empty where the address is not known.

    `subject` is what the letter is called.
    """

    address: str
    letter: str
    subject: str


class Footprint(Struct, frozen=True):
    """What a page says of its weight, with stand-ins for the numbers, and the page that explains them."""

    text: str
    page: Anchor | None


class Frame(Struct, frozen=True):
    """The site around a page, the same for all pages of a language but for relative addresses; there may be no `feeds`.

    `scripts` are the addresses of all scripts there are, by name: a template loads those that its pages gain from.
    """

    lang: str
    locale: str
    site_name: str
    home: str
    navigation: tuple[Anchor, ...]
    languages: tuple[LanguageChoice, ...]
    footer: tuple[Anchor, ...]
    privacy: Anchor | None
    about: Anchor | None
    search: Anchor | None
    is_official: bool
    operator: Phrase | None
    contact: Phrase | None
    licence: Phrase | None
    footprint: Footprint | None
    stylesheet: str
    icon: str
    scripts: Mapping[str, str]
    opensearch: FeedLink | None
    feeds: tuple[FeedLink, ...]
    integrity: Mapping[str, str] = {}
    """What tells browsers that style sheet and scripts are those that were meant, by their addresses; may be empty."""
    policy: str = ""
    """What stands on a page for its policy until it is finished; empty where pages have none."""
    referrer: str = ""


class Page(Struct, frozen=True):
    """What every page says of itself; `title_lang` is the title's language where it is not the page's own.

    `way` is what `crumbs` say, for programs.

    `original` is the page in the language it was first written in, on a translation that says that it is one, and on
    one that is `outdated`: in words, empty as long as its original has not changed. `illustration` is what it begins
    with, and `folds_pictures` says that a picture of it is not loaded before somebody asks for it.
    """

    title: str
    title_lang: str
    summary: Phrase
    description: str
    crumbs: tuple[Anchor, ...]
    way: Mapping[str, object] | None
    illustration: Illustration | None
    folds_pictures: bool
    body: Body | None
    facts: tuple[Fact, ...]
    references: tuple[Reference, ...]
    sources: tuple[Anchor, ...]
    changes: tuple[Change, ...]
    updated: When | None
    canonical: str
    alternates: tuple[Alternate, ...]
    card: Picture | None
    share: Share | None
    is_indexed: bool
    is_translation: bool
    original: Anchor | None
    outdated: str
