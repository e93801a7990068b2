"""Names of Markdown files: they say what a file is, and in which language."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds import PAGE_KINDS, PageKind
from sitegen.model import File
from sitegen.parse.languages import Languages
from sitegen.parse.scalars import likely_id
from sitegen.values import ID

NAME = re.compile(r"content/(?P<folder>[^/]+)/(?P<id>[^/]+)\.(?P<language>[^./]+)\.md")
FOLDERS: Mapping[str, PageKind] = {kind.folder: kind for kind in PAGE_KINDS.values()}


class Named(Struct, frozen=True):
    """A file whose name says what it is."""

    kind: PageKind
    id: str
    language: str
    file: File


def parse_names(files: Iterable[File], languages: Languages) -> tuple[list[Named], list[Diagnostic]]:
    """Return the files whose names say what they are, and what is wrong with the names of the others."""
    named: list[Named] = []
    problems: list[Diagnostic] = []
    for file in files:
        name = _name(file, languages)
        if isinstance(name, Named):
            named.append(name)
        else:
            problems.append(name)
    return named, problems


def _name(file: File, languages: Languages) -> Named | Diagnostic:
    match = NAME.fullmatch(file.path)
    if not match:
        return _unclear(file.path, languages)
    if match["folder"] not in FOLDERS:
        return _unknown_folder(file.path, match["folder"])
    if match["language"] not in languages.codes:
        return _unknown_language(file.path, match["language"], languages)
    if not re.fullmatch(ID, match["id"]):
        return _wrong_id(file.path, match["id"])
    return Named(FOLDERS[match["folder"]], match["id"], match["language"], file)


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
        '"{folder}" is not a folder for content' + ('; did you mean "{guess}"?' if guess else ""),
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
