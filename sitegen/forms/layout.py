"""A field as it is written in YAML, with something in every place that needs a value."""

from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec import Struct, inspect

from sitegen.forms.structs import field_of, fields_of
from sitegen.values import Period, Text


class Slot(Struct, frozen=True):
    """A place for one value: the type and name of its field, what it may hold, in which language, which in a list."""

    owner: type[Struct]
    name: str
    type: inspect.Type
    language: str = ""
    number: int = 0


Leaf = Callable[[Slot], str]
"""Returns what is written in a place."""


class Form(Struct, frozen=True):
    """How fields are filled in: with what, in which languages, and which optional fields within groups too."""

    leaf: Leaf
    languages: Sequence[str]
    wanted: Collection[tuple[str, str]] = ()


def laid_out(owner: type[Struct], name: str, form: Form) -> tuple[str, ...]:
    """Return the lines of a field."""
    return tuple(_field(Slot(owner, name, field_of(owner, name).type), form))


def _field(slot: Slot, form: Form) -> Iterator[str]:
    value = tuple(_value(slot, form))
    if len(value) == 1 and not value[0].startswith(" "):
        yield f"{slot.name}: {value[0]}"
    else:
        yield f"{slot.name}:"
        yield from value


def _value(slot: Slot, form: Form) -> Iterator[str]:
    """Yield what follows the name of a field: a value for its line, or indented lines below it."""
    type_ = plain(slot.type)
    if isinstance(type_, inspect.DictType) or is_of(type_, Text):
        word = type_.value_type if isinstance(type_, inspect.DictType) else inspect.StrType(min_length=1)
        for language in form.languages:
            yield f"  {language}: {_spoken(Slot(slot.owner, slot.name, word, language, slot.number), form)}"
    elif isinstance(type_, inspect.VarTupleType):
        yield from _list(slot, type_, form)
    elif isinstance(type_, inspect.StructType) and not is_of(type_, Period):
        yield from (f"  {line}" for line in _group(type_.cls, slot.number, form))
    else:
        yield form.leaf(slot)


def _spoken(slot: Slot, form: Form) -> str:
    """Return what is said in one language: a word, or a list of them on one line."""
    type_ = plain(slot.type)
    if isinstance(type_, inspect.VarTupleType):
        return f"[{form.leaf(Slot(slot.owner, slot.name, type_.item_type, slot.language, slot.number))}]"
    return form.leaf(slot)


def _list(slot: Slot, type_: inspect.VarTupleType, form: Form) -> Iterator[str]:
    item = plain(type_.item_type)
    numbers = range(max(type_.min_length or 0, 1))
    if isinstance(item, inspect.StructType):
        for number in numbers:
            first, *others = _group(item.cls, number, form)
            yield from (f"  - {first}", *(f"    {line}" for line in others))
    elif is_id(type_.item_type):
        leaves = (form.leaf(Slot(slot.owner, slot.name, type_.item_type, "", number)) for number in numbers)
        yield f"[{', '.join(leaves)}]"
    else:
        for number in numbers:
            yield f"  - {form.leaf(Slot(slot.owner, slot.name, type_.item_type, slot.language, number))}"


def _group(owner: type[Struct], number: int, form: Form) -> Iterator[str]:
    """Yield the lines of a group: its required fields, and others that are wanted."""
    for field in fields_of(owner):
        if field.required or (owner.__name__, field.name) in form.wanted:
            yield from _field(Slot(owner, field.name, field.type, "", number), form)


def plain(type_: inspect.Type) -> inspect.Type:
    """Return a type without what is said of it, and of several types the first that is not the absence of a value."""
    return members(type_)[0]


def members(type_: inspect.Type) -> tuple[inspect.Type, ...]:
    """Return the types that a value may be of, without what is said of them, and without that of no value."""
    if isinstance(type_, inspect.Metadata):
        return members(type_.type)
    if isinstance(type_, inspect.UnionType):
        return tuple(member for each in type_.types for member in members(each))
    return () if isinstance(type_, inspect.NoneType) else (type_,)


def is_id(type_: inspect.Type) -> bool:
    """Whether a value is the id of another thing."""
    return isinstance(type_, inspect.Metadata) and "ref" in (type_.extra or {})


def is_of(type_: inspect.Type, kind: type[Struct]) -> bool:
    """Whether a value is a struct of a certain type."""
    return isinstance(type_, inspect.StructType) and type_.cls is kind
