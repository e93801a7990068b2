"""Names of Markdown files: they say what a file is, and in which language."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds import PAGE_KINDS, PageKind
from sitegen.parse.languages import Languages
from sitegen.values import ID

NAME = re.compile(r"content/(?P<folder>[^/]+)/(?P<id>[^/]+)\.(?P<language>[^./]+)\.md")
FOLDERS: Mapping[str, PageKind] = {kind.folder: kind for kind in PAGE_KINDS.values()}


class Name(Struct, frozen=True):
    """What the name of a file says."""

    path: str
    kind: PageKind
    id: str
    language: str


def parse_name(path: str, languages: Languages) -> Name | Diagnostic:
    """Return what the name of a Markdown file says, or why it says nothing."""
    match = NAME.fullmatch(path)
    if not match:
        return _unclear(path, languages)
    if match["folder"] not in FOLDERS:
        return _unknown_folder(path, match["folder"])
    if match["language"] not in languages.codes:
        return _unknown_language(path, match["language"], languages)
    if not re.fullmatch(ID, match["id"]):
        return _wrong_id(path, match["id"])
    return Name(path, FOLDERS[match["folder"]], match["id"], match["language"])


def bearers(names: Iterable[Name], languages: Languages) -> dict[str, str]:
    """Return for each file the one that holds its thing's facts: the default language's, or the only one there is."""
    things: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for name in names:
        things[name.kind.name, name.id].append(name)
    order = languages.codes.index
    return {
        version.path: min(versions, key=lambda name: order(name.language)).path
        for versions in things.values()
        for version in versions
    }


def likely_id(text: str) -> str:
    """Return the id that a text was probably meant to be, or an empty string."""
    words = re.split(r"[^a-z0-9]+", text.casefold())
    return "-".join(filter(None, words)) if text.isascii() else ""


def _unclear(path: str, languages: Languages) -> Diagnostic:
    return error(
        "file-name",
        Place(path),
        "this file's name does not say what it is and in which language",
        "name it content/FOLDER/ID.LANGUAGE.md, as in content/tasks/green-police-cars.{code}.md",
        code=languages.default,
    )


def _unknown_folder(path: str, folder: str) -> Diagnostic:
    guess = nearest(folder, FOLDERS)
    return error(
        "unknown-folder",
        Place(path),
        '"{folder}" is not a folder for content; did you mean "{guess}"?'
        if guess
        else '"{folder}" is not a folder for content',
        "move the file to {guess}" if guess else "move the file to one of {folders}",
        folder=folder,
        guess=guess,
        folders=", ".join(sorted(FOLDERS)),
    )


def _unknown_language(path: str, code: str, languages: Languages) -> Diagnostic:
    return error(
        "unknown-language",
        Place(path),
        '"{code}" in the file name is not a language of this site',
        "use one of {codes}",
        code=code,
        codes=", ".join(languages.codes),
    )


def _wrong_id(path: str, text: str) -> Diagnostic:
    guess = likely_id(text)
    return error(
        "wrong-id",
        Place(path),
        '"{text}" in the file name cannot be an id',
        "write {guess} instead" if guess else "write small Latin letters, digits and hyphens, as in green-police-cars",
        text=text,
        guess=guess,
    )
