"""What a person asks for, as a request that can be carried out, or why it cannot."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from msgspec import Struct

from sitegen.characters import FORBIDDEN, UNSEEN
from sitegen.diagnostics import RefusedError, nearest
from sitegen.kinds import PAGE_KINDS
from sitegen.kinds.names import called
from sitegen.parse.names import likely_id
from sitegen.parse.whereabouts import log_of, page_path
from sitegen.scaffold.identifiers import identifier
from sitegen.scaffold.request import Request
from sitegen.scaffold.romanisation import has_hangul
from sitegen.scaffold.surroundings import Surroundings
from sitegen.urls import SECTIONS
from sitegen.values import ID

LONGEST_TITLE = 400
LONGEST_ID = 100
PORTS = tuple(f"{port}{number}" for port in ("com", "lpt") for number in range(10))
RESERVED = frozenset({"aux", "con", "nul", "prn", *PORTS})
"""What files cannot be called there: https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""

HEADS = {section: kind for kind, section in SECTIONS.items()}


class Wanted(Struct, frozen=True):
    """What was typed: a kind, a title, perhaps an id and the language of the title."""

    kind: str
    title: str
    id: str = ""
    original: str = ""


def request(wanted: Wanted, around: Surroundings, paths: Iterable[str]) -> Request:
    """Return what is to be made; `paths` are those of the files that are there.

    Raises:
        RefusedError: if it cannot be made.

    """
    title = _title(wanted.title)
    if wanted.kind == "update":
        return Request("update", _task(title, around), title, around.languages[0])
    chosen = _id(wanted.id, title)
    _refuse_taken(wanted.kind, chosen, around, frozenset(paths))
    lists = HEADS.get(chosen, "") if wanted.kind == "page" else ""
    return Request(wanted.kind, chosen, title, _original(wanted.original, title, around.languages), lists)


def _title(text: str) -> str:
    """Return a title on one line."""
    title = " ".join(normalize("NFC", text).split())
    if not title:
        raise RefusedError('There is no title. Write it in quotation marks, as in "Green police cars".')
    if len(title) > LONGEST_TITLE:
        raise RefusedError(
            "The title has {count} characters, but may have {most}.", count=len(title), most=LONGEST_TITLE
        )
    if FORBIDDEN.search(title) or UNSEEN.search(title) or not title.isprintable():
        raise RefusedError("The title has a character in it that cannot be seen. Type it again.")
    return title


def _id(given: str, title: str) -> str:
    if not given:
        if (made := identifier(title)) and made not in RESERVED:
            return made
        raise RefusedError("No id can be made of this title. Choose one, as in --id green-police-cars.")
    if not re.fullmatch(ID, given) or len(given) > LONGEST_ID:
        guess = likely_id(given)[:LONGEST_ID].strip("-")
        raise RefusedError(
            '"{given}" cannot be an id: it is made of small Latin letters, digits and hyphens. How about --id {guess}?'
            if guess
            else '"{given}" cannot be an id: it is made of small Latin letters, digits and hyphens.',
            given=given,
            guess=guess,
        )
    if given in RESERVED:
        raise RefusedError('On Windows, no file can be called "{given}". Choose another id.', given=given)
    return given


def _original(given: str, title: str, languages: tuple[str, ...]) -> str:
    """Return the language of a title: as said, else by its letters, else the first one of the site."""
    if given and given not in languages:
        raise RefusedError(
            '"{given}" is not a language of this site. Use one of {languages}.',
            given=given,
            languages=", ".join(languages),
        )
    by_letters = "ko" if has_hangul(title) else "en"
    return given or (by_letters if by_letters in languages else languages[0])


def _refuse_taken(kind: str, chosen: str, around: Surroundings, paths: frozenset[str]) -> None:
    if kind in PAGE_KINDS:
        start = page_path(kind, chosen, "")[: -len(".md")]
        if there := sorted(path for path in paths if path.startswith(start) and path.endswith(".md")):
            raise RefusedError(
                "There is {path} already. Edit it, or choose another id: --id {next}", path=there[0], next=_next(chosen)
            )
    elif around.is_taken(kind, chosen):
        raise RefusedError(
            'There is {kind} with the id "{id}" already. Edit it, or choose another id: --id {next}',
            kind=called(kind),
            id=chosen,
            next=_next(chosen),
        )


def _next(chosen: str) -> str:
    """Return another id: the next number at the end."""
    stem, _, number = chosen.rpartition("-")
    return f"{stem}-{int(number) + 1}" if stem and number.isdigit() else f"{chosen}-2"


def _task(title: str, around: Surroundings) -> str:
    """Return the id of the task that an id or a title names."""
    tasks = around.tasks()
    found = title if title in tasks else next(
        (task.id for task in tasks.values() for words in task.words.values() if words.title == title), ""
    )  # fmt: skip
    if not found:
        guess = nearest(title, tasks)
        raise RefusedError(
            'There is no task "{title}". Did you mean "{guess}"? The id is the name of its file in content/tasks/.'
            if guess
            else 'There is no task "{title}". Write the id of one: the name of its file in content/tasks/.',
            title=title,
            guess=guess,
        )
    _refuse_second_update(found, around)
    return found


def _refuse_second_update(task: str, around: Surroundings) -> None:
    quarter = around.quarter
    if any(update.period.text == quarter for update in around.updates(task)):
        raise RefusedError(
            "There is an update of {task} for {quarter} already, at the end of {path}. "
            "There is one update a quarter: correct that one.",
            task=task,
            quarter=quarter,
            path=log_of(task),
        )
