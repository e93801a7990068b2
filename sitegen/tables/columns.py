"""The columns of each kind's table: they follow from the types of its fields, and are explained by the dictionary.

Words have a column for each language, `title_ko` and `title_en`; so has what differs by language otherwise. Lists and
groups of fields are one column, whose cells are JSON. What only those who make the site need is in no column.
Source of the types: Table Schema, https://specs.frictionlessdata.io/table-schema/ (version 1).
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct, inspect

from sitegen.dictionary import entry
from sitegen.dictionary.entries import Said
from sitegen.forms import fields_of
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.common import Words
from sitegen.kinds.source import Passage
from sitegen.kinds.task import TaskFacts, Update
from sitegen.values import WEB_ADDRESS, Period, Text

UNSAID = frozenset(
    {
        "aliases", "draft", "expires_at", "featured_indicator", "featured_tasks", "image", "indexed", "invitations",
        "kit", "lists", "on_home", "owner", "publish_at", "review_by", "translated_from",
    }
)  # fmt: skip
"""Fields that say how and when a thing is shown, or who looks after it."""
ELSEWHERE = {
    "indicator": frozenset({"columns", "rows"}),
    "page": frozenset({"label"}),
    "source": frozenset({"passages"}),
}
"""Fields by kind that have a table of their own, stand in the description of the package, or are for menus."""
TERMS: Said = {
    "en": "for each source that the row rests on: its terms of use, which hold for the words taken from it",
    "ko": "이 행의 바탕이 된 출처마다 그 이용 조건. 거기에서 옮긴 말은 그 조건을 따릅니다",
}
OWN_TERMS: Said = {
    "en": "the terms of use of the source, which hold for the text; unknown where they are not known",
    "ko": "출처의 이용 조건. 이 구절은 그 조건을 따릅니다. 확인되지 않았으면 unknown",
}
PAGE: Said = {
    "en": "the address of its page; where that of the site is not known, the address below the site's",
    "ko": "페이지 주소. 누리집 주소가 정해지지 않았으면 누리집 아래의 주소",
}
STATUS: Said = {
    "en": "how it stands: as its latest update says, or where there is none, as was found out when it was written down",
    "ko": "과제의 상태. 가장 최근 추진 현황을 따르고, 추진 현황이 없으면 적을 때 확인한 상태입니다",
}
OWNERS: dict[str, tuple[str, Said, Said]] = {
    "update": (
        "task",
        {"en": "Task", "ko": "과제"},
        {"en": "the task that it reports on", "ko": "어느 과제의 현황인지"},
    ),
    "passage": (
        "source",
        {"en": "Source", "ko": "출처"},
        {"en": "where the passage is from", "ko": "어느 글의 구절인지"},
    ),
}
"""Tables of parts of other things: the column that names the thing."""

TYPES: dict[type[inspect.Type], str] = {
    inspect.BoolType: "boolean",
    inspect.IntType: "integer",
    inspect.DecimalType: "number",
    inspect.DateType: "date",
    inspect.VarTupleType: "array",
}
"""What Table Schema calls the types of values that are no words."""


class Column(Struct, frozen=True):
    """A column: its name, its type as Table Schema has it, what it is called and holds, in English and Korean.

    `field` is where its values are from, and `language` which of those that differ by language. `refers_to` is the kind
    whose ids it holds, `words` the fixed words that it may hold.
    """

    name: str
    type: str
    title: Said
    purpose: Said
    field: str = ""
    language: str = ""
    format: str = ""
    refers_to: str = ""
    words: tuple[str, ...] = ()
    meanings: tuple[tuple[str, Said], ...] = ()
    is_required: bool = False


def columns_of(kind: str, languages: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of the table of a kind, of updates or of passages."""
    found = [column for owner in _owners(kind) for column in _of_type(kind, owner, languages)]
    if kind in OWNERS:
        name, title, purpose = OWNERS[kind]
        found.insert(0, Column(name, "string", title, purpose, refers_to=name, is_required=True))
    elif kind in PAGE_KINDS:
        purpose = {"en": "its id, and the end of its address", "ko": "id. 주소의 끝이기도 합니다"}
        found.insert(0, Column("id", "string", {"en": "Id", "ko": "id"}, purpose, is_required=True))
    if kind not in OWNERS:
        found += (Column(f"page_{code}", "string", {"en": "Page", "ko": "페이지"}, PAGE) for code in languages)
    if kind == "passage":
        found.append(Column("licence", "string", {"en": "Terms of use", "ko": "이용 조건"}, OWN_TERMS))
    elif kind != "source":
        found.append(Column("source_licences", "object", {"en": "Terms of sources", "ko": "출처의 이용 조건"}, TERMS))
    return tuple(found)


def key_of(kind: str) -> tuple[str, ...]:
    """Return the names of the columns that tell one row from all others."""
    return {"update": ("task", "period"), "passage": ("source", "id")}.get(kind, ("id",))


def _owners(kind: str) -> tuple[type[Struct], ...]:
    if kind in PAGE_KINDS:
        return PAGE_KINDS[kind].words, PAGE_KINDS[kind].facts
    parts: dict[str, type[Struct]] = {"update": Update, "passage": Passage}
    return (parts.get(kind) or RECORD_KINDS[kind].record,)


def _of_type(kind: str, owner: type[Struct], languages: Sequence[str]) -> Iterator[Column]:
    for field in fields_of(owner):
        if field.name not in UNSAID and field.name not in ELSEWHERE.get(kind, ()):
            yield from _of_field(owner, field, languages)


def _of_field(owner: type[Struct], field: inspect.Field, languages: Sequence[str]) -> Iterator[Column]:
    said, plain = entry(owner, field.name), _plain(field.type)
    is_by_language = issubclass(owner, Words) or _is_by_language(plain)
    inner = plain.value_type if isinstance(plain, inspect.DictType) else plain
    type_, form = ("string", "") if _is_text(inner) else _form(inner, field.type)
    words = tuple(map(str, inner.values)) if isinstance(inner, inspect.LiteralType) and type_ == "string" else ()
    whole = Column(
        name=field.name,
        type=type_,
        title=said.name,
        purpose=STATUS if (owner, field.name) == (TaskFacts, "status") else said.purpose,
        field=field.name,
        format=form,
        refers_to=_kind_in(field.type),
        words=words,
        meanings=tuple((word, said.words[word]) for word in words),
        is_required=field.required and not is_by_language and not _kind_in(field.type),
    )
    if not is_by_language:
        yield whole
        return
    for language in languages:
        yield Column(f"{field.name}_{language}", type_, said.name, said.purpose, field.name, language, form,
                     words=words, meanings=whole.meanings)  # fmt: skip


def _is_by_language(type_: inspect.Type) -> bool:
    return _is_text(type_) or isinstance(type_, inspect.DictType)


def _is_text(type_: inspect.Type) -> bool:
    return isinstance(type_, inspect.StructType) and type_.cls is Text


def _form(type_: inspect.Type, written: inspect.Type) -> tuple[str, str]:
    """Return the type and the format of a column."""
    if isinstance(type_, inspect.StructType) and type_.cls is not Period:
        return "object", ""
    return TYPES.get(type(type_), "string"), "uri" if _pattern(written) == WEB_ADDRESS else ""


def _plain(type_: inspect.Type) -> inspect.Type:
    """Return a type without what is said of it, and without None; what may be a time or unknown is a word."""
    if isinstance(type_, inspect.Metadata):
        return _plain(type_.type)
    if isinstance(type_, inspect.UnionType):
        others = [each for each in type_.types if not isinstance(each, inspect.NoneType)]
        return _plain(others[0]) if len(others) == 1 else inspect.StrType()
    return type_


def _pattern(type_: inspect.Type) -> str | None:
    match type_:
        case inspect.Metadata():
            return _pattern(type_.type)
        case inspect.UnionType():
            return next(filter(None, map(_pattern, type_.types)), None)
        case inspect.StrType():
            return type_.pattern
    return None


def _kind_in(type_: inspect.Type) -> str:
    """Return the kind whose id a field holds, if it holds one and no list of them."""
    if isinstance(type_, inspect.Metadata):
        return str((type_.extra or {}).get("ref", "")) or _kind_in(type_.type)
    if isinstance(type_, inspect.UnionType):
        return next(filter(None, map(_kind_in, type_.types)), "")
    return ""
