"""What a cell says, in the words of the content: a fixed word, an id, a date, a text."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from msgspec import inspect

from sitegen.diagnostics import Diagnostic
from sitegen.sheets import cell_refusals, moments
from sitegen.sheets.columns import Column
from sitegen.sheets.names import Names
from sitegen.sheets.table import Cell

REMOVE = frozenset({"(삭제)", "(remove)", "(delete)"})
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
    is_word = _is_word(plain, column)
    if problem := cell_refusals.refused(cell, plain, column, is_word=is_word):
        return Values(None, (problem,))
    if moments.is_time(column) and not is_word:
        text = moments.written(_cleaned(cell, plain), column)
        return Values((text,)) if isinstance(text, str) else Values(None, (text,))
    if column.ref:
        return _references(cell, plain, column, names)
    parts = _parts(plain, column) if column.is_list else [plain]
    texts = tuple(_typed(part, column) for part in parts)
    if column.is_choice and (unknown := next((text for text in texts if text not in column.choices), "")):
        return Values(None, (cell_refusals.unknown_word(cell, unknown, column),))
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


def _doubtful(cell: Cell, plain: str, column: Column) -> tuple[Diagnostic, ...]:
    is_doubtful = _is_free(column) and plain.startswith("'") and plain.count("'") == 1
    return (cell_refusals.apostrophe(cell),) if is_doubtful else ()


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
    if ids:
        return cell_refusals.ambiguous(cell, text, column, ids)
    return cell_refusals.unknown_thing(cell, text, column, names.likely(column.ref, text))
