"""Rules of the glossary: what a text calls a thing leads to one term."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, error
from sitegen.kinds.records import Term
from sitegen.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for every name of a term that is another one's already, in the same language."""
    first: dict[tuple[str, str], str] = {}
    for record in site.records["term"].values():
        if not isinstance(record.value, Term):
            continue
        for language, name, field in _names(record.value):
            other = first.setdefault((language, "".join(name.split())), record.id)
            if other != record.id:
                yield error(
                    "term-twice",
                    record.origin.place(field),
                    'the term "{other}" is called "{name}" as well',
                    "call one of the two something else, or make one term of both",
                    other=other,
                    name=name,
                )


def _names(term: Term) -> Iterator[tuple[str, str, str]]:
    """Yield everything that a term is called: language, name, and the field that says so."""
    for language, name in term.term.words.items():
        yield language, name, f"term.{language}"
    for language, names in term.also.items():
        for number, name in enumerate(names):
            yield language, name, f"also.{language}.{number}"
