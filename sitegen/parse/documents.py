"""Markdown files of the kinds with pages, as documents: facts once, words in each language."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds import PAGE_KINDS, PageKind
from sitegen.kinds.common import Facts, Words
from sitegen.model import Document, File, Origin
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.front_matter import split
from sitegen.parse.languages import Languages
from sitegen.parse.refusals import called
from sitegen.parse.text import decode
from sitegen.values import ID

NAME = re.compile(r"content/(?P<folder>[^/]+)/(?P<id>[^/]+)\.(?P<language>[^./]+)\.md")
FOLDERS: Mapping[str, PageKind] = {kind.folder: kind for kind in PAGE_KINDS.values()}
Key = tuple[str, str]


class Documents(Struct, frozen=True):
    """The documents that could be understood, the things that could not, and why."""

    documents: tuple[Document, ...]
    broken: frozenset[Key]
    problems: tuple[Diagnostic, ...]


class _Named(Struct, frozen=True):
    """A file whose name says what it is."""

    kind: PageKind
    id: str
    language: str
    file: File


def parse_documents(files: Iterable[File], languages: Languages) -> Documents:
    """Return the documents of all Markdown files."""
    named, problems = _named_files(files, languages)
    documents, broken = [], set()
    for versions in _by_thing(named).values():
        bearer = _facts_bearer(versions, languages)
        for version in versions:
            document, found = _document(version, languages, holds_facts=version is bearer, bearer=bearer.file.path)
            problems.extend(found)
            if document is None:
                broken.add((version.kind.name, version.id))
            else:
                documents.append(document)
    return Documents(tuple(documents), frozenset(broken), tuple(problems))


def _named_files(files: Iterable[File], languages: Languages) -> tuple[list[_Named], list[Diagnostic]]:
    named, problems = [], []
    for file in files:
        name = _name(file, languages)
        if isinstance(name, Diagnostic):
            problems.append(name)
        else:
            named.append(name)
    return named, problems


def _name(file: File, languages: Languages) -> _Named | Diagnostic:
    match = NAME.fullmatch(file.path)
    if not match:
        return error(
            "file-name",
            Place(file.path),
            "this file's name does not say what it is and in which language",
            "name it content/FOLDER/ID.LANGUAGE.md, as in content/tasks/green-police-cars.{code}.md",
            code=languages.default,
        )
    if match["folder"] not in FOLDERS:
        return _unknown_folder(file.path, match["folder"])
    if match["language"] not in languages.codes:
        return error(
            "unknown-language",
            Place(file.path),
            '"{code}" in the file name is not a language of this site',
            "use one of {codes}",
            code=match["language"],
            codes=", ".join(languages.codes),
        )
    if not re.match(ID, match["id"]):
        return error(
            "wrong-id",
            Place(file.path),
            '"{text}" in the file name cannot be an id',
            "use lower-case Latin letters, digits and hyphens, as in green-police-cars",
            text=match["id"],
        )
    return _Named(FOLDERS[match["folder"]], match["id"], match["language"], file)


def _unknown_folder(path: str, folder: str) -> Diagnostic:
    guess = nearest(folder, FOLDERS)
    return error(
        "unknown-folder",
        Place(path),
        '"{folder}" is not a folder for content' + ('; did you mean "{guess}"?' if guess else ""),
        "move the file to one of {folders}",
        folder=folder,
        guess=guess,
        folders=", ".join(sorted(FOLDERS)),
    )


def _by_thing(named: Iterable[_Named]) -> dict[Key, list[_Named]]:
    things: dict[Key, list[_Named]] = defaultdict(list)
    for name in named:
        things[name.kind.name, name.id].append(name)
    return things


def _facts_bearer(versions: list[_Named], languages: Languages) -> _Named:
    """Return the file that holds the facts: the default language's, or the only one there is."""
    return min(versions, key=lambda version: languages.codes.index(version.language))


def _document(
    name: _Named, languages: Languages, *, holds_facts: bool, bearer: str
) -> tuple[Document | None, list[Diagnostic]]:
    text, unreadable = decode(name.file)
    if unreadable:
        return None, list(unreadable)
    parts, unsplit = split(text, name.file.path)
    if parts is None:
        return None, list(unsplit)
    composed = nodes.compose(parts.front_matter, name.file.path, first_line=2)
    if not isinstance(composed.node, nodes.Mapping):
        return None, [*composed.problems] or [_not_fields(composed.node, name.file.path)]
    reader = Reader(name.file.path, languages.codes, languages.timezone)
    whole = nodes.Mapping(composed.node.entries, Place(name.file.path))
    facts, words = _fields(whole, name, reader, holds_facts=holds_facts, bearer=bearer)
    problems = [*composed.problems, *reader.problems]
    if words is None or (holds_facts and facts is None):
        return None, problems
    origin = Origin(name.file.path, parts.body_line, reader.places)
    return Document(name.kind.name, name.id, name.language, facts, words, parts.body, origin), problems


def _fields(
    node: nodes.Mapping, name: _Named, reader: Reader, *, holds_facts: bool, bearer: str
) -> tuple[Facts | None, Words | None]:
    kind = name.kind
    if holds_facts:
        facts, words = reader.struct(node, [kind.facts, kind.words], called(kind.name))
        return facts, words  # type: ignore[return-value]  # made of these very types
    misplaced = [entry for entry in node.entries if entry.key.text in kind.facts.__struct_fields__]
    reader.problems.extend(_misplaced(entry.key, bearer) for entry in misplaced)
    kept = nodes.Mapping(tuple(entry for entry in node.entries if entry not in misplaced), node.place)
    (words,) = reader.struct(kept, [kind.words], called(kind.name))
    return None, words  # type: ignore[return-value]  # as above


def _misplaced(key: nodes.Scalar, bearer: str) -> Diagnostic:
    return error(
        "fact-in-translation",
        key.place,
        '"{field}" is a fact, and facts are written once for all languages',
        "move the line to {bearer}",
        field=key.text,
        bearer=bearer,
    )


def _not_fields(node: nodes.Node | None, path: str) -> Diagnostic:
    if node is None:
        message = "there are no fields between the two lines ---"
        return error("front-matter-empty", Place(path, 2), message, "write them as names and values, as in title: …")
    return error(
        "front-matter-empty",
        node.place,
        "there are no names of fields between the two lines ---",
        "start each line with a name, a colon and a space, as in title: …",
    )
