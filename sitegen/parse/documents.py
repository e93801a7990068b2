"""Markdown files of the kinds with pages, as documents: facts once, words in each language."""

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import File
from sitegen.fingerprint import fingerprint
from sitegen.kinds.common import Facts, Words
from sitegen.kinds.names import called
from sitegen.model import Document, Loose, origin
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.front_matter import Parts, split
from sitegen.parse.languages import Languages, unknown_language
from sitegen.parse.marks import refused
from sitegen.parse.names import Name
from sitegen.parse.parsed import Parsed, document
from sitegen.parse.text import decode


def parse_document(file: File, name: Name, bearer: str, languages: Languages) -> tuple[Parsed, str]:
    """Return the document of a Markdown file, and its Markdown.

    `bearer` is the path of the file that holds the facts of this thing.
    """
    made, problems = _document(file, name, bearer, languages)
    if isinstance(made, tuple):
        made_of, parts = made
        front_matter = fingerprint(parts.front_matter)
        return Parsed(problems=tuple(problems), document=made_of, front_matter=front_matter), parts.body
    loose = (made,) if made else ()
    return Parsed(problems=tuple(problems), broken=((name.kind.name, name.id),), loose=loose), ""


def _document(
    file: File, name: Name, bearer: str, languages: Languages
) -> tuple[tuple[Document, Parts] | Loose | None, list[Diagnostic]]:
    text, unreadable = decode(file)
    if unreadable:
        return None, list(unreadable)
    parts, unsplit = split(text, file.path, name.kind.fields)
    if parts is None:
        return None, list(unsplit)
    composed = nodes.compose(parts.front_matter, file.path, first_line=2)
    reader = Reader(languages.codes, languages.timezone, composed.problems)
    if isinstance(composed.node, nodes.Mapping):
        whole = nodes.Mapping(composed.node.entries, Place(file.path))
        facts, words = _fields(whole, name, reader, bearer, languages)
        made = _made(name, facts, words, parts, reader, holds_facts=name.path == bearer)
        return made, [*unsplit, *composed.problems, *reader.problems]
    problems = [*unsplit, *composed.problems] or [_not_fields(composed.node, file.path)]
    return _loose(name, parts), problems


def _made(  # noqa: PLR0913  # what a document is made of
    name: Name, facts: Facts | None, words: Words | None, parts: Parts, reader: Reader, *, holds_facts: bool
) -> tuple[Document, Parts] | Loose:
    if words is None or (holds_facts and facts is None):
        return _loose(name, parts)
    reader.problems += (problem for value in (facts, words) if value for problem in refused(value, reader.places))
    written = origin(name.path, reader.places, parts.body_line)
    return document(name, facts, words, parts.body, written), parts


def _loose(name: Name, parts: Parts) -> Loose:
    return Loose(name.path, parts.body, parts.body_line)


def _fields(
    node: nodes.Mapping, name: Name, reader: Reader, bearer: str, languages: Languages
) -> tuple[Facts | None, Words | None]:
    kind = name.kind
    if name.path == bearer:
        facts, words = reader.struct(node, [kind.facts, kind.words], called(kind.name))
        unknown = _unknown_original(facts, reader, languages)  # type: ignore[arg-type]  # made of these very types
        reader.problems.extend(unknown)
        return (None if unknown else facts), words  # type: ignore[return-value]  # as above
    misplaced = [entry for entry in node.entries if entry.key.text in kind.facts.__struct_fields__]
    reader.problems.extend(_misplaced(entry.key, bearer) for entry in misplaced)
    kept = nodes.Mapping(tuple(entry for entry in node.entries if entry not in misplaced), node.place)
    (words,) = reader.struct(kept, [kind.words], called(kind.name))
    return None, words  # type: ignore[return-value]  # as above


def _unknown_original(facts: Facts | None, reader: Reader, languages: Languages) -> tuple[Diagnostic, ...]:
    if facts is None or facts.original is None or facts.original in languages.codes:
        return ()
    return (unknown_language(facts.original, reader.places["original"], languages.codes),)


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
