"""Rows as entries: which thing each is about, and what its cells say in the words of the content."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from msgspec import Struct, inspect

from sitegen.diagnostics import Diagnostic, Place, error, nearest, warning
from sitegen.parse.refusals import PLACEHOLDERS
from sitegen.parse.scalar_error import shown
from sitegen.parse.scalars import likely_id
from sitegen.parse.text import FORBIDDEN, UNSEEN
from sitegen.sheets import moments
from sitegen.sheets.columns import UPDATE, Column, choices_of, is_choice, members
from sitegen.sheets.headings import Headed
from sitegen.sheets.korean import explained, in_korean
from sitegen.sheets.names import Names
from sitegen.sheets.table import Cell, Row
from sitegen.values import ID

REMOVE = frozenset({"(삭제)", "(remove)", "(delete)"})
FAILED = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|#+)", re.IGNORECASE)
BETWEEN = re.compile(r"[;\n]")
CHOICES: Mapping[str, str] = MappingProxyType(
    {"예": "true", "네": "true", "o": "true", "y": "true", "yes": "true", "true": "true"}
    | {"아니요": "false", "아니오": "false", "x": "false", "n": "false", "no": "false", "false": "false"}
)
WITH_WORD = re.compile(r".*\((?P<word>[a-z0-9_]+)\)")
APOSTROPHES = ("'", "’", "‘")  # noqa: RUF001  # the very characters that are typed


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
            found = _values(cell, column, names)
            problems += found.problems
            if found.texts is not None:
                given.append(Given(column, cell, found.texts))
    if not identifier:
        return None
    empty = tuple(column for number, column in headed.columns.items() if number not in row.cells)
    return Entry(identifier, headed.key_place(row.number), row.number, tuple(given), empty)


class _Values(NamedTuple):
    """The texts of a cell, None if they are not clear, and what is to be said of them."""

    texts: tuple[str, ...] | None
    problems: tuple[Diagnostic, ...] = ()


def _key(  # noqa: PLR0913  # where the name of a thing stands, and what can be said of it
    cell: Cell | None, column: Column, names: Names, row: Row, headed: Headed, problems: list[Diagnostic]
) -> str:
    """Return the id of a row's thing, empty after reporting why it is not known."""
    if cell is None:
        problems.append(_without_id(row, column, headed))
        return ""
    found = _values(cell, column, names)
    problems += found.problems
    if found.texts == ():
        problems.append(_no_removal(cell))
    if not found.texts:
        return ""
    if not column.ref and not re.fullmatch(ID, found.texts[0]):
        problems.append(_wrong_id(cell, found.texts[0]))
        return ""
    return found.texts[0]


def _values(cell: Cell, column: Column, names: Names) -> _Values:
    """Return the texts of a cell as content would write them."""
    plain = _plain_text(cell)
    if plain in REMOVE:
        return _Values(())
    if problem := _refused(cell, plain, column):
        return _Values(None, (problem,))
    if moments.is_time(column) and not _is_word(plain, column):
        text = moments.written(_cleaned(cell, plain), column)
        return _Values((text,)) if isinstance(text, str) else _Values(None, (text,))
    if column.ref:
        return _references(cell, plain, column, names)
    parts = _parts(plain, column) if column.is_list else [plain]
    texts = tuple(_typed(part, column) for part in parts)
    if is_choice(column) and (unknown := next((text for text in texts if text not in choices_of(column)), "")):
        return _Values(None, (_unknown_word(cell, unknown, column),))
    return _Values(texts, _doubtful(cell, plain, column))


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
    type_ = members(column.type)[0]
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
    if isinstance(members(column.type)[0], inspect.BoolType):
        return CHOICES.get(_narrow(text).casefold(), _narrow(text))
    return _word(_narrow(text), column)


def _word(text: str, column: Column) -> str:
    """Return the fixed word that a text means, or the text: the word may stand in brackets, or be in Korean."""
    narrow = _narrow(text)
    if (match := WITH_WORD.fullmatch(narrow)) and match["word"] in column.words:
        return match["word"]
    squeezed = narrow.replace(" ", "")
    meant = (word for word in column.words if squeezed in {word, in_korean(word, column.scope).replace(" ", "")})
    return next(meant, CHOICES.get(narrow.casefold(), narrow) if "true" in column.words else narrow)


def _references(cell: Cell, plain: str, column: Column, names: Names) -> _Values:
    """Return the ids of the things that a cell names; a name may hold commas, so they divide only what is no name."""
    if isinstance(cell.content, str):
        plain = _narrow(plain) if not names.find(column.ref, plain).ids else plain
    parts = _parts(plain, column) if column.is_list else [plain]
    found = [names.find(column.ref, part) for part in parts]
    if column.is_list and not all(each.ids for each in found):
        parts = [piece.strip() for part, each in zip(parts, found, strict=True)
                 for piece in ([part] if each.ids else part.split(",")) if piece.strip()]  # fmt: skip
        found = [names.find(column.ref, part) for part in parts]
    problems = tuple(
        problem
        for part, each in zip(parts, found, strict=True)
        for problem in _unclear(cell, part, each.ids, each.guess, column)
    )
    return _Values(None if problems else tuple(each.ids[0] for each in found), problems)


def _unclear(cell: Cell, text: str, ids: tuple[str, ...], guess: str, column: Column) -> Iterator[Diagnostic]:
    if len(ids) > 1:
        yield error(
            "sheet-ambiguous",
            cell.place,
            'more than one {kind} is called "{text}"',
            "write one of these ids: {ids}",
            kind=column.ref,
            text=text,
            ids=", ".join(ids),
        )
    elif not ids and guess:
        yield error(
            "unknown-id",
            cell.place,
            'there is no {kind} "{text}"; did you mean "{guess}"?',
            "write {guess}",
            kind=column.ref,
            text=text,
            guess=guess,
        )
    elif not ids:
        yield error(
            "unknown-id",
            cell.place,
            'there is no {kind} "{text}"',
            "write the name or id of one that exists, or add it first",
            kind=column.ref,
            text=text,
        )


def _unknown_word(cell: Cell, text: str, column: Column) -> Diagnostic:
    """Return that a text is none of the fixed words; what it means in Korean is named with each of them."""
    words = choices_of(column)
    named = {in_korean(word, column.scope).replace(" ", ""): word for word in words} | {word: word for word in words}
    guess = nearest(text.casefold().replace(" ", ""), named)
    listed = ", ".join(explained(word, column.scope) for word in words)
    if guess:
        return error(
            "unknown-word",
            cell.place,
            '"{text}" is not one of the words allowed here; did you mean "{guess}"?',
            "write one of {words}",
            text=text,
            guess=explained(named[guess], column.scope),
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


def _without_id(row: Row, column: Column, headed: Headed) -> Diagnostic:
    place = headed.key_place(row.number)
    if column.ref:
        return error("missing-field", place, "this row does not say which {kind} it is about", "write its id or name",
                     kind=column.ref)  # fmt: skip
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
