"""What each stage of a build hands to the next: one frozen type a stage, in the order of the flow."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Generic, TypeVar, cast

import msgspec
from msgspec import Struct

from sitegen.claims import Citation, Cited, Claim, Shown
from sitegen.diagnostics import Diagnostic, Place
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.chart import Chart
from sitegen.kinds.common import Facts, RecordFacts, Words
from sitegen.kinds.references import Reference
from sitegen.kinds.seal import Seal
from sitegen.kinds.site import Settings
from sitegen.kinds.task import Update
from sitegen.values import Text


class Origin(Struct, frozen=True, array_like=True):
    """parse: where something was written: its file, the line its body starts on, the place of each field.

    A field's key is its path within the front matter or record, as in `evidence.0.source`. The places stay encoded:
    most are never asked for, as nothing is wrong there.
    """

    path: str
    body_line: int = 0
    places: bytes = b"\x80"

    def place(self, field: str) -> Place:
        """Return where `field` is, or the nearest enclosing field, or the top of the file."""
        places = msgspec.msgpack.decode(self.places, type=dict[str, tuple[int, int, int]])
        while field:
            if field in places:
                return Place(self.path, *places[field])
            field = field.rpartition(".")[0]
        return Place(self.path)


def origin(path: str, places: Mapping[str, Place], body_line: int = 0) -> Origin:
    """Return where something was written."""
    spots = {field: (place.line, place.column, place.length) for field, place in places.items()}
    return Origin(path, body_line, msgspec.msgpack.encode(spots))


class Publication(Struct, frozen=True, array_like=True):
    """parse: whether and when a thing is published."""

    draft: bool
    publish_at: datetime | None
    expires_at: datetime | None


class Document(Struct, frozen=True, array_like=True, dict=True):
    """parse: one file of a kind with pages, in one language; facts stand in one file of each thing only.

    The fingerprint is that of facts and words, `body` that of the Markdown below them. `meaning` stands for words and
    body together, as far as a translation has to say the same; `stamp` is what a translation says it was made from, and
    `original` the language in which the facts say the words were first written. Facts and words stay encoded until
    somebody looks at them: most builds look at few.
    """

    kind: str
    id: str
    language: str
    fingerprint: bytes
    publication: Publication | None
    references: tuple[Reference, ...]
    cited: tuple[Cited, ...]
    origin: Origin
    body: bytes
    meaning: str
    stamp: str
    original: str
    encoded_facts: msgspec.Raw
    encoded_words: msgspec.Raw

    @property
    def has_facts(self) -> bool:
        """Whether this file is the one with the facts."""
        return self.publication is not None

    @cached_property
    def facts(self) -> Facts:
        """The facts, in the one file that has them."""
        return msgspec.msgpack.decode(self.encoded_facts, type=PAGE_KINDS[self.kind].facts)

    @cached_property
    def words(self) -> Words:
        """The words in this language."""
        return msgspec.msgpack.decode(self.encoded_words, type=PAGE_KINDS[self.kind].words)


class Loose(Struct, frozen=True, array_like=True):
    """parse: a body whose front matter was not understood: nothing is made of it, but what is wrong with it is said."""

    path: str
    body: str
    body_line: int


class Record(Struct, frozen=True, array_like=True, dict=True):
    """parse: one short record of a YAML list; its value stays encoded until somebody looks at it."""

    kind: str
    id: str
    fingerprint: bytes
    publication: Publication
    references: tuple[Reference, ...]
    origin: Origin
    encoded: msgspec.Raw

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft."""
        return self.publication.draft

    @property
    def title(self) -> Mapping[str, str]:
        """What people call it, by language; empty for a picture that is not described."""
        text = getattr(self.value, RECORD_KINDS[self.kind].name_field)
        return text.words if isinstance(text, Text) else {}

    @cached_property
    def value(self) -> RecordFacts:
        """What it says."""
        return msgspec.msgpack.decode(self.encoded, type=RECORD_KINDS[self.kind].record)


class UpdateLog(Struct, frozen=True, array_like=True):
    """parse: the updates of one task, oldest first."""

    task: str
    updates: tuple[Update, ...]
    origin: Origin


class SealFile(Struct, frozen=True, array_like=True):
    """parse: the seal of one source, and where it was written."""

    source: str
    seal: Seal
    origin: Origin


class Dataset(Struct, frozen=True, array_like=True):
    """parse: a CSV file: the names of its columns, its rows cell by cell, the line each row ends on, and its text."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[int, ...] = ()
    text: str = ""


class Drawing(Struct, frozen=True, array_like=True, dict=True):
    """parse: how an indicator's data is drawn; it stays encoded until somebody looks at it."""

    indicator: str
    origin: Origin
    encoded: msgspec.Raw

    @cached_property
    def chart(self) -> Chart:
        """What it says."""
        return msgspec.msgpack.decode(self.encoded, type=Chart)


class Content(Struct, frozen=True):
    """parse: everything that was written; `broken` names things that exist but could not be understood."""

    settings: Settings
    settings_origin: Origin
    strings: Mapping[str, Mapping[str, str]]
    documents: tuple[Document, ...]
    loose: tuple[Loose, ...]
    records: tuple[Record, ...]
    updates: tuple[UpdateLog, ...]
    seals: tuple[SealFile, ...]
    datasets: Mapping[str, Dataset]
    drawings: Mapping[str, Drawing]
    broken: frozenset[tuple[str, str]]


PICTURE = "image"
"""The kind of what a body shows instead of leading there."""


class Link(Struct, frozen=True, array_like=True, tag="link"):
    """convert: a link by id in a body, as in `task:green-police-cars#history`, and where it stands in the body.

    A picture by its id is one as well: whatever holds for a link to it holds for showing it.
    """

    kind: str
    id: str
    anchor: str
    line: int
    column: int
    length: int

    @property
    def target(self) -> str:
        """What it leads to, as it is written in a body."""
        return f"{self.kind}:{self.id}#{self.anchor}" if self.anchor else f"{self.kind}:{self.id}"


Slot = Link | Citation | Shown
"""convert: what stands between two parts of a body: only the whole site knows what readers will see there."""


class Heading(Struct, frozen=True, array_like=True):
    """convert: a heading of a body."""

    level: int
    id: str
    text: str


class Outline(Struct, frozen=True, array_like=True, dict=True):
    """convert: what the rest of the site needs to know of a body: its links, and what in it can be linked to.

    `targets` are those of its links, `sources` the ids of the sources that it links to or cites, `cited` what it cites
    of them, and `figures` those that it shows; all sorted, each once. Links, anchors and claims stay encoded until
    somebody looks at them.
    """

    targets: tuple[str, ...]
    sources: tuple[str, ...]
    cited: tuple[Cited, ...]
    figures: tuple[str, ...]
    encoded_links: msgspec.Raw
    encoded_anchors: msgspec.Raw
    encoded_claims: msgspec.Raw

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Its links by id."""
        return msgspec.msgpack.decode(self.encoded_links, type=tuple[Link, ...])

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What in it can be linked to."""
        return msgspec.msgpack.decode(self.encoded_anchors, type=frozenset[str])

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Its citations and figures, in the order of the text."""
        return msgspec.msgpack.decode(self.encoded_claims, type=tuple[Claim, ...])


class Html(Struct, frozen=True, array_like=True):
    """convert: a body as HTML, cut where something of the whole site belongs: parts[0], slots[0], parts[1], ..."""

    slots: tuple[Slot, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ("",)

    @property
    def links(self) -> tuple[Link, ...]:
        """Its links by id."""
        return tuple(slot for slot in self.slots if isinstance(slot, Link))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its citations and figures."""
        return tuple(slot for slot in self.slots if not isinstance(slot, Link))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.parts == ("",)


Drawn = Callable[[str], str]
"""Returns the drawing of a chart as SVG by its whole specification."""

Filed = Callable[[str], tuple[bytes, ...]]
"""Returns the files of a picture by the id of its record, in its order."""


def no_files(identifier: str) -> tuple[bytes, ...]:  # noqa: ARG001  # the same parameters as that of others
    """Return no files, of whatever picture."""
    return ()


Texts = Callable[[bytes], Html]
"""Returns a body as HTML by the fingerprint of its Markdown: there are too many of them to hold all at once."""


class Rendition(Struct, frozen=True, array_like=True):
    """imaging: a file of a picture: its format, width in pixels, name by what is in it, and bytes."""

    form: str
    width: int
    name: str
    size: int


class Picture(Struct, frozen=True, array_like=True):
    """imaging: a picture as wide as it is published at most, and its files, lightest format first, then by width."""

    width: int
    height: int
    renditions: tuple[Rendition, ...]


F_co = TypeVar("F_co", bound=Facts, covariant=True)
W_co = TypeVar("W_co", bound=Words, covariant=True)


class Spoken(Mapping[str, W_co]):
    """assemble: the words of a thing by language, decoded as they are asked for."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents

    def __getitem__(self, language: str) -> W_co:
        """Return the words in a language."""
        return cast("W_co", self._documents[language].words)

    def __iter__(self) -> Iterator[str]:
        """Yield the languages in the order of the site's."""
        return iter(self._documents)

    def __len__(self) -> int:
        """Return the number of languages."""
        return len(self._documents)

    def __contains__(self, language: object) -> bool:
        """Whether there are words in a language."""
        return language in self._documents


class Item(Struct, Generic[F_co, W_co], frozen=True):
    """assemble: a thing with a page: its documents by language, the one with its facts, the outlines of its bodies.

    `cited` is what its words, facts and bodies cite in any language, and what the figures rest on that they show. The
    fingerprint is that of its facts and words, of which sources and figures its bodies name, and of what is cited.
    """

    documents: Mapping[str, Document]
    bearer: Document
    outlines: Mapping[str, Outline]
    cited: frozenset[Cited]
    fingerprint: bytes

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.bearer.kind

    @property
    def id(self) -> str:
        """Its id, unique among those of its kind."""
        return self.bearer.id

    @property
    def facts(self) -> F_co:
        """Its facts."""
        return cast("F_co", self.bearer.facts)

    @property
    def facts_origin(self) -> Origin:
        """Where its facts were written."""
        return self.bearer.origin

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft."""
        return self.bearer.publication is not None and self.bearer.publication.draft

    @property
    def words(self) -> Spoken[W_co]:
        """Its words by language."""
        return Spoken(self.documents)


AnyItem = Item[Facts, Words]


Thing = tuple[str, str]
"""assemble: the kind and id of a thing."""

Mentions = Mapping[Thing, Sequence[tuple[AnyItem, str]]]
"""assemble: of each thing, the published items that name it, each with the path of the field in which it does."""


class Site(Struct, frozen=True):
    """assemble: the whole site as it stands at one moment, things by kind and id.

    `items` and `records` are published at that moment, `withheld` and `withheld_records` are not (drafts, not yet,
    no longer); `broken` names things that exist but could not be understood. `mentions` says of each thing what names
    it. `with_drafts` says whether drafts are among what is published. `pictures` are those that published things show.
    """

    settings: Settings
    settings_origin: Origin
    strings: Mapping[str, Mapping[str, str]]
    today: date
    items: Mapping[str, Mapping[str, AnyItem]]
    withheld: Mapping[str, Mapping[str, AnyItem]]
    records: Mapping[str, Mapping[str, Record]]
    withheld_records: Mapping[str, Mapping[str, Record]]
    updates: Mapping[str, UpdateLog]
    seals: Mapping[str, SealFile]
    datasets: Mapping[str, Dataset]
    drawings: Mapping[str, Drawing]
    mentions: Mentions
    broken: frozenset[tuple[str, str]]
    with_drafts: bool = False
    pictures: Mapping[str, Picture] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages, the default one first."""
        return tuple(language.code for language in self.settings.languages)

    @property
    def every(self) -> Iterator[AnyItem]:
        """Everything with a page: what is published, and then what is withheld."""
        for by_kind in (self.items, self.withheld):
            for by_id in by_kind.values():
                yield from by_id.values()

    @property
    def every_record(self) -> Iterator[Record]:
        """Every short record: what is published, and then what is withheld."""
        for by_kind in (self.records, self.withheld_records):
            for by_id in by_kind.values():
                yield from by_id.values()

    @property
    def default_language(self) -> str:
        """The language without a prefix in its addresses."""
        return self.languages[0]


class Job(Struct, frozen=True):
    """plan: a page to be rendered: where it goes, with which template, and everything the template may see."""

    output: str
    template: str
    context: Mapping[str, object]


class Card(Struct, frozen=True):
    """plan: a picture to be drawn, which is shown where a page's address is shared: where it goes, and what it says.

    `mark` is the code of a task's status, `detail` the word for it, or when something is. `origin` is the file that
    the title was written in.
    """

    path: str
    site_name: str
    key: str
    mark: str
    detail: str
    title: str
    origin: str


class Inspection(Struct, frozen=True):
    """verify: what was found in one finished file.

    `ids` are the anchors on a page, in its order; `None` if it is not a page or could not be read as one, so that
    nothing is known of them. `targets` are the files of the site that its links lead to, sorted, each once, and with
    `#` and an anchor where a link names one; in the path of a file, `#` is written `%23`, and `%` is `%25`.
    Links to other sites, links from the site's root and those of not-found pages are not among them.
    `problems` are those of the file by itself, `needs` what its policy must allow, on a site whose pages have one.
    """

    path: str
    ids: tuple[str, ...] | None = None
    targets: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    needs: int = 0
