"""Markdown files of the kinds with pages, as documents: facts once, words in each language."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds.common import Facts, Words
from sitegen.model import Document, File, Loose, Origin
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.front_matter import Parts, split
from sitegen.parse.languages import Languages
from sitegen.parse.names import Named, parse_names
from sitegen.parse.refusals import called, unknown_language
from sitegen.parse.text import decode

Key = tuple[str, str]


class Documents(Struct, frozen=True):
    """The documents that could be understood, bodies and things that could not, and why."""

    documents: tuple[Document, ...]
    loose: tuple[Loose, ...]
    broken: frozenset[Key]
    problems: tuple[Diagnostic, ...]


def parse_documents(files: Iterable[File], languages: Languages) -> Documents:
    """Return the documents of all Markdown files."""
    named, problems = parse_names(files, languages)
    documents: list[Document] = []
    loose: list[Loose] = []
    broken: set[Key] = set()
    for versions in _by_thing(named).values():
        bearer = _facts_bearer(versions, languages)
        for version in versions:
            document, found = _document(version, languages, bearer)
            problems.extend(found)
            if isinstance(document, Document):
                documents.append(document)
                continue
            broken.add((version.kind.name, version.id))
            loose += [document] if document else []
    return Documents(tuple(documents), tuple(loose), frozenset(broken), tuple(problems))


def _by_thing(named: Iterable[Named]) -> dict[Key, list[Named]]:
    things: dict[Key, list[Named]] = defaultdict(list)
    for name in named:
        things[name.kind.name, name.id].append(name)
    return things


def _facts_bearer(versions: list[Named], languages: Languages) -> Named:
    """Return the file that holds the facts: the default language's, or the only one there is."""
    return min(versions, key=lambda version: languages.codes.index(version.language))


def _document(name: Named, languages: Languages, bearer: Named) -> tuple[Document | Loose | None, list[Diagnostic]]:
    text, unreadable = decode(name.file)
    if unreadable:
        return None, list(unreadable)
    fields = {*name.kind.facts.__struct_fields__, *name.kind.words.__struct_fields__}
    parts, unsplit = split(text, name.file.path, fields)
    if parts is None:
        return None, list(unsplit)
    composed = nodes.compose(parts.front_matter, name.file.path, first_line=2)
    reader = Reader(languages.codes, languages.timezone, composed.problems)
    if isinstance(composed.node, nodes.Mapping):
        whole = nodes.Mapping(composed.node.entries, Place(name.file.path))
        facts, words = _fields(whole, name, reader, bearer, languages)
        document = _made(name, facts, words, parts, reader, holds_facts=name is bearer)
        return document, [*unsplit, *composed.problems, *reader.problems]
    problems = [*unsplit, *composed.problems] or [_not_fields(composed.node, name.file.path)]
    return _loose(name, parts), problems


def _made(  # noqa: PLR0913  # what a document is made of
    name: Named, facts: Facts | None, words: Words | None, parts: Parts, reader: Reader, *, holds_facts: bool
) -> Document | Loose:
    if words is None or (holds_facts and facts is None):
        return _loose(name, parts)
    origin = Origin(name.file.path, parts.body_line, reader.places)
    return Document(name.kind.name, name.id, name.language, facts, words, parts.body, origin)


def _loose(name: Named, parts: Parts) -> Loose:
    return Loose(name.file.path, parts.body, parts.body_line)


def _fields(
    node: nodes.Mapping, name: Named, reader: Reader, bearer: Named, languages: Languages
) -> tuple[Facts | None, Words | None]:
    kind = name.kind
    if name is bearer:
        facts, words = reader.struct(node, [kind.facts, kind.words], called(kind.name))
        unknown = _unknown_original(facts, reader, languages)  # type: ignore[arg-type]  # made of these very types
        reader.problems.extend(unknown)
        return (None if unknown else facts), words  # type: ignore[return-value]  # as above
    misplaced = [entry for entry in node.entries if entry.key.text in kind.facts.__struct_fields__]
    reader.problems.extend(_misplaced(entry.key, bearer.file.path) for entry in misplaced)
    kept = nodes.Mapping(tuple(entry for entry in node.entries if entry not in misplaced), node.place)
    (words,) = reader.struct(kept, [kind.words], called(kind.name))
    return None, words  # type: ignore[return-value]  # as above


def _unknown_original(facts: Facts | None, reader: Reader, languages: Languages) -> tuple[Diagnostic, ...]:
    if facts is None or facts.original is None or facts.original in languages.codes:
        return ()
    return (unknown_language(nodes.Scalar(facts.original, reader.places["original"]), languages.codes),)


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
