"""The fields of a new thing: which are filled in, which are left to be added, and how both are written."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from sitegen.check.tasks import NEEDS_REASON
from sitegen.dictionary import said
from sitegen.forms import Form, fields_of, laid_out
from sitegen.kinds.common import STAMP_FIELD, Facts
from sitegen.scaffold import phrases
from sitegen.scaffold.comments import comment
from sitegen.scaffold.request import Order
from sitegen.scaffold.standins import Writer, holds_title
from sitegen.values import STAND_IN

WANTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "TaskFacts": ("strategy", "status", "due_on"),
        "TaskWords": ("expected_result",),
        "EventFacts": ("start",),
        "Facts": ("draft",),
        "RecordFacts": ("draft",),
        "Agency": ("note",),
        "Milestone": ("text",),
        "Image": ("alt",),
        "Choice": ("right",),
    }
)
"""Fields that are filled in though the types do not ask for them: the rules do, or they keep a record from readers."""
KNOWN_IN_ONE = frozenset({("Agency", "name"), ("Agency", "name_basis")})
"""What is left out in a language in which it is not known."""
SURE = frozenset({"id", "draft", "original", "lists"})
"""What follows from what was asked for."""


class Field(Struct, frozen=True):
    """A field of a type, and whether a person must check what was put into it."""

    owner: type[Struct]
    name: str
    lines: tuple[str, ...]
    needs_check: bool


def filled(owner: type[Struct], order: Order, language: str) -> Iterator[Field]:
    """Yield the fields of a type that a new thing has, but those of all kinds."""
    for field in fields_of(owner):
        is_common = issubclass(owner, Facts) and owner is not Facts and field.name in Facts.__struct_fields__
        if not is_common and (field.required or field.name in _wanted(owner, order, language)):
            yield _field(owner, field.name, Writer(order, language))


def left_out(owner: type[Struct], order: Order, language: str) -> Iterator[Field]:
    """Yield the fields of a type that a new thing does not have, as examples: those of all kinds come last."""
    wanted = _wanted(owner, order, language)
    common = Facts.__struct_fields__ if issubclass(owner, Facts) else ()
    for field in sorted(fields_of(owner), key=lambda field: field.name in common):
        if not field.required and field.name not in wanted and field.name != STAMP_FIELD:
            yield _field(owner, field.name, Writer(order, language, is_strict=False))


def explained(fields: Iterable[Field], order: Order, language: str) -> Iterator[str]:
    """Yield the lines of fields, each below what is said of it."""
    for field in fields:
        first, *others = comment(field.owner, field.name, language, order.around)
        mark = f"{said(phrases.CHECK, language)} " if field.needs_check else ""
        yield from (f"# {mark}{first}", *(f"# {line}" for line in others), *field.lines)


def examples(fields: Iterable[Field], language: str) -> Iterator[str]:
    """Yield the lines of fields as comments: without one # they are fields, below what is said of them."""
    for field in fields:
        said_of_it = comment(field.owner, field.name, language)
        yield from (*(f"## {line}" for line in said_of_it), *(f"# {line}" for line in field.lines))


def _wanted(owner: type[Struct], order: Order, language: str) -> tuple[str, ...]:
    wanted = tuple(name for kind in owner.__mro__ for name in WANTED.get(kind.__name__, ()))
    if issubclass(owner, Facts) and order.is_translated:
        wanted += ("original",)
    if owner.__name__ == "PageFacts" and order.request.lists:
        wanted += ("lists",)
    if owner.__name__ == "NewsWords" and order.is_translated and language != order.request.original:
        wanted += ("translation_note",)
    if owner.__name__ == "Update" and order.around.status(order.request.id) in NEEDS_REASON:
        wanted += ("problem",)
    return wanted


def _field(owner: type[Struct], name: str, writer: Writer) -> Field:
    order = writer.order
    known = order.around.languages if (owner.__name__, name) not in KNOWN_IN_ONE else (order.request.original,)
    within = tuple((kind, each) for kind, names in WANTED.items() for each in names)
    lines = laid_out(owner, name, Form(writer, known, within))
    is_sure = name in SURE or holds_title(owner, name) or any(STAND_IN in line for line in lines)
    return Field(owner, name, lines, needs_check=not is_sure)
