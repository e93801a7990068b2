"""The columns that a sheet of a kind may have, from the very types that validate its content."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct, inspect

from sitegen.dictionary import KINDS as NAMES
from sitegen.dictionary import Entry, entry
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.common import STAMP_FIELD
from sitegen.kinds.site import Language
from sitegen.kinds.task import Update
from sitegen.sheets.korean import ID, WHAT_AN_ID_IS, WHICH_TASK, YES_OR_NO, labels, language_name
from sitegen.values import NonEmpty, Period, Text

Path = tuple[str | int, ...]
"""Where a value stands in a thing: names of fields, and positions in lists from 0."""

UPDATE = "update"
KINDS = (*PAGE_KINDS, *RECORD_KINDS, UPDATE)


class Column(Struct, frozen=True):
    """A column: its name, where its values stand, and what they may be.

    `language` is that of the words of a page, and empty for facts and records. `type` is that of a single value;
    where `is_list`, a cell holds several. `ref` is the kind of the things that its values name. `labels` says what the
    fixed words are called that its values may be.
    """

    name: str
    path: Path
    type: inspect.Type
    language: str = ""
    label: str = ""
    english: str = ""
    korean: str = ""
    ref: str = ""
    is_list: bool = False
    is_required: bool = False
    labels: Mapping[str, str] = {}

    @property
    def is_key(self) -> bool:
        """Whether it says which thing a row is about."""
        return self.path in {("id",), ("task",)}

    @property
    def words(self) -> tuple[str, ...]:
        """The fixed words that its values may be, or be instead."""
        return words_of(self.type)

    def label_of(self, word: str) -> str:
        """Return what a fixed word is called."""
        return self.labels.get(word) or YES_OR_NO.get(word, word)

    def explained(self, word: str) -> str:
        """Return a fixed word as it stands in a list to choose from: what it is called, and what is written."""
        return f"{self.label_of(word)} ({word})"


class Form(Struct, frozen=True):
    """What columns are made for: a kind, the languages of the site, how many entries of each list of groups."""

    kind: str
    languages: Sequence[Language]
    groups: int = 1


def columns_of(form: Form) -> tuple[Column, ...]:
    """Return every column of a kind: what names the thing, its words, its facts."""
    if form.kind in PAGE_KINDS:
        kind = PAGE_KINDS[form.kind]
        words = [column for field in fields_of(kind.words) for column in _words(kind.words, field, form)]
        facts = [column for field in _own_first(kind.facts) for column in _facts(kind.facts, field, form)]
        return (_id(), *words, *facts)
    owner = RECORD_KINDS[form.kind].record if form.kind in RECORD_KINDS else Update
    columns = tuple(column for field in fields_of(owner) for column in _facts(owner, field, form))
    return (_task(), *columns) if form.kind == UPDATE else columns


def key_of(kind: str) -> str:
    """Return the name of the column that says which thing a row is about."""
    return "task" if kind == UPDATE else "id"


@cache
def order_of(kind: str) -> tuple[str, ...]:
    """Return the fields of a kind in the order in which they are written."""
    if kind in PAGE_KINDS:
        fields = (*fields_of(PAGE_KINDS[kind].words), *_own_first(PAGE_KINDS[kind].facts))
    else:
        fields = fields_of(RECORD_KINDS[kind].record if kind in RECORD_KINDS else Update)
    return tuple(field.name for field in fields)


@cache
def fields_of(kind: type[Struct]) -> tuple[inspect.Field, ...]:
    """Return the fields of a type that people fill in."""
    type_ = inspect.type_info(kind)
    fields = type_.fields if isinstance(type_, inspect.StructType) else ()
    return tuple(field for field in fields if field.name != STAMP_FIELD)


def words_of(type_: inspect.Type) -> tuple[str, ...]:
    """Return the fixed words that a value may be, in their order."""
    literals = [member for member in members(type_) if isinstance(member, inspect.LiteralType)]
    return tuple(_as_written(word) for literal in literals for word in literal.values)


def members(type_: inspect.Type) -> list[inspect.Type]:
    """Return the types that a value may be of, but that of nothing."""
    plain = type_.type if isinstance(type_, inspect.Metadata) else type_
    if isinstance(plain, inspect.UnionType):
        return [member for each in plain.types for member in members(each)]
    return [] if isinstance(plain, inspect.NoneType) else [plain]


def is_choice(column: Column) -> bool:
    """Whether the values of a column are chosen from a few words, or from yes and no."""
    types = members(column.type)
    return all(isinstance(type_, inspect.LiteralType | inspect.BoolType) for type_ in types)


def choices_of(column: Column) -> tuple[str, ...]:
    """Return the words that a column's values are chosen from, in the order of the dictionary."""
    return tuple(column.labels) if column.words else tuple(YES_OR_NO)


def _own_first(facts: type[Struct]) -> list[inspect.Field]:
    """Return the fields of a kind's facts, those that every kind has last."""
    common = {field.name for field in fields_of(facts.__mro__[1])}
    fields = fields_of(facts)
    return [field for field in fields if field.name not in common] + [field for field in fields if field.name in common]


def _id() -> Column:
    return Column(
        "id",
        ("id",),
        members(inspect.type_info(NonEmpty))[0],
        label=ID,
        english="its file name and address: small Latin letters and hyphens",
        korean=WHAT_AN_ID_IS,
        is_required=True,
    )


def _task() -> Column:
    return Column(
        "task",
        ("task",),
        members(inspect.type_info(NonEmpty))[0],
        label=NAMES["task"]["ko"],
        english="the task that is reported on",
        korean=WHICH_TASK,
        ref="task",
        is_required=True,
    )


class _Field(Struct, frozen=True):
    """A field on the way to its columns; its entry in the dictionary is that of the innermost field."""

    name: str
    path: Path
    type: inspect.Type
    label: str
    english: str
    korean: str
    is_required: bool
    entry: Entry
    language: str = ""


def _words(owner: type[Struct], field: inspect.Field, form: Form) -> Iterator[Column]:
    said = entry(owner, field.name)
    for language in form.languages:
        first = language is form.languages[0]
        yield from _columns(
            _Field(
                f"{field.name}_{language.code}",
                (field.name,),
                field.type,
                f"{said.name['ko']}({language_name(language.code, language.name)})",
                said.purpose["en"],
                said.purpose["ko"],
                field.required and first,
                said,
                language.code,
            ),
            form,
        )


def _facts(owner: type[Struct], field: inspect.Field, form: Form) -> Iterator[Column]:
    said = entry(owner, field.name)
    label = ID if field.name == "id" else said.name["ko"]
    english, korean = said.purpose["en"], said.purpose["ko"]
    yield from _columns(
        _Field(field.name, (field.name,), field.type, label, english, korean, field.required, said), form
    )


def _columns(field: _Field, form: Form) -> Iterator[Column]:
    type_ = members(field.type)[0]
    if isinstance(type_, inspect.VarTupleType):
        yield from _list(field, type_, form)
    elif isinstance(type_, inspect.DictType) or _is(type_, Text):
        yield from _by_language(field, type_, form)
    elif isinstance(type_, inspect.StructType) and not _is(type_, Period):
        yield from _group(field, type_, form, is_required=field.is_required)
    else:
        yield _column(field, field.type)


def _list(field: _Field, type_: inspect.VarTupleType, form: Form) -> Iterator[Column]:
    item = members(type_.item_type)[0]
    if not isinstance(item, inspect.StructType) or _is(item, Period):
        yield _column(field, type_.item_type, is_list=True)
        return
    least = type_.min_length or 0
    for number in range(form.groups):
        entry = _Field(
            f"{field.name}_{number + 1}",
            (*field.path, number),
            item,
            f"{field.label} {number + 1}",
            field.english,
            field.korean,
            number < least,
            field.entry,
            field.language,
        )
        yield from _group(entry, item, form, is_required=entry.is_required)


def _group(field: _Field, type_: inspect.StructType, form: Form, *, is_required: bool) -> Iterator[Column]:
    for inner in type_.fields:
        said = entry(type_.cls, inner.name)
        yield from _columns(
            _Field(
                f"{field.name}_{inner.name}",
                (*field.path, inner.name),
                inner.type,
                f"{field.label} · {said.name['ko']}",
                f"{field.english}: {said.purpose['en']}",
                f"{field.korean} · {said.purpose['ko']}",
                is_required and inner.required,
                said,
                field.language,
            ),
            form,
        )


def _by_language(field: _Field, type_: inspect.Type, form: Form) -> Iterator[Column]:
    """Yield a column for each language; that of the first is required, but for names that may not be known."""
    value = type_.value_type if isinstance(type_, inspect.DictType) else inspect.type_info(NonEmpty)
    for language in form.languages:
        yield _column(
            _Field(
                f"{field.name}_{language.code}",
                (*field.path, language.code),
                value,
                f"{field.label}({language_name(language.code, language.name)})",
                field.english,
                field.korean,
                field.is_required and language is form.languages[0],
                field.entry,
                field.language,
            ),
            value,
        )


def _column(field: _Field, type_: inspect.Type, *, is_list: bool = False) -> Column:
    return Column(
        field.name,
        field.path,
        type_,
        language=field.language,
        label=field.label,
        english=field.english,
        korean=field.korean,
        ref=_ref(type_),
        is_list=is_list,
        is_required=field.is_required,
        labels=labels(field.entry),
    )


def _ref(type_: inspect.Type) -> str:
    """Return the kind that a type's values name, empty if they name nothing."""
    if isinstance(type_, inspect.Metadata):
        return str((type_.extra or {}).get("ref", "")) or _ref(type_.type)
    if isinstance(type_, inspect.UnionType):
        return next((ref for member in type_.types if (ref := _ref(member))), "")
    return ""


def _is(type_: inspect.Type, kind: type[Struct]) -> bool:
    return isinstance(type_, inspect.StructType) and type_.cls is kind


def _as_written(word: object) -> str:
    return str(word).lower() if isinstance(word, bool) else str(word)
