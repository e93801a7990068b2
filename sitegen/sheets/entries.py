"""Rows as entries: which thing each is about, and what its cells say in the words of the content."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds.names import noun
from sitegen.parse.names import likely_id
from sitegen.sheets.columns import UPDATE, Column
from sitegen.sheets.headings import Headed
from sitegen.sheets.names import Names
from sitegen.sheets.readings import values_of
from sitegen.sheets.table import Cell, Row
from sitegen.values import ID


class Given(Struct, frozen=True):
    """What a cell says of a thing: the texts of the values of its column, none if the value is to be removed."""

    column: Column
    cell: Cell
    texts: tuple[str, ...]


class Entry(Struct, frozen=True):
    """A row: the id of its thing, what is said of it, and the columns that it leaves empty."""

    id: str
    place: Place
    number: int
    given: tuple[Given, ...]
    empty: tuple[Column, ...]


class Read(NamedTuple):
    """The entries of a table, and what is wrong with its cells; a row whose thing is not clear makes no entry."""

    entries: tuple[Entry, ...]
    problems: tuple[Diagnostic, ...]


def read_entries(headed: Headed, kind: str, names: Names) -> Read:
    """Return what each row says."""
    problems: list[Diagnostic] = []
    found = [_entry(row, headed, names, problems) for row in headed.rows]
    entries = [entry for entry in found if entry is not None]
    if kind != UPDATE:
        problems += _twice(entries)
    return Read(tuple(entries), tuple(problems))


def announce(headed: Headed, kind: str, names: Names) -> None:
    """Make the ids of all rows known, so that one row may name another."""
    keys = [number for number, column in headed.columns.items() if column.name == "id"]
    texts = (row.cells[number].text.strip() for row in headed.rows for number in keys if number in row.cells)
    names.add(kind, (text for text in texts if re.fullmatch(ID, text)))


def _entry(row: Row, headed: Headed, names: Names, problems: list[Diagnostic]) -> Entry | None:
    identifier = ""
    given: list[Given] = []
    for number, column in headed.columns.items():
        cell = row.cells.get(number)
        if column.is_key:
            identifier = _key(cell, column, names, row, headed, problems)
        elif cell is not None:
            found = values_of(cell, column, names)
            problems += found.problems
            if found.texts is not None:
                given.append(Given(column, cell, found.texts))
    if not identifier:
        return None
    empty = tuple(column for number, column in headed.columns.items() if number not in row.cells)
    return Entry(identifier, headed.key_place(row.number), row.number, tuple(given), empty)


def _key(  # noqa: PLR0913  # where the name of a thing stands, and what can be said of it
    cell: Cell | None, column: Column, names: Names, row: Row, headed: Headed, problems: list[Diagnostic]
) -> str:
    """Return the id of a row's thing, empty after reporting why it is not known."""
    if cell is None:
        problems.append(_without_id(row, column, headed))
        return ""
    found = values_of(cell, column, names)
    problems += found.problems
    if found.texts == ():
        problems.append(_no_removal(cell))
    if not found.texts:
        return ""
    if not column.ref and not re.fullmatch(ID, found.texts[0]):
        problems.append(_wrong_id(cell, found.texts[0]))
        return ""
    return found.texts[0]


def _without_id(row: Row, column: Column, headed: Headed) -> Diagnostic:
    place = headed.key_place(row.number)
    if column.ref:
        return error("missing-field", place, "this row does not say which {kind} it is about", "write its id or name",
                     kind=noun(column.ref))  # fmt: skip
    english = next((cell.text for number, cell in row.cells.items()
                    if headed.columns[number].name in {"title_en", "name_en", "term_en"}), "")  # fmt: skip
    if guess := likely_id(english):
        return error(
            "missing-field",
            place,
            "this row has no id, so it is not clear what it is about",
            "write the id of what is to be changed; for something new, a new one such as {guess}",
            guess=guess,
        )
    return error(
        "missing-field",
        place,
        "this row has no id, so it is not clear what it is about",
        "write the id of what is to be changed; for something new, a new one in small Latin letters with hyphens",
    )


def _no_removal(cell: Cell) -> Diagnostic:
    return error(
        "sheet-removal",
        cell.place,
        "a sheet cannot remove a thing as a whole, as its page may be linked to",
        "delete the row; what is to be taken off the site is a matter for the editors",
    )


def _wrong_id(cell: Cell, text: str) -> Diagnostic:
    if guess := likely_id(text):
        return error("wrong-id", cell.place, '"{text}" cannot be an id', "write {guess}", text=text, guess=guess)
    return error(
        "wrong-id",
        cell.place,
        '"{text}" cannot be an id',
        "write small Latin letters, digits and hyphens, as in green-police-cars",
        text=text,
    )


def _twice(entries: list[Entry]) -> Iterator[Diagnostic]:
    first: dict[str, Place] = {}
    for entry in entries:
        if entry.id in first:
            yield error(
                "duplicate-id",
                entry.place,
                '"{id}" stands in this sheet already, in {first}',
                "keep one of the two rows, or give one another id",
                id=entry.id,
                first=first[entry.id].cell,
            )
        first.setdefault(entry.id, entry.place)
