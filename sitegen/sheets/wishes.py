"""What a row wants a thing of the content to be: its tree of nodes with other values in it.

Each value knows where it was written: in a content file, or in a cell of the sheet.
"""

from collections.abc import Iterable
from typing import NamedTuple
from zoneinfo import ZoneInfo

from msgspec import Struct, inspect

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.parse.nodes import Mapping, Node, Scalar, Sequence
from sitegen.parse.scalars import ScalarError, parse_scalar
from sitegen.sheets.catalogue import order_of
from sitegen.sheets.columns import Column
from sitegen.sheets.entries import Given
from sitegen.sheets.trees import gaps_in, texts_of, value_at, with_value, without_gaps


class Change(Struct, frozen=True):
    """A value that is to be another: of which column, what it was and will be, and the cell that says so."""

    column: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    place: Place


class Changed(NamedTuple):
    """A tree with the values that a row gives it, what that changes, and why it cannot be."""

    node: Mapping
    changes: tuple[Change, ...]
    problems: tuple[Diagnostic, ...]


def changed(node: Mapping, kind: str, given: Iterable[Given], timezone: ZoneInfo) -> Changed:
    """Return a tree with the values that cells give; a cell that says what is there already changes nothing."""
    given = tuple(given)
    order = order_of(kind)
    changes: list[Change] = []
    new = node
    for each in given:
        before = value_at(node, each.column.path)
        if not _is_same(each.column, texts_of(before), each.texts, timezone):
            new = with_value(new, each.column.path, _leaf(each), order, each.cell.place)
            changes.append(Change(each.column.name, texts_of(before), each.texts, each.cell.place))
    problems = tuple(_gap(name, given) for name in gaps_in(new))
    whole = without_gaps(new) if changes else new
    return Changed(whole if isinstance(whole, Mapping) else Mapping((), node.place), tuple(changes), problems)


def _gap(name: str, given: Iterable[Given]) -> Diagnostic:
    """Return that entries of a list have a gap: closed up, the same sheet would do something else the next time."""
    place = next(each.cell.place for each in given if each.column.path[0] == name)
    return error(
        "sheet-gap",
        place,
        'an entry of "{field}" is empty or removed, and one after it is not',
        "fill in the entries one after the other from 1; to take one away, move those after it up, and remove the last",
        field=name,
    )


def _leaf(given: Given) -> Node | None:
    """Return the value of a cell as a node, None if it is to be removed."""
    place = given.cell.place
    is_bare = not is_text(given.column)
    values = tuple(Scalar(text, place, is_bare=is_bare) for text in given.texts)
    if not values:
        return None
    return Sequence(values, place) if given.column.is_list else values[0]


def is_text(column: Column) -> bool:
    """Whether a column holds text, which has quotation marks where it would be read as something else."""
    type_ = column.value_type
    return isinstance(type_, inspect.StrType) and not type_.pattern


def _is_same(column: Column, old: tuple[str, ...], new: tuple[str, ...], timezone: ZoneInfo) -> bool:
    if len(old) != len(new):
        return False
    return all(
        _value(column, one, timezone) == _value(column, two, timezone) for one, two in zip(old, new, strict=True)
    )


def _value(column: Column, text: str, timezone: ZoneInfo) -> object:
    """Return what a text means: two ways to write a date are the same, and so are two ways to break lines."""
    if is_text(column):
        return " ".join(text.split())
    try:
        return parse_scalar(text, column.value_type, timezone)
    except ScalarError:
        return text
