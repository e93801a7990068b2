"""Translations that are missing, or do not say what their original says."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct, structs

from sitegen.desk import words
from sitegen.desk.findings import Finding, Sort, about
from sitegen.diagnostics import Translatable
from sitegen.model import AnyItem, Record, Site, UpdateLog
from sitegen.parse.whereabouts import page_path
from sitegen.translations import State, original_of, state_of
from sitegen.values import Text

SORTS: Mapping[State, tuple[Sort, Translatable]] = MappingProxyType(
    {
        "stale": ("stale", words.STALE),
        "parted": ("stale", words.PARTED),
        "edited": ("edited", words.EDITED),
        "unstamped": ("unstamped", words.UNSTAMPED),
    }
)
LEFT_OUT_ON_PURPOSE = frozenset({("agency", "name")})
"""Texts in which a language that is missing says something: that no name is known in it."""


def of_item(item: AnyItem, site: Site) -> Iterator[Finding]:
    """Yield what is to be done about the languages of an item."""
    original = original_of(item)
    for language in site.languages:
        if language not in item.documents:
            wanted = page_path(item.kind, item.id, language)
            yield about(item, "missing", words.MISSING, at=original, language=language, wanted=wanted)
        elif (state := state_of(item, language)) in SORTS:
            at, (sort, note) = item.documents[language], SORTS[state]
            command = f"python build.py translated {at.origin.path}"
            yield about(item, sort, note, at=at, original=original.origin.path, command=command)
    for field, text in texts(item.facts):
        for language in item.documents.keys() - text.words.keys():
            yield about(item, "missing", words.MISSING_WORDS, language=language, field=field)


def of_updates(log: UpdateLog, site: Site) -> Iterator[Finding]:
    """Yield what the updates of a published task do not say in each of the languages that the task is in."""
    task = site.items["task"].get(log.task)
    if task is None:
        return
    for number, update in enumerate(log.updates):
        for field, text in texts(update, str(number)):
            place = log.origin.place(field)
            for language in (code for code in task.documents if code not in text.words):
                found = about(task, "missing", words.MISSING_WORDS, line=place.line, language=language, field=field)
                yield structs.replace(found, path=place.path)


def of_record(record: Record, site: Site) -> Iterator[Finding]:
    """Yield what a record does not say in each language.

    Its languages stand side by side, so that whoever changes one sees the other: there is no stamp that says more.
    """
    for field, text in texts(record.value):
        if (record.kind, field) not in LEFT_OUT_ON_PURPOSE:
            for language in (code for code in site.languages if code not in text.words):
                yield _of_field(record, field, text, language)


def texts(value: object, field: str = "") -> Iterator[tuple[str, Text]]:
    """Yield every text in several languages in a value, at any depth, and the field it stands in, as in `note.0`."""
    if isinstance(value, Text):
        yield field, value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name), f"{field}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for number, member in enumerate(value):
            yield from texts(member, f"{field}.{number}")


def _of_field(record: Record, field: str, text: Text, language: str) -> Finding:
    place = record.origin.place(field)
    return Finding(
        sort="missing",
        owner=record.id if record.kind == "agency" else "",
        kind=record.kind,
        id=record.id,
        title=text.words,
        path=place.path,
        line=place.line,
        language=language,
        note=words.MISSING_WORDS,
        values={"field": field},
    )
