"""The dictionary: what people call each field and each word that it may hold, in English and Korean."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct, inspect

from sitegen.dictionary import (
    action,
    chart,
    common,
    event,
    indicator,
    meeting,
    news,
    page,
    records,
    site,
    source,
    strategy,
    task,
)
from sitegen.dictionary.entries import Entry, Field, Said
from sitegen.dictionary.kinds import KINDS

__all__ = ["ENGLISH", "FIELDS", "KINDS", "LANGUAGES", "Entry", "Said", "entry", "said"]

ENGLISH = "en"
LANGUAGES = ("ko", ENGLISH)
"""The languages of the dictionary, in the order in which both are shown."""

_PARTS = (common, strategy, task, meeting, news, event, action, indicator, chart, source, page, records, site)

FIELDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {name: fields for part in _PARTS for name, fields in part.FIELDS.items()}
)
"""What is added to each field, by the name of the type it stands in and its own."""


def entry(owner: type[Struct], name: str) -> Entry:
    """Return the entry of a field; one that a type has from another is that one's.

    Raises:
        KeyError: if the dictionary lacks it.

    """
    field = next((FIELDS[kind.__name__][name] for kind in owner.__mro__ if name in FIELDS.get(kind.__name__, ())), None)
    if field is None:
        raise KeyError(f"{owner.__name__}.{name}")
    purpose = {"ko": field.purpose, ENGLISH: _purposes(owner)[name]}
    return Entry({"ko": field.korean, ENGLISH: field.english}, purpose, field.words)


def said(words: Said, language: str) -> str:
    """Return words in a language, or in English if the dictionary does not speak it."""
    return words.get(language) or words[ENGLISH]


@cache
def _purposes(owner: type[Struct]) -> Mapping[str, str]:
    """Return what each field of a type is for, in English, as its type says."""
    return dict(_described(owner))


def _described(owner: type[Struct]) -> Iterator[tuple[str, str]]:
    type_ = inspect.type_info(owner)
    for field in type_.fields if isinstance(type_, inspect.StructType) else ():
        extra = field.type.extra_json_schema if isinstance(field.type, inspect.Metadata) else None
        yield field.name, str((extra or {}).get("description", ""))
