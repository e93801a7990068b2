"""What is said of a field above it, in the language of whoever fills it in."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.dictionary import entry, said
from sitegen.forms import field_of, kind_named
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.scaffold import phrases
from sitegen.scaffold.surroundings import Surroundings

SHOWN = 8  # ids that are listed; more are no help to choose from


def comment(owner: type[Struct], name: str, language: str, around: Surroundings | None = None) -> Iterator[str]:
    """Yield lines: what a field is called and for, what each word means that it may hold, where its ids are from.

    If it is known what is `around`, some of these ids are listed.
    """
    found = entry(owner, name)
    yield f"{said(found.name, language)}: {said(found.purpose, language)}"
    for word, meaning in found.words.items():
        yield f"  {word} - {said(meaning, language)}"
    if kind := kind_named(field_of(owner, name).type):
        yield f"  {_ids(kind, language, around)}"


def _ids(kind: str, language: str, around: Surroundings | None) -> str:
    """Return where the ids of a kind are from, and some of them."""
    ids = around.ids(kind) if around else ()
    where = (
        said(phrases.IDS_OF_RECORDS, language).format(file=RECORD_KINDS[kind].file)
        if kind in RECORD_KINDS
        else said(phrases.IDS_OF_PAGES, language).format(folder=PAGE_KINDS[kind].folder)
    )
    more = f", … ({said(phrases.AND_MORE, language).format(count=len(ids))})" if len(ids) > SHOWN else ""
    return f"{where}: {', '.join(ids[:SHOWN])}{more}" if ids else where
