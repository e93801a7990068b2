"""What each stage of a build hands to the next: one frozen type a stage, in the order of the flow."""

from collections.abc import Mapping
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place
from sitegen.kinds.common import Facts, Words
from sitegen.kinds.site import Settings
from sitegen.kinds.task import Update


class File(Struct, frozen=True):
    """read: a file's path from the project's root, with forward slashes, and its bytes."""

    path: str
    data: bytes


class Sources(Struct, frozen=True):
    """read: everything a build sees, sorted by path."""

    content: tuple[File, ...]
    templates: tuple[File, ...]
    assets: tuple[File, ...]


class Origin(Struct, frozen=True):
    """parse: where something was written: its file, the line its body starts on, the place of each field.

    A field's key is its path within the front matter or record, as in `evidence.0.source`.
    """

    path: str
    body_line: int
    places: Mapping[str, Place]

    def place(self, field: str) -> Place:
        """Return where `field` is, or the nearest enclosing field, or the top of the file."""
        while field:
            if field in self.places:
                return self.places[field]
            field = field.rpartition(".")[0]
        return Place(self.path)


class Document(Struct, frozen=True):
    """parse: one file of a kind with pages, in one language; facts stand in one file of each thing only."""

    kind: str
    id: str
    language: str
    facts: Facts | None
    words: Words
    body: str
    origin: Origin


class Loose(Struct, frozen=True):
    """parse: a body whose front matter was not understood: nothing is made of it, but what is wrong with it is said."""

    path: str
    body: str
    body_line: int


class Record(Struct, frozen=True):
    """parse: one short record of a YAML list."""

    kind: str
    id: str
    value: Struct
    origin: Origin


class UpdateLog(Struct, frozen=True):
    """parse: the updates of one task, oldest first."""

    task: str
    updates: tuple[Update, ...]
    origin: Origin


Dataset = tuple[tuple[str, ...], ...]
"""parse: the lines of a CSV file, cell by cell; the first names the columns."""


class Content(Struct, frozen=True):
    """parse: everything that was written; `broken` names things that exist but could not be understood."""

    settings: Settings
    settings_origin: Origin
    strings: Mapping[str, Mapping[str, str]]
    documents: tuple[Document, ...]
    loose: tuple[Loose, ...]
    records: tuple[Record, ...]
    updates: tuple[UpdateLog, ...]
    datasets: Mapping[str, Dataset]
    broken: frozenset[tuple[str, str]]


class Link(Struct, frozen=True):
    """convert: a link by id in a body, as in `task:green-police-cars#history`, and where it stands in the body."""

    kind: str
    id: str
    anchor: str
    line: int
    column: int
    length: int


class Heading(Struct, frozen=True):
    """convert: a heading of a body."""

    level: int
    id: str
    text: str


class Html(Struct, frozen=True):
    """convert: a body as HTML, cut where links by id need an address: parts[0], links[0], parts[1], ..."""

    parts: tuple[str, ...] = ("",)
    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.parts == ("",)


F_co = TypeVar("F_co", bound=Facts, covariant=True)
W_co = TypeVar("W_co", bound=Words, covariant=True)


class Item(Struct, Generic[F_co, W_co], frozen=True):
    """assemble: a thing with a page: its facts, and its words, body and origin in each language it exists in."""

    kind: str
    id: str
    facts: F_co
    facts_origin: Origin
    words: Mapping[str, W_co]
    bodies: Mapping[str, Html]
    origins: Mapping[str, Origin]


AnyItem = Item[Facts, Words]


class Mention(NamedTuple):
    """assemble: that a published item names another thing, in which of its fields."""

    field: str
    kind: str
    id: str


class Site(Struct, frozen=True):
    """assemble: the whole site as it stands at one moment, things by kind and id.

    `items` are published at that moment, `withheld` are not (drafts, not yet, no longer); `broken` names things
    that exist but could not be understood. `mentions` says of each thing, by kind and id, what names it.
    """

    settings: Settings
    settings_origin: Origin
    strings: Mapping[str, Mapping[str, str]]
    as_of: datetime
    items: Mapping[str, Mapping[str, AnyItem]]
    withheld: Mapping[str, Mapping[str, AnyItem]]
    records: Mapping[str, Mapping[str, Record]]
    updates: Mapping[str, UpdateLog]
    datasets: Mapping[str, Dataset]
    mentions: Mapping[tuple[str, str], tuple[Mention, ...]]
    broken: frozenset[tuple[str, str]]

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages, the default one first."""
        return tuple(language.code for language in self.settings.languages)

    @property
    def default_language(self) -> str:
        """The language without a prefix in its addresses."""
        return self.languages[0]

    def prefix(self, language: str) -> str:
        """Return what addresses in a language start with: nothing for the default one, else as in `en/`."""
        return "" if language == self.default_language else f"{language}/"


class Job(Struct, frozen=True):
    """plan: a page to be rendered: where it goes, with which template, and everything the template may see."""

    output: str
    template: str
    context: Mapping[str, object]


class Plan(Struct, frozen=True):
    """plan: the pages to render, and the files that need no template."""

    jobs: tuple[Job, ...]
    outputs: "tuple[Output, ...]"


class Output(Struct, frozen=True):
    """render: a finished file: its path below the output folder, and its bytes."""

    path: str
    data: bytes


class Inspection(Struct, frozen=True):
    """verify: what was found in one finished file.

    `ids` are the anchors on a page, in its order; `None` if it is not a page or could not be read as one, so that
    nothing is known of them. `targets` are the files of the site that its links lead to, sorted, each once, and with
    `#` and an anchor where a link names one; in the path of a file, `#` is written `%23`, and `%` is `%25`.
    Links to other sites, links from the site's root and those of not-found pages are not among them.
    `problems` are those of the file by itself.
    """

    path: str
    ids: tuple[str, ...] | None = None
    targets: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
