"""Where a page stands: its language and address, and from there every link and phrase on it."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from html import escape
from typing import TypeVar, cast

from msgspec import Struct, structs

from sitegen.claims import Citation, Claim, Shown, pieces
from sitegen.kinds import PAGE_KINDS
from sitegen.kinds.agency import Agency
from sitegen.kinds.common import Facts, Words
from sitegen.kinds.records import Figure, Image
from sitegen.kinds.site import Settings
from sitegen.kinds.task import Update
from sitegen.model import PICTURE, AnyItem, Dataset, Drawing, Html, Item, Link
from sitegen.plan.assets import Assets
from sitegen.plan.figures import amount
from sitegen.plan.notes import BODY, NONE, Notes, Place, notes
from sitegen.plan.pictures import pictured
from sitegen.plan.witness import Witness
from sitegen.plan.wording import Wording
from sitegen.translations import OUTDATED, original_of
from sitegen.urls import Linker, address, place_anchor, prefix, reference_anchor
from sitegen.values import Period, Text, Unknown
from sitegen.views.parts import Anchor, Body, Fact, Group, Illustration, Phrase, Piece, Row, Stretch, Value

F = TypeVar("F", bound=Facts)
W = TypeVar("W", bound=Words)
R = TypeVar("R", bound=Struct)
T = TypeVar("T")


class Standpoint(Struct, frozen=True):
    """The site as seen from one page."""

    site: Witness
    wording: Wording
    linker: Linker
    assets: Assets
    languages: tuple[str, ...]
    """Codes of the site's languages, the default one first."""
    language: str
    """The page's language."""
    here: str
    notes: Notes = NONE
    """What the page rests on, numbered."""

    @property
    def settings(self) -> Settings:
        """What the site says of itself."""
        return self.site.settings

    @property
    def today(self) -> date:
        """The day the site is built for, in its time zone."""
        return self.site.today

    @property
    def root(self) -> str:
        """What addresses in the page's language start with."""
        return self.prefix(self.language)

    def on(self, kind: str, identifier: str) -> "Standpoint":
        """Return the standpoint of a thing's page in this language."""
        return self.moved(self.root + address(kind, identifier))

    def moved(self, here: str) -> "Standpoint":
        """Return the standpoint of the page at another address, in this language."""
        return structs.replace(self, here=here)

    def bare(self) -> "Standpoint":
        """Return the same standpoint, of a page that rests on nothing."""
        return structs.replace(self, notes=NONE)

    def noting(self, places: Iterable[Place]) -> "Standpoint":
        """Return the standpoint of the same page, knowing on what it rests."""
        found = notes(places)
        return structs.replace(self, notes=found) if found.places else self

    def here_in(self, language: str) -> str:
        """Return the address of the page at hand in another language."""
        return self.prefix(language) + self.here.removeprefix(self.root)

    def prefix(self, language: str) -> str:
        """Return what addresses in a language start with."""
        return prefix(language, self.languages)

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` returns, which must be the same wherever links are written as they are here.

        It is made once for all pages in this language of which that is so.
        """
        return self.site.once((name, self.language, self.linker.href(self.here, "")), make)

    def say(self, name: str, /, **values: object) -> str:
        """Return an interface string."""
        return self.wording.say(name, **values)

    def items(self, kind: str, facts: type[F], words: type[W]) -> tuple[Item[F, W], ...]:  # noqa: ARG002  # they name the types
        """Return the published items of a kind, typed by its facts and words."""
        return cast("tuple[Item[F, W], ...]", tuple(self.site.items(kind).values()))

    def item(self, kind: str, identifier: str | None) -> AnyItem | None:
        """Return a published item, None if there is none."""
        return self.site.item(kind, identifier or "")

    def the(self, kind: str, identifier: str) -> AnyItem:
        """Return a published item that there is."""
        found = self.site.item(kind, identifier)
        assert found is not None  # noqa: S101  # narrows the type: whoever asks has seen it
        return found

    def published(self) -> Iterator[AnyItem]:
        """Yield every published item, kind by kind."""
        for kind in PAGE_KINDS:
            yield from self.site.items(kind).values()

    def count(self, kind: str) -> int:
        """Return how many published things of a kind there are."""
        return self.site.count(kind)

    def chosen(self, kind: str, identifiers: Iterable[str]) -> tuple[AnyItem, ...]:
        """Return those of the items named that are published, in the order they are named."""
        found = (self.site.item(kind, identifier) for identifier in identifiers)
        return tuple(item for item in found if item is not None)

    def naming(self, kind: str, identifier: str, named_by: str, field: str) -> tuple[AnyItem, ...]:
        """Return the published items of kind `named_by` that name a thing in a field, in the order of their ids."""
        return self.site.naming(kind, identifier, named_by, field)

    def users(self, kind: str, identifier: str) -> tuple[AnyItem, ...]:
        """Return the published items that name a thing in any field, each once."""
        return self.site.users(kind, identifier)

    def updates(self, task: str) -> tuple[Update, ...]:
        """Return the reports on a task, oldest first."""
        return self.site.updates(task)

    def reports(self, kind: str, identifier: str, field: str) -> Mapping[str, tuple[Update, ...]]:
        """Return the reports, oldest first, on each of the tasks that name a thing in a field and have any."""
        return self.site.reports(kind, identifier, field)

    def dataset(self, file: str) -> Dataset:
        """Return the lines of a data file, the names of its columns first."""
        return self.site.dataset(file)

    def drawing(self, indicator: str) -> Drawing | None:
        """Return how the data of an indicator is drawn, None if it is not."""
        return self.site.drawing(indicator)

    def drawn(self, specification: str) -> str:
        """Return the drawing of a chart as SVG."""
        return self.site.drawn(specification)

    def record(self, kind: str, identifier: str) -> Struct | None:
        """Return a record, None if there is none."""
        found = self.site.record(kind, identifier)
        return found.value if found else None

    def records(self, kind: str, record: type[R]) -> tuple[R, ...]:  # noqa: ARG002  # it names the type
        """Return the records of a kind, in the order written."""
        return cast("tuple[R, ...]", tuple(found.value for found in self.site.records(kind).values()))

    def words(self, item: Item[F, W]) -> W:
        """Return the item's words in the page's language, else in the one it has."""
        return cast("W", item.documents[self.spoken(item)].words)

    def spoken(self, item: Item[F, W]) -> str:
        """Return the language in which the item is shown here."""
        return self.language if self.language in item.documents else next(iter(item.documents))

    def is_outdated(self, item: AnyItem) -> bool:
        """Whether the item's text on this page is a translation whose original has changed since."""
        is_original = original_of(item).language == self.language
        return not is_original and self.site.translation(item, self.language) in OUTDATED

    def lang(self, language: str) -> str:
        """Return the language to mark words with: none if it is the page's own."""
        return "" if language == self.language else language

    def phrase(self, text: Text) -> Phrase:
        """Return a text in the page's language, else in another, marked; figures in it are words like others."""
        words, language = text.best(self.language, self.languages[0])
        return Phrase(self.plain(words, language), self.lang(language))

    def told(self, text: str, field: str, language: str = "") -> Phrase:
        """Return a text of a field of the page's own, where figures and citations lead to what they rest on."""
        if "[" not in text:
            return Phrase(text, language and self.lang(language))
        parts = tuple(self._pieces(text, field, language or self.language))
        return Phrase("".join(part.text for part in parts), language and self.lang(language), parts)

    def told_best(self, text: Text, field: str) -> Phrase:
        """Return a text as `told` does, in the page's language, else in another, marked."""
        words, language = text.best(self.language, self.languages[0])
        return self.told(words, field, language)

    def told_all(self, texts: Iterable[str], field: str) -> tuple[Phrase, ...]:
        """Return the texts of a list as `told` does."""
        return tuple(self.told(text, f"{field}.{number}") for number, text in enumerate(texts))

    def figure(self, identifier: str, field: str) -> Phrase:
        """Return a figure that a field of the page's own names, which leads to what it rests on."""
        part = self._piece(Shown(identifier), place_anchor(field, 1), self.language)
        return Phrase(part.text, "", (part,))

    def plain(self, text: str, language: str = "") -> str:
        """Return a text with its figures, and without its citations."""
        if "[" not in text:
            return text
        return "".join(
            part if isinstance(part, str) else self._amount(part, language or self.language) for part in pieces(text)
        )

    def _pieces(self, text: str, field: str, language: str) -> Iterator[Piece]:
        number = 0
        for part in pieces(text):
            if isinstance(part, str):
                yield Piece(part)
            else:
                number += 1
                yield self._piece(part, place_anchor(field, number), language)

    def _piece(self, claim: Claim, anchor: str, language: str) -> Piece:
        """Return what readers see of a figure or a citation: it leads nowhere if there is nothing to lead to."""
        number, text = self.notes.numbers.get(claim.key), self._amount(claim, language)
        if number is None or not self._is_known(claim):
            return Piece(text)
        return Piece(text, f"#{reference_anchor(number)}", anchor, 0 if isinstance(claim, Shown) else number)

    def _is_known(self, claim: Claim) -> bool:
        return self.item("source", self.source_of(claim)) is not None

    def source_of(self, claim: Claim) -> str:
        """Return the id of the source that a claim rests on; empty for a figure that there is not."""
        if isinstance(claim, Citation):
            return claim.source
        figure = cast("Figure | None", self.record("figure", claim.figure))
        return figure.source if figure else ""

    def _amount(self, claim: Claim, language: str) -> str:
        """Return a figure as it is shown in a language; nothing for a citation."""
        if isinstance(claim, Citation):
            return ""
        figure = cast("Figure | None", self.record("figure", claim.figure))
        return claim.figure if figure is None else amount(figure, claim, self._wording(language), self.languages[0])

    def _wording(self, language: str) -> Wording:
        return self.wording if language == self.language else wording_of(self.site, language)

    def maybe(self, text: Text | None) -> Phrase | None:
        """Return a text as `phrase` does, None for none."""
        return None if text is None else self.phrase(text)

    def title(self, item: AnyItem) -> Phrase:
        """Return an item's title."""
        return Phrase(self.words(item).title, self.lang(self.spoken(item)))

    def summary(self, item: AnyItem) -> Phrase:
        """Return an item's summary, as it is told elsewhere than on its own page."""
        spoken = self.spoken(item)
        return Phrase(self.plain(self.words(item).summary, spoken), self.lang(spoken))

    def body(self, item: AnyItem) -> Body | None:
        """Return an item's body with its links pointing from here; None if it is empty."""
        language = self.spoken(item)
        html = self.site.html(item, language)
        return None if html.is_empty else Body(tuple(self._stretches(html)), self.lang(language))

    def _stretches(self, html: Html) -> Iterator[Stretch]:
        found, number = [html.parts[0]], 0
        for slot, part in zip(html.slots, html.parts[1:], strict=True):
            if not isinstance(slot, Link):
                number += 1
                found += (_html(self._piece(slot, place_anchor(BODY, number), self.language)), part)
            elif slot.kind == PICTURE:
                yield Stretch("".join(found), picture=self.picture(slot.id))
                found = [part]
            else:
                found += (self._target(slot), part)
        yield Stretch("".join(found))

    def picture(self, identifier: str, *, is_first: bool = False) -> Illustration | None:
        """Return a picture as this page shows it, None if there is none."""
        image, picture = cast("Image | None", self.record("image", identifier)), self.site.picture(identifier)
        if image is None or picture is None:
            return None
        return pictured(
            image,
            picture,
            (self.maybe(image.alt), self.maybe(image.caption), self.phrase(image.credit)),
            lambda there: self.linker.href(self.here, there),
            self.wording,
            is_first=is_first,
            is_folded=self.settings.images == "text-first",
        )

    def _target(self, link: Link) -> str:
        return escape(self.href(link.kind, link.id) + (f"#{link.anchor}" if link.anchor else ""))

    def languages_of(self, kind: str, identifier: str) -> tuple[str, ...]:
        """Return the languages in which a thing has a page; a record is shown in all of them."""
        item = self.site.item(kind, identifier)
        return self.languages if item is None else tuple(item.documents)

    def location(self, kind: str, identifier: str) -> str:
        """Return the address of a thing, in this language if it exists in it."""
        spoken = self.languages_of(kind, identifier)
        language = self.language if self.language in spoken else spoken[0]
        return self.prefix(language) + address(kind, identifier)

    def href(self, kind: str, identifier: str) -> str:
        """Return what to write here to link to a thing."""
        return self.linker.href(self.here, self.location(kind, identifier))

    def anchor(self, kind: str, identifier: str) -> Anchor | None:
        """Return a link with the thing's title or name; None if it is not published."""
        if (item := self.site.item(kind, identifier)) is not None:
            return Anchor(self.href(kind, identifier), self.title(item))
        if kind == "agency" and (agency := self.record(kind, identifier)) is not None:
            return Anchor(self.href(kind, identifier), self.phrase(cast("Agency", agency).name))
        return None

    def anchors(self, kind: str, identifiers: Iterable[str]) -> tuple[Anchor, ...]:
        """Return the links to those things that are published."""
        found = (self.anchor(kind, identifier) for identifier in identifiers)
        return tuple(anchor for anchor in found if anchor is not None)

    def only_in(self, item: AnyItem) -> tuple[Value, ...]:
        """Return that there is no page of an item in this language, and in which there is one; nothing if there is."""
        spoken = self.spoken(item)
        if spoken == self.language:
            return ()
        return (Value(Phrase(self.say("only_in", language=self.say(f"language_{spoken}")))),)

    def value(self, kind: str, identifier: str | None) -> Value | None:
        """Return a thing as the linked value of a fact; None if it is not published."""
        anchor = self.anchor(kind, identifier or "")
        return None if anchor is None else Value(anchor.label, anchor.href)

    def fact(self, name: str, *values: Value | str | None) -> Fact | None:
        """Return a fact named by the string `fact_<name>`; None if it has no value."""
        given = tuple(Value(Phrase(value)) if isinstance(value, str) else value for value in values if value)
        return Fact(self.say(f"fact_{name}"), given) if given else None

    def dated(self, name: str, period: Period | Unknown | None) -> Fact | None:
        """Return a fact whose value is a time; None if there is none."""
        return None if period is None else self.fact(name, Value(Phrase(""), when=self.wording.period(period)))

    def group(self, identifier: str, rows: Iterable[Row], note: str = "", more: Anchor | None = None) -> Group | None:
        """Return rows under the heading `heading_<identifier>`; None if there are none."""
        found = tuple(rows)
        heading = self.say(f"heading_{identifier.replace('-', '_')}")
        return Group(identifier, heading, found, note, more) if found else None


def standpoint(site: Witness, linker: Linker, assets: Assets, language: str) -> Standpoint:
    """Return the standpoint of a language's first address."""
    languages = tuple(known.code for known in site.settings.languages)
    here = prefix(language, languages)
    return Standpoint(site, wording_of(site, language), linker, assets, languages, language, here)


def wording_of(site: Witness, language: str) -> Wording:
    """Return the words of a language."""
    locales = {known.code: known.locale for known in site.settings.languages}
    return Wording(language, locales[language], site.strings(language))


def _html(piece: Piece) -> str:
    """Return a figure or a citation as it stands in a body; templates print the same."""
    if not piece.href:
        return escape(piece.text)
    attributes = f'role="doc-noteref" id="{piece.anchor}" href="{piece.href}"'
    if piece.number:
        return f"<a {attributes}>[{piece.number}]</a>"
    return f'<a class="figure" {attributes}>{escape(piece.text)}</a>'


def facts(*found: Fact | None) -> tuple[Fact, ...]:
    """Return those facts that there are."""
    return tuple(fact for fact in found if fact is not None)
