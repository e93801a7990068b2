"""Every column that a sheet of a kind may have, from the very types that validate its content."""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct, inspect

from sitegen import dictionary
from sitegen.dictionary import Entry, entry
from sitegen.forms import fields_of, is_of, kind_named, plain
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.common import STAMP_FIELD
from sitegen.kinds.site import Language
from sitegen.kinds.task import Update
from sitegen.sheets.columns import UPDATE, Column, FieldPath
from sitegen.sheets.korean import ID, WHAT_AN_ID_IS, WHICH_TASK, labels, language_name
from sitegen.values import NonEmpty, Period, Text


class Form(Struct, frozen=True):
    """What columns are made for: a kind, the languages of the site, how many entries of each list of groups."""

    kind: str
    languages: Sequence[Language]
    groups: int = 1


def columns_of(form: Form) -> tuple[Column, ...]:
    """Return every column of a kind: what names the thing, its words, its facts."""
    if form.kind in PAGE_KINDS:
        kind = PAGE_KINDS[form.kind]
        words = [column for field in _filled_in(kind.words) for column in _words(kind.words, field, form)]
        facts = [column for field in _own_first(kind.facts) for column in _facts(kind.facts, field, form)]
        return (_id(), *words, *facts)
    owner = RECORD_KINDS[form.kind].record if form.kind in RECORD_KINDS else Update
    columns = tuple(column for field in _filled_in(owner) for column in _facts(owner, field, form))
    return (_task(), *columns) if form.kind == UPDATE else columns


@cache
def order_of(kind: str) -> tuple[str, ...]:
    """Return the fields of a kind in the order in which they are written."""
    if kind in PAGE_KINDS:
        fields = (*_filled_in(PAGE_KINDS[kind].words), *_own_first(PAGE_KINDS[kind].facts))
    else:
        fields = _filled_in(RECORD_KINDS[kind].record if kind in RECORD_KINDS else Update)
    return tuple(field.name for field in fields)


def _filled_in(kind: type[Struct]) -> tuple[inspect.Field, ...]:
    """Return the fields of a type that people fill in."""
    return tuple(field for field in fields_of(kind) if field.name != STAMP_FIELD)


def _own_first(facts: type[Struct]) -> list[inspect.Field]:
    """Return the fields of a kind's facts, those that every kind has last."""
    common = {field.name for field in _filled_in(facts.__mro__[1])}
    fields = _filled_in(facts)
    return [field for field in fields if field.name not in common] + [field for field in fields if field.name in common]


def _id() -> Column:
    return Column(
        "id",
        ("id",),
        plain(inspect.type_info(NonEmpty)),
        label=ID,
        english="its file name and address: small Latin letters and hyphens",
        korean=WHAT_AN_ID_IS,
        is_required=True,
    )


def _task() -> Column:
    return Column(
        "task",
        ("task",),
        plain(inspect.type_info(NonEmpty)),
        label=dictionary.KINDS["task"]["ko"],
        english="the task that is reported on",
        korean=WHICH_TASK,
        ref="task",
        is_required=True,
    )


class _Field(Struct, frozen=True):
    """A field on the way to its columns; its entry in the dictionary is that of the innermost field."""

    name: str
    path: FieldPath
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
    type_ = plain(field.type)
    if isinstance(type_, inspect.VarTupleType):
        yield from _list(field, type_, form)
    elif isinstance(type_, inspect.DictType) or is_of(type_, Text):
        yield from _by_language(field, type_, form)
    elif isinstance(type_, inspect.StructType) and not is_of(type_, Period):
        yield from _group(field, type_, form, is_required=field.is_required)
    else:
        yield _column(field, field.type)


def _list(field: _Field, type_: inspect.VarTupleType, form: Form) -> Iterator[Column]:
    item = plain(type_.item_type)
    if not isinstance(item, inspect.StructType) or is_of(item, Period):
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
        yield from _columns(
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
            form,
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
        ref=kind_named(type_),
        is_list=is_list,
        is_required=field.is_required,
        labels=labels(field.entry),
    )
