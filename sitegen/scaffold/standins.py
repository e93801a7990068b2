"""What stands in the fields of a new thing until a person writes or chooses something."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct, inspect

from sitegen.diagnostics import RefusedError
from sitegen.dictionary import entry, said
from sitegen.forms import Slot, kind_named, plain
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.indicator import CSV_NAME
from sitegen.kinds.names import called
from sitegen.quotation import scalar
from sitegen.scaffold import phrases
from sitegen.scaffold.request import Order
from sitegen.values import FORMER_ADDRESS, ID, STAND_IN, TIME, WEB_ADDRESS, YEARLY

COLUMNS = ("year", "value")
TITLES = frozenset({("Words", "title"), *((kind.record.__name__, kind.name_field) for kind in RECORD_KINDS.values())})
"""Where the title of a new thing goes, by the type and name of the field."""
EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        ID: "an-id",
        TIME: "09:00",
        YEARLY: "04-05",
        WEB_ADDRESS: "https://www.example.org/",
        FORMER_ADDRESS: "/old/address/",
        CSV_NAME: "data.csv",
    }
)
"""What a text of each form looks like."""


class Writer(Struct, frozen=True):
    """Fills in the places of a file in one language."""

    order: Order
    language: str
    is_strict: bool = True
    """Whether what it fills in must be right: an example need not name something that there is."""

    def __call__(self, slot: Slot) -> str:
        """Return what stands in a place.

        Raises:
            RefusedError: if it needs the id of something, and there is none.

        """
        special = (_SPECIAL.get((kind.__name__, slot.name)) for kind in slot.owner.__mro__)
        if filled := next(filter(None, special), None):
            return filled(self, slot)
        if kind := kind_named(slot.type):
            return self._first(kind)
        return self._of_type(slot)

    def text(self, slot: Slot) -> str:
        """Return words that only keep a place, and say what belongs there, in short where there is little room."""
        language, found, type_ = slot.language or self.language, entry(slot.owner, slot.name), plain(slot.type)
        room = isinstance(type_, inspect.StrType) and type_.max_length
        purpose = f"{STAND_IN} {said(found.purpose, language)}"
        return scalar(f"{STAND_IN} {said(found.name, language)}" if room and len(purpose) > room else purpose)

    def title(self, slot: Slot) -> str:
        """Return the title; in another language than its own it only keeps a place."""
        request = self.order.request
        is_own = (slot.language or self.language) == request.original
        return scalar(request.title if is_own else f"{STAND_IN} {request.title}")

    def _first(self, kind: str) -> str:
        ids = self.order.around.ids(kind)
        if not ids and self.is_strict:
            raise _none_yet(self.order.request.kind, kind)
        return ids[0] if ids else EXAMPLES[ID]

    def _of_type(self, slot: Slot) -> str:
        type_, today = plain(slot.type), self.order.around.today
        if isinstance(type_, inspect.LiteralType):
            return next(word for word in entry(slot.owner, slot.name).words if word != "unknown")
        if isinstance(type_, inspect.StrType):
            return EXAMPLES[type_.pattern] if type_.pattern else self.text(slot)
        if isinstance(type_, inspect.BoolType):
            return "true"
        if isinstance(type_, inspect.DateTimeType):
            return f"{today} 09:00"
        return "1" if isinstance(type_, inspect.IntType | inspect.FloatType) else str(today)


def holds_title(owner: type[Struct], name: str) -> bool:
    """Whether the title of a new thing goes into a field."""
    return any((kind.__name__, name) in TITLES for kind in owner.__mro__)


class NoneYetError(RefusedError):
    """Something has to be named of which there is nothing yet."""


def _none_yet(wanted: str, kind: str) -> NoneYetError:
    return NoneYetError(
        "There is no {kind} yet in content/{place}, and {wanted} has to name one. "
        'Make it first: python build.py new {kind} "…"',
        wanted=called(wanted),
        place=RECORD_KINDS[kind].file if kind in RECORD_KINDS else f"{PAGE_KINDS[kind].folder}/",
        kind=kind,
    )


def _naming(writer: Writer, slot: Slot) -> str:
    return "official" if slot.language == writer.order.request.original else "translation"


def _choice(writer: Writer, slot: Slot) -> str:
    del writer
    return scalar(f"{STAND_IN} {said(phrases.CHOICE, slot.language).format(number=slot.number + 1)}")


_Special = Callable[[Writer, Slot], str]
_SPECIAL: Mapping[tuple[str, str], _Special] = MappingProxyType(
    dict.fromkeys(TITLES, Writer.title)
    | {(kind.record.__name__, "id"): lambda writer, _: writer.order.request.id for kind in RECORD_KINDS.values()}
    | {
        ("StrategyFacts", "order"): lambda writer, _: str(writer.order.around.strategies("strategy") + 1),
        ("StrategyFacts", "naming"): _naming,
        ("TaskFacts", "due_on"): lambda writer, _: str(writer.order.around.today.year + 1),
        ("IndicatorFacts", "file"): lambda writer, _: f"{writer.order.request.id}.csv",
        ("Column", "name"): lambda _, slot: COLUMNS[slot.number],
        ("SourceFacts", "published_on"): lambda _, __: "unknown",
        ("SourceFacts", "language"): lambda writer, _: writer.order.request.original,
        ("SourceFacts", "licence"): lambda _, __: "unknown",
        ("Passage", "language"): lambda writer, _: writer.order.request.original,
        ("PageFacts", "lists"): lambda writer, _: writer.order.request.lists or "task",
        ("Facts", "original"): lambda writer, _: writer.order.request.original,
        ("Agency", "name_basis"): lambda _, __: "unofficial",
        ("Agency", "as_of"): lambda writer, _: f"{writer.order.around.today:%Y-%m}",
        ("Figure", "value"): lambda _, __: "0",
        ("Choice", "text"): _choice,
        ("Choice", "right"): lambda _, slot: "false" if slot.number else "true",
        ("Image", "file"): lambda writer, _: f"{writer.order.request.id}.png",
        ("Update", "period"): lambda writer, _: writer.order.around.quarter,
        ("Update", "status"): lambda writer, _: writer.order.around.status(writer.order.request.id),
        ("Update", "author_agency"): lambda writer, _: writer.order.around.lead_agency(writer.order.request.id),
    }
)
"""Fields that are not filled in by their type alone, by the type they stand in."""
