"""parse: files -> content: typed facts and words, bodies, and where each of them was written.

First what the names of files say (`choose`), then each file on its own (`parse_files`), then all together (`gather`).
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec
from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, Translatable, error, nearest
from sitegen.files import File
from sitegen.kinds.site import Settings
from sitegen.model import Content, Origin
from sitegen.parse.datasets import FOLDER as DATASETS
from sitegen.parse.datasets import parse_dataset
from sitegen.parse.documents import parse_document
from sitegen.parse.languages import Languages, languages_of
from sitegen.parse.names import Name, bearers, parse_name
from sitegen.parse.parsed import Parsed, encode
from sitegen.parse.records import FILES, parse_records
from sitegen.parse.settings import SETTINGS, parse_settings
from sitegen.parse.strings import STRINGS, complete, language_of, parse_strings
from sitegen.parse.updates import FOLDER as TASKS
from sitegen.parse.updates import SUFFIX as UPDATES
from sitegen.parse.updates import parse_updates
from sitegen.results import Result

__all__ = [
    "SETTINGS",
    "Choice",
    "Parsed",
    "Reading",
    "choose",
    "decode",
    "gather",
    "languages_of",
    "parse_files",
    "parse_settings",
    "settings_in",
    "settle",
]

IMAGES = "content/images/"


class Choice(Struct, frozen=True):
    """The files to parse, each with the path of the one that holds its thing's facts, and why others are not."""

    bearers: Mapping[str, str]
    problems: tuple[Diagnostic, ...]


class Reading(Struct, frozen=True):
    """Everything that parsing one file sees."""

    file: File
    bearer: str
    languages: Languages


def choose(paths: Iterable[str], languages: Languages) -> Choice:
    """Return which files are to be parsed, by what their names say."""
    named: list[Name] = []
    others: list[str] = []
    problems: list[Diagnostic] = []
    for path in paths:
        match _said(path, languages):
            case Name() as name:
                named.append(name)
            case str():
                others.append(path)
            case Diagnostic() as problem:
                problems.append(problem)
    return Choice({**bearers(named, languages), **dict.fromkeys(others, "")}, tuple(problems))


def parse_files(readings: Sequence[Reading]) -> tuple[Result, ...]:
    """Return what each file says and what is wrong with it; the rest is the Markdown of a document."""
    return tuple(_result(reading) for reading in readings)


def decode(head: bytes) -> Parsed:
    """Return what a file says."""
    return _PARSED.decode(head)


def gather(settings: Settings, origin: Origin, parsed: Mapping[str, Parsed]) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Return the whole content from what each file says, by path, and what is wrong with it or among its parts."""
    every = tuple(parsed.values())
    languages = languages_of(settings)
    strings = complete({str(language_of(path, languages)): found.words for path, found in parsed.items()
                        if found.words is not None}, languages)  # fmt: skip
    content = Content(
        settings,
        origin,
        strings.words,
        tuple(found.document for found in every if found.document is not None),
        tuple(loose for found in every for loose in found.loose),
        tuple(record for found in every for record in found.records),
        tuple(found.log for found in every if found.log is not None),
        {path.removeprefix(DATASETS): found.dataset for path, found in parsed.items() if found.dataset is not None},
        frozenset(thing for found in every for thing in found.broken),
    )
    return content, (*(problem for found in every for problem in found.problems), *strings.problems)


def settle(files: Sequence[File]) -> tuple[Result, ...]:
    """Return the settings in each file, where they stand, and what is wrong with them."""
    return tuple(Result(encode(parse_settings(file))) for file in files)


def settings_in(head: bytes) -> tuple[Settings | None, Origin, tuple[Diagnostic, ...]]:
    """Return the settings, None if reading cannot go on without them, where they stand, and what is wrong with them."""
    return _SETTLED.decode(head)


_SETTLED = msgspec.msgpack.Decoder(tuple[Settings | None, Origin, tuple[Diagnostic, ...]])
_PARSED = msgspec.msgpack.Decoder(Parsed)


def _said(path: str, languages: Languages) -> Name | str | Diagnostic | None:
    """Return what the name of a file says: what it is, or why it is nothing; nothing for what is read elsewhere."""
    if path.endswith(".md"):
        return parse_name(path, languages)
    if STRINGS.fullmatch(path):
        found = language_of(path, languages)
        return path if isinstance(found, str) else found
    if path in FILES or _is_log(path) or _is_dataset(path):
        return path
    return None if path == SETTINGS or path.startswith(IMAGES) else _unknown_file(path)


def _result(reading: Reading) -> Result:
    file, languages = reading.file, reading.languages
    name = parse_name(file.path, languages) if file.path.endswith(".md") else None
    if isinstance(name, Name):
        parsed, body = parse_document(file, name, reading.bearer, languages)
        return Result(encode(parsed), body.encode(errors="surrogatepass"))
    return Result(encode(_parsed(file, languages)))


def _parsed(file: File, languages: Languages) -> Parsed:
    """Return what a file that is no document says."""
    if file.path in FILES:
        return parse_records(file, languages)
    if STRINGS.fullmatch(file.path):
        return parse_strings(file)
    return parse_updates(file, languages) if _is_log(file.path) else parse_dataset(file)


def _is_log(path: str) -> bool:
    return path.startswith(TASKS) and path.endswith(UPDATES)


def _is_dataset(path: str) -> bool:
    return path.startswith(DATASETS) and path.endswith(".csv")


def _unknown_file(path: str) -> Diagnostic:
    folder, _, name = path.rpartition("/")
    guess = nearest(name, NAMES) if folder == "content" else ""
    instead = INSTEAD.get(f"{folder}/")
    return error(
        "unknown-file",
        Place(path),
        'this is not a content file, and nothing uses it; did you mean "{guess}"?'
        if guess
        else "this is not a content file, and nothing uses it",
        "{instead}" if instead else "write it as a .md file in a folder, or in one of the lists {names}, or remove it",
        guess=guess,
        instead=instead or "",
        names=", ".join(NAMES),
    )


NAMES = sorted(path.rpartition("/")[2] for path in (*FILES, SETTINGS))
INSTEAD: Mapping[str, Translatable] = MappingProxyType(
    {
        TASKS: Translatable("name it after a task, as in content/tasks/green-police-cars.updates.yaml, or remove it"),
        DATASETS: Translatable("save it as a CSV file, or remove it"),
        "content/strings/": Translatable("name it after a language, as in content/strings/ko.yaml, or remove it"),
    }
)
