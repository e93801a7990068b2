"""Addresses: where each thing is published, and how one page links to another."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlsplit

from msgspec import Struct

HOME = "home"
NOT_FOUND = "404"
LIST_PAGES = "page"
FEED = "feed.xml"
CORRECTIONS = "corrections"
"""The page that lists what was corrected on the whole site."""
PLEDGE = "pledge"
"""The page on which actions are chosen."""
CORRECTIONS_FEED = "corrections.xml"
UPDATES = "page.updates"
"""The anchor of the reports on the page of a task."""
CALENDAR = "events.ics"
"""The dates of all events in a language, for calendars."""
SEARCH_INDEX = "search-index"
"""The folder of the files in which readers search."""
EMBEDDING = "embedding"
"""The page that says how other sites can show what is in `EMBEDS`."""
EMBEDS = "embed/"
ASSETS = "assets/"
"""The folder of files whose names change with what is in them."""
CARDS = f"{ASSETS}cards/"
PRESS = "press"
"""The page for the press."""
DATA = "data"
"""The page that says what there is for programs, and the folder of the tables."""
PACKAGE = "datapackage.json"
"""What describes all tables."""
OPENSEARCH = "opensearch.xml"
"""What tells programs how the site is searched, in each language."""
SECURITY_TXT = ".well-known/security.txt"
CARBON_TXT = "carbon.txt"
HISTORY = "page.changes"
"""The anchor of the history of changes on a page."""

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "strategy": "strategy",
        "task": "tasks",
        "meeting": "meetings",
        "news": "news",
        "event": "events",
        "action": "actions",
        "indicator": "indicators",
        "source": "sources",
        "agency": "agencies",
        "term": "glossary",
        "figure": "figures",
        "question": "questions",
        "quiz": "quiz",
        "milestone": "timeline",
    }
)

FILTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"action": ("for", "field", "stage"), "task": ("status", "agency", "field", "strategy")}
)
"""The names that filters of a list have in its addresses; nothing on the list may be called so."""

LINKABLE = frozenset({*SECTIONS, "page"})
"""Kinds that have an address."""

ON_THEIR_LIST = frozenset({"term", "figure", "question", "quiz", "milestone"})


def prefix(language: str, languages: Sequence[str]) -> str:
    """Return what addresses in a language start with: nothing for the first one, else as in `en/`."""
    return "" if language == languages[0] else f"{language}/"


def address(kind: str, identifier: str) -> str:
    """Return the address of a thing below its language's root, without a leading slash: `tasks/green-police-cars/`."""
    if kind != "page":
        section = SECTIONS[kind]
        return f"{section}/#{identifier}" if kind in ON_THEIR_LIST else f"{section}/{identifier}/"
    if identifier == HOME:
        return ""
    return f"{identifier}.html" if identifier == NOT_FOUND else f"{identifier}/"


def list_page(first: str, number: int) -> str:
    """Return the address of a page of the list that begins at `first`; pages are counted from 1."""
    return first if number == 1 else f"{first}{LIST_PAGES}/{number}/"


def filter_page(first: str, name: str, option: str) -> str:
    """Return the address of what a filter leaves of the list that begins at `first`: `actions/for/home/`."""
    return f"{first}{name}/{option}/"


def legend_page(first: str) -> str:
    """Return the address of the page that explains the statuses on the list that begins at `first`."""
    return f"{first}status/"


def rows_file(first: str) -> str:
    """Return the address of the rows of the list that begins at `first`, for the script that filters them."""
    return f"{first}rows.json"


def output_path(there: str) -> str:
    """Return the file that a server shows at an address."""
    return f"{there}index.html" if there.endswith("/") or not there else there


def is_not_found(there: str) -> bool:
    """Whether this is the address of a page that a server shows for addresses that do not exist."""
    return there.rpartition("/")[2] == f"{NOT_FOUND}.html"


def reference_anchor(number: int) -> str:
    """Return the anchor of a reference on its page; one with a dot cannot be that of a heading."""
    return f"page.reference-{number}"


def place_anchor(field: str, number: int) -> str:
    """Return the anchor of the place in a field, or in the body, where something is cited or shown, counted from 1."""
    return f"page.cite-{field.replace('.', '-')}-{number}"


def passage_anchor(identifier: str) -> str:
    """Return the anchor of a passage on the page of its source."""
    return f"passage-{identifier}"


def erratum_anchor(number: int) -> str:
    """Return the anchor of an error of a text on its page, by the place that it has among them, from 0."""
    return f"page.erratum-{number + 1}"


def kind_feed(kind: str) -> str:
    """Return the address of the feed of a kind below its language's root, as Atom."""
    return f"{SECTIONS[kind]}/{FEED}"


def json_beside(feed: str) -> str:
    """Return the address of a feed as JSON, beside the same as Atom."""
    return f"{feed.removesuffix('.xml')}.json"


def data_path(file: str) -> str:
    """Return the address of an indicator's data file, the same in every language."""
    return f"{SECTIONS['indicator']}/{file}"


def table_path(name: str, ending: str) -> str:
    """Return the address of a file of a table, the same in every language."""
    return f"{DATA}/{name}.{ending}"


def choice_anchor(action: str) -> str:
    """Return the anchor of an action where it can be chosen; a script chooses it for whoever comes that way."""
    return f"page.add-{action}"


def calendar_path(root: str, event: str) -> str:
    """Return the address of the file that adds an event to a calendar, below its language's root."""
    return f"{root}{SECTIONS['event']}/{event}.ics"


def picture_path(identifier: str, width: int, name: str, form: str) -> str:
    """Return the address of a file of a picture: its name changes with what is in it."""
    return f"assets/images/{identifier}-{width}.{name}.{'jpg' if form == 'jpeg' else form}"


def term_anchor(identifier: str) -> str:
    """Return the anchor of what explains a term where a page uses it first."""
    return f"page.term-{identifier}"


class Linker(Struct, frozen=True):
    """How pages link: relative to each other, so that the site works under any path, or absolute."""

    base_url: str = ""
    absolute: bool = False

    @property
    def base_path(self) -> str:
        """The path the site is published under, with a slash at both ends."""
        path = re.sub("/+", "/", urlsplit(self.base_url).path)
        return path if path.endswith("/") else f"{path}/"

    def href(self, here: str, there: str) -> str:
        """Return what a page at `here` writes to link to `there`; a not-found page is shown at any depth."""
        if self.absolute or is_not_found(here):
            return self.base_path + there
        return "../" * here.count("/") + there or "./"

    def full(self, there: str) -> str:
        """Return the full web address of `there`, or an empty string if it is not known where the site is published."""
        return f"{self.base_url.rstrip('/')}/{there}" if self.base_url else ""
