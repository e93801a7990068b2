"""What a cell says, in the words of the content: a fixed word, an id, a date, a text."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from msgspec import inspect

from sitegen.characters import FORBIDDEN, UNSEEN
from sitegen.diagnostics import Diagnostic, error, nearest, warning
from sitegen.kinds.names import noun
from sitegen.parse.scalar_error import shown
from sitegen.sheets import moments
from sitegen.sheets.columns import Column
from sitegen.sheets.names import Names
from sitegen.sheets.table import Cell
from sitegen.values import PLACEHOLDERS

REMOVE = frozenset({"(삭제)", "(remove)", "(delete)"})
FAILED = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|#+)", re.IGNORECASE)
BETWEEN = re.compile(r"[;\n]")
CHOICES: Mapping[str, str] = MappingProxyType(
    {"예": "true", "네": "true", "o": "true", "y": "true", "yes": "true", "true": "true"}
    | {"아니요": "false", "아니오": "false", "x": "false", "n": "false", "no": "false", "false": "false"}
)
WITH_WORD = re.compile(r".*\((?P<word>[a-z0-9_]+)\)")
APOSTROPHES = ("'", "’", "‘")  # noqa: RUF001  # the very characters that are typed


class Values(NamedTuple):
    """The texts of a cell, None if they are not clear, and what is to be said of them."""

    texts: tuple[str, ...] | None
    problems: tuple[Diagnostic, ...] = ()


def values_of(cell: Cell, column: Column, names: Names) -> Values:
    """Return the texts of a cell as content would write them."""
    plain = _plain_text(cell)
    if plain in REMOVE:
        return Values(())
    if problem := _refused(cell, plain, column):
        return Values(None, (problem,))
    if moments.is_time(column) and not _is_word(plain, column):
        text = moments.written(_cleaned(cell, plain), column)
        return Values((text,)) if isinstance(text, str) else Values(None, (text,))
    if column.ref:
        return _references(cell, plain, column, names)
    parts = _parts(plain, column) if column.is_list else [plain]
    texts = tuple(_typed(part, column) for part in parts)
    if column.is_choice and (unknown := next((text for text in texts if text not in column.choices), "")):
        return Values(None, (_unknown_word(cell, unknown, column),))
    return Values(texts, _doubtful(cell, plain, column))


def _plain_text(cell: Cell) -> str:
    """Return the text of a cell without blanks around it; a line break stays, as it divides the values of a list."""
    content = cell.content
    if isinstance(content, bool):
        return str(content).lower()
    if isinstance(content, float):
        return f"{content:.15g}"
    text = normalize("NFC", cell.text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.strip().strip("\u200b\ufeff\u00a0\u3000").strip()


def _cleaned(cell: Cell, plain: str) -> Cell:
    """Return a cell whose text has neither full-width digits nor an apostrophe that keeps it a text."""
    if not isinstance(cell.content, str):
        return cell
    return Cell(cell.place, _narrow(plain), cell.shows)


def _narrow(text: str) -> str:
    narrow = normalize("NFKC", text).strip()
    return narrow[1:].strip() if narrow.startswith(APOSTROPHES) else narrow


def _is_word(text: str, column: Column) -> bool:
    return bool(column.words) and _word(text, column) in column.words


def _is_free(column: Column) -> bool:
    """Whether a column holds text that readers see, and which is left as it is."""
    type_ = column.value_type
    return isinstance(type_, inspect.StrType) and not type_.pattern and not column.ref and not column.is_key


def _refused(cell: Cell, plain: str, column: Column) -> Diagnostic | None:  # noqa: PLR0911  # so many things go wrong
    if not plain:
        return error("sheet-character", cell.place, "this cell holds nothing that can be seen", "empty it")
    if FAILED.fullmatch(plain):
        return error(
            "sheet-error",
            cell.place,
            "{text} stands where a formula failed, or where the column was too narrow",
            "write the value itself",
            text=plain,
        )
    if cell.is_formula:
        return error(
            "sheet-formula",
            cell.place,
            "this cell holds a formula, {formula}, and its result may be out of date",
            "copy the cell and paste it in the same place as a value",
            formula=shown(plain),
        )
    if plain.casefold() in PLACEHOLDERS and not _is_word(plain, column):
        return _placeholder(cell, plain, column)
    if isinstance(cell.content, date | datetime | time) and not moments.is_time(column):
        return error(
            "sheet-date",
            cell.place,
            "the spreadsheet program took what was typed here for a date or a time: {text}",
            "set the format of the cell to text, and type it again",
            text=plain,
        )
    if isinstance(cell.content, int | float) and "%" in cell.shows:
        return error(
            "sheet-percent",
            cell.place,
            "this cell shows a percentage, but holds {number}",
            "set its format to a plain number, and write the number that is meant",
            number=plain,
        )
    return _unseen(cell, plain)


def _placeholder(cell: Cell, plain: str, column: Column) -> Diagnostic:
    if "unknown" in column.words:
        return error(
            "placeholder", cell.place, '"{text}" stands for a value that is missing',
            "write the value; if it is not known, write unknown", text=plain,
        )  # fmt: skip
    return error(
        "placeholder",
        cell.place,
        '"{text}" stands for a value that is missing',
        "write the value, or empty the cell; write (삭제) to remove what is there",
        text=plain,
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


def _doubtful(cell: Cell, plain: str, column: Column) -> tuple[Diagnostic, ...]:
    """Return that an apostrophe which keeps a value a text may have become part of the text."""
    if not _is_free(column) or not plain.startswith("'") or plain.count("'") > 1:
        return ()
    return (
        warning(
            "sheet-apostrophe",
            cell.place,
            "this text begins with an apostrophe, and readers will see it",
            "delete it, unless it is meant",
        ),
    )


def _parts(plain: str, column: Column) -> list[str]:
    """Return the values of a cell: one a line, and where they are no sentences also divided by semicolons."""
    parts = plain.split("\n") if _is_free(column) else BETWEEN.split(plain)
    return [part.strip() for part in parts if part.strip()]


def _typed(text: str, column: Column) -> str:
    if _is_free(column):
        return " ".join(text.split())
    if column.is_key:
        return _narrow(text)
    if isinstance(column.value_type, inspect.BoolType):
        return CHOICES.get(_narrow(text).casefold(), _narrow(text))
    return _word(_narrow(text), column)


def _word(text: str, column: Column) -> str:
    """Return the fixed word that a text means, or the text: the word may stand in brackets, or be in Korean."""
    narrow = _narrow(text)
    if (match := WITH_WORD.fullmatch(narrow)) and match["word"] in column.words:
        return match["word"]
    squeezed = narrow.replace(" ", "")
    meant = (word for word in column.words if squeezed in {word, column.label_of(word).replace(" ", "")})
    return next(meant, CHOICES.get(narrow.casefold(), narrow) if "true" in column.words else narrow)


def _references(cell: Cell, plain: str, column: Column, names: Names) -> Values:
    """Return the ids of the things that a cell names; a name may hold commas, so they divide only what is no name."""
    if isinstance(cell.content, str):
        plain = plain if names.find(column.ref, plain) else _narrow(plain)
    parts = _parts(plain, column) if column.is_list else [plain]
    found = [names.find(column.ref, part) for part in parts]
    if column.is_list and not all(found):
        parts = [piece.strip() for part, ids in zip(parts, found, strict=True)
                 for piece in ([part] if ids else part.split(",")) if piece.strip()]  # fmt: skip
        found = [names.find(column.ref, part) for part in parts]
    unclear = [(part, ids) for part, ids in zip(parts, found, strict=True) if len(ids) != 1]
    problems = tuple(_unclear(cell, part, ids, column, names) for part, ids in unclear)
    return Values(None if problems else tuple(ids[0] for ids in found), problems)


def _unclear(cell: Cell, text: str, ids: tuple[str, ...], column: Column, names: Names) -> Diagnostic:
    """Return that a name means several things, or none."""
    if ids:
        return error(
            "sheet-ambiguous",
            cell.place,
            'more than one {kind} is called "{text}"',
            "write one of these ids: {ids}",
            kind=noun(column.ref),
            text=text,
            ids=", ".join(ids),
        )
    if guess := names.likely(column.ref, text):
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


def _unknown_word(cell: Cell, text: str, column: Column) -> Diagnostic:
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
