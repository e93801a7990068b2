"""Why the content of a cell is no value: what failed, what stands for something missing, what is not clear."""

import re
from datetime import date, datetime, time

from sitegen.characters import FORBIDDEN, UNSEEN
from sitegen.diagnostics import Diagnostic, error, nearest, warning
from sitegen.kinds.names import noun
from sitegen.parse.scalar_error import shown
from sitegen.sheets import moments
from sitegen.sheets.columns import Column
from sitegen.sheets.table import Cell
from sitegen.values import PLACEHOLDERS

FAILED = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|#+)", re.IGNORECASE)


def refused(cell: Cell, plain: str, column: Column, *, is_word: bool) -> Diagnostic | None:
    """Return why a cell cannot hold a value of a column, None if it can; a fixed word of it is no placeholder."""
    return (
        _nothing(cell, plain)
        or _calculated(cell, plain)
        or (None if is_word else _placeholder(cell, plain, column))
        or _taken_for_time(cell, plain, column)
        or _percentage(cell, plain)
        or _unseen(cell, plain)
    )


def ambiguous(cell: Cell, text: str, column: Column, ids: tuple[str, ...]) -> Diagnostic:
    """Return that several things have the same name."""
    return error(
        "sheet-ambiguous",
        cell.place,
        'more than one {kind} is called "{text}"',
        "write one of these ids: {ids}",
        kind=noun(column.ref),
        text=text,
        ids=", ".join(ids),
    )


def unknown_thing(cell: Cell, text: str, column: Column, guess: str) -> Diagnostic:
    """Return that nothing has a name, and which was probably meant if there is such a one."""
    if guess:
        return error(
            "unknown-id",
            cell.place,
            'there is no {kind} "{text}"; did you mean "{guess}"?',
            "write {guess}",
            kind=noun(column.ref),
            text=text,
            guess=guess,
        )
    return error(
        "unknown-id",
        cell.place,
        'there is no {kind} "{text}"',
        "write the name or id of one that exists, or add it first",
        kind=noun(column.ref),
        text=text,
    )


def unknown_word(cell: Cell, text: str, column: Column) -> Diagnostic:
    """Return that a text is none of the fixed words; what it means in Korean is named with each of them."""
    words = column.choices
    named = {column.label_of(word).replace(" ", ""): word for word in words} | {word: word for word in words}
    guess = nearest(text.casefold().replace(" ", ""), named)
    listed = ", ".join(column.explained(word) for word in words)
    if guess:
        return error(
            "unknown-word",
            cell.place,
            '"{text}" is not one of the words allowed here; did you mean "{guess}"?',
            "write one of {words}",
            text=text,
            guess=column.explained(named[guess]),
            words=listed,
        )
    return error(
        "unknown-word",
        cell.place,
        '"{text}" is not one of the words allowed here',
        "write one of {words}",
        text=text,
        words=listed,
    )


def apostrophe(cell: Cell) -> Diagnostic:
    """Return that an apostrophe which keeps a value a text may have become part of the text."""
    return warning(
        "sheet-apostrophe",
        cell.place,
        "this text begins with an apostrophe, and readers will see it",
        "delete it, unless it is meant",
    )


def _nothing(cell: Cell, plain: str) -> Diagnostic | None:
    if plain:
        return None
    return error("sheet-character", cell.place, "this cell holds nothing that can be seen", "empty it")


def _calculated(cell: Cell, plain: str) -> Diagnostic | None:
    if FAILED.fullmatch(plain):
        return error(
            "sheet-error",
            cell.place,
            "{text} stands where a formula failed, or where the column was too narrow",
            "write the value itself",
            text=plain,
        )
    if not cell.is_formula:
        return None
    return error(
        "sheet-formula",
        cell.place,
        "this cell holds a formula, {formula}, and its result may be out of date",
        "copy the cell and paste it in the same place as a value",
        formula=shown(plain),
    )


def _placeholder(cell: Cell, plain: str, column: Column) -> Diagnostic | None:
    if plain.casefold() not in PLACEHOLDERS:
        return None
    return error(
        "placeholder",
        cell.place,
        '"{text}" stands for a value that is missing',
        "write the value; if it is not known, write unknown"
        if "unknown" in column.words
        else "write the value, or empty the cell; write (삭제) to remove what is there",
        text=plain,
    )


def _taken_for_time(cell: Cell, plain: str, column: Column) -> Diagnostic | None:
    if not isinstance(cell.content, date | datetime | time) or moments.is_time(column):
        return None
    return error(
        "sheet-date",
        cell.place,
        "the spreadsheet program took what was typed here for a date or a time: {text}",
        "set the format of the cell to text, and type it again",
        text=plain,
    )


def _percentage(cell: Cell, plain: str) -> Diagnostic | None:
    if not isinstance(cell.content, int | float) or "%" not in cell.shows:
        return None
    return error(
        "sheet-percent",
        cell.place,
        "this cell shows a percentage, but holds {number}",
        "set its format to a plain number, and write the number that is meant",
        number=plain,
    )


def _unseen(cell: Cell, plain: str) -> Diagnostic | None:
    for pattern in (FORBIDDEN, UNSEEN):
        if match := pattern.search(plain.replace("\n", " ").replace("\t", " ")):
            return error(
                "sheet-character",
                cell.place,
                "there is a character in this cell that readers would not see (U+{code})",
                "type the text again, or delete the character",
                code=f"{ord(match[0]):04X}",
            )
    return None
