"""Snippets for editors: a field of front matter, typed by its name and filled in from one place to the next.

The form is that of VS Code: https://code.visualstudio.com/docs/editor/userdefinedsnippets
"""

from collections.abc import Callable, Iterator
from itertools import count

import msgspec
from msgspec import Struct, inspect

from sitegen.dictionary import KINDS, LANGUAGES, Said, entry
from sitegen.forms import Form, Slot, fields_of, kind_named, laid_out, plain, words_of
from sitegen.kinds import PAGE_KINDS
from sitegen.kinds.common import STAMP_FIELD, Facts, Words
from sitegen.schema.annotation import both

SNIPPETS = ".vscode/front-matter.code-snippets"
TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
COMMON = {"ko": "모든 종류", "en": "every kind"}


def snippets() -> str:
    """Return a snippet for each field of the kinds with pages, as JSON."""
    found = dict(_snippets())
    return msgspec.json.format(msgspec.json.encode(found, order="sorted")).decode()


def _snippets() -> Iterator[tuple[str, dict[str, object]]]:
    for owner in (Facts, Words):
        for field in fields_of(owner):
            if field.name != STAMP_FIELD:
                yield f"{both(COMMON)}: {field.name}", _snippet(owner, field.name, COMMON)
    for kind in PAGE_KINDS.values():
        for owner in (kind.facts, kind.words):
            for field in fields_of(owner):
                if field.name not in {*Facts.__struct_fields__, *Words.__struct_fields__}:
                    yield f"{both(KINDS[kind.name])}: {field.name}", _snippet(owner, field.name, KINDS[kind.name])


def _snippet(owner: type[Struct], name: str, kind: Said) -> dict[str, object]:
    said = entry(owner, name)
    return {
        "scope": "markdown",
        "prefix": name,
        "body": laid_out(owner, name, Form(_stops(), LANGUAGES)),
        "description": f"{both(said.name)} ({both(kind)})\n{both(said.purpose, chr(10))}",
    }


def _stops() -> Callable[[Slot], str]:
    """Return what makes the places that the cursor goes to, counted from 1."""
    numbers = count(1)
    return lambda slot: _stop(next(numbers), slot)


def _stop(number: int, slot: Slot) -> str:
    type_ = plain(slot.type)
    if isinstance(type_, inspect.BoolType):
        return f"${{{number}|true,false|}}"
    if isinstance(type_, inspect.LiteralType):
        return f"${{{number}|{','.join(_words(slot))}|}}"
    if isinstance(type_, inspect.DateType | inspect.StructType):
        return f"${{{number}:{TODAY}}}"
    if isinstance(type_, inspect.DateTimeType):
        return f"${{{number}:{TODAY} 09:00}}"
    return f"${{{number}:id}}" if kind_named(slot.type) else f"${{{number}}}"


def _words(slot: Slot) -> Iterator[str]:
    """Yield the words that may stand in a place, in the order of the dictionary."""
    words = {str(word).lower() if word is True else word for word in words_of(slot.type)}
    return (word for word in entry(slot.owner, slot.name).words if word in words)
