"""The status bar, and the problems over a page, as HTML."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from msgspec import Struct

from sitegen.console import Telling, as_text, telling
from sitegen.fingerprint import fingerprint
from sitegen.footprint import per_visit, rating
from sitegen.serve.editor import link
from sitegen.serve.folder import Found, contents
from sitegen.serve.showing import Entry, Showing, Told
from sitegen.serve.terms import Terms
from sitegen.serve.words import words_in
from sitegen.speech import ENGLISH
from sitegen.speech.moments import in_words
from sitegen.weight import weight

CLIENT = Path(__file__).with_name("client")
KILOBYTE = 1_000  # bytes
LONGEST = 30  # things that a list names


class Problem(Struct, frozen=True):
    """A problem: what the terminal tells of it, and how to get there."""

    told: Telling
    severity: str
    href: str


class Line(Struct, frozen=True):
    """A thing in a list of the status bar, and the moment it is to be seen at."""

    title: str
    href: str
    when: str
    as_of: str


class Group(Struct, frozen=True):
    """A list of the status bar."""

    name: str
    label: str
    why: str
    lines: tuple[Line, ...]
    more: str


def panel(showing: Showing, found: Found | None, terms: Terms) -> str:
    """Return the status bar of a page, and what is wrong."""
    form, language = terms.editor, terms.language
    known = showing.known
    words = words_in(language)
    writing = known.pages.get(found.path) if found else None
    errors, warnings = showing.problems("error"), showing.problems("warning")
    return _template().render(
        words=words,
        errors=tuple(_problem(told, terms) for told in errors),
        warnings=tuple(_problem(told, terms) for told in warnings),
        fault=showing.fault,
        key=_key(showing),
        is_current=showing.is_current,
        is_building=showing.is_building,
        is_first=found is None,
        groups=_groups(showing, words, terms),
        weight=_weight(showing, found, words) if found else "",
        as_of=known.as_of.strftime("%Y-%m-%dT%H:%M") if known.as_of else "",
        shown_as_of=words["shown_as_of"].format(when=in_words(known.as_of, language)) if known.as_of else "",
        is_fixed=showing.is_fixed,
        edit=link(writing, form) if writing else "",
    )


@cache
def _template() -> Template:
    engine = Environment(
        loader=FileSystemLoader(CLIENT),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return engine.get_template("panel.html")


def _key(showing: Showing) -> str:
    """Return what tells what is wrong from anything else that could be; empty if the page is as it should be."""
    if showing.is_current:
        return ""
    return fingerprint(
        showing.fault, *(as_text((told.diagnostic,), told.excerpts, ENGLISH) for told in showing.told)
    ).hex()


def _problem(told: Told, terms: Terms) -> Problem:
    found = told.diagnostic
    href = link(told.writing, terms.editor) if told.writing else ""
    return Problem(telling(found, told.excerpts.get(found.place), terms.language), found.severity, href)


def _groups(showing: Showing, words: Mapping[str, str], terms: Terms) -> tuple[Group, ...]:
    census = showing.known.census
    named = (("drafts", census.drafts), ("scheduled", census.scheduled), ("expired", census.expired),
             ("untranslated", census.untranslated), ("stale", census.stale))  # fmt: skip
    return tuple(
        Group(
            name,
            words[name].format(count=len(entries)),
            words[f"{name}_why"],
            tuple(_line(entry, name == "scheduled", words, terms) for entry in entries[:LONGEST]),
            words["more"].format(count=len(entries) - LONGEST) if len(entries) > LONGEST else "",
        )
        for name, entries in named
        if entries
    )


def _line(entry: Entry, is_ahead: bool, words: Mapping[str, str], terms: Terms) -> Line:  # noqa: FBT001  # one of two lists
    moment = in_words(entry.when, terms.language) if entry.when else ""
    return Line(
        entry.title,
        link(entry.writing, terms.editor) if entry.writing else "",
        words["see_then"].format(when=moment) if is_ahead else moment,
        entry.when.isoformat() if entry.when and is_ahead else "",
    )


def _weight(showing: Showing, found: Found, words: Mapping[str, str]) -> str:
    transferred = weight(found.path, found.data, showing.known.base, lambda path: contents(showing, path))
    emitted = per_visit(transferred)
    return words["weight"].format(size=f"{transferred / KILOBYTE:.1f}", grams=f"{emitted:.4f}", rating=rating(emitted))
