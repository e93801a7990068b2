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
from sitegen.parse.again import read_again
from sitegen.parse.languages import Languages, languages_of
from sitegen.parse.names import Name, bearers, parse_name
from sitegen.parse.parsed import Parsed, decode, encode
from sitegen.parse.reading import Reading
from sitegen.parse.strings import complete, language_of
from sitegen.parse.whereabouts import (
    DATASETS,
    IMAGES,
    RECORDS,
    SETTINGS,
    SOURCES,
    STRINGS,
    TASKS,
    is_chart,
    is_dataset,
    is_log,
    is_seal,
)
from sitegen.results import Result

__all__ = [
    "SETTINGS",
    "Choice",
    "Listing",
    "Parsed",
    "Reading",
    "choice_in",
    "choose",
    "choose_from",
    "decode",
    "gather",
    "languages_of",
    "parse_files",
    "settings_in",
    "settle",
]


class Listing(Struct, frozen=True):
    """Everything that a choice sees."""

    paths: tuple[str, ...]
    languages: Languages


class Choice(Struct, frozen=True, array_like=True):
    """The files to parse, each with the path of the one that holds its thing's facts, and why others are not."""

    bearers: Mapping[str, str]
    problems: tuple[Diagnostic, ...]


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
    found = {**bearers(named, languages), **dict.fromkeys(others, "")}
    return Choice(dict(sorted(found.items())), tuple(problems))


def choose_from(listings: Sequence[Listing]) -> tuple[Result, ...]:
    """Return the choice from each list of paths."""
    return tuple(Result(encode(choose(listing.paths, listing.languages))) for listing in listings)


def choice_in(head: bytes) -> Choice:
    """Return which files are to be parsed."""
    return msgspec.msgpack.decode(head, type=Choice)


def parse_files(readings: Sequence[Reading]) -> tuple[Result, ...]:
    """Return what each file says and what is wrong with it; the rest is the Markdown of a document."""
    return tuple(read_again(reading) or _read(reading) for reading in readings)


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
        tuple(found.seal for found in every if found.seal is not None),
        {path.removeprefix(DATASETS): found.dataset for path, found in parsed.items() if found.dataset is not None},
        {found.drawing.indicator: found.drawing for found in every if found.drawing is not None},
        frozenset(thing for found in every for thing in found.broken),
    )
    return content, (*(problem for found in every for problem in found.problems), *strings.problems)


def settle(files: Sequence[File | None]) -> tuple[Result, ...]:
    """Return the settings in each file, where they stand, and what is wrong with them; `None` is a file that is not."""
    from sitegen.parse.settings import parse_settings  # noqa: PLC0415  # most builds read no YAML, which loads slowly

    return tuple(Result(encode(parse_settings(file))) for file in files)


def settings_in(head: bytes) -> tuple[Settings | None, Origin, tuple[Diagnostic, ...]]:
    """Return the settings, None if reading cannot go on without them, where they stand, and what is wrong with them."""
    return _SETTLED.decode(head)


_SETTLED = msgspec.msgpack.Decoder(tuple[Settings | None, Origin, tuple[Diagnostic, ...]])


def _said(path: str, languages: Languages) -> Name | str | Diagnostic | None:
    """Return what the name of a file says: what it is, or why it is nothing; nothing for what is read elsewhere."""
    if path.endswith(".md"):
        return parse_name(path, languages)
    if STRINGS.fullmatch(path):
        found = language_of(path, languages)
        return path if isinstance(found, str) else found
    if path in RECORDS or any(is_it(path) for is_it in (is_log, is_seal, is_dataset, is_chart)):
        return path
    return None if path == SETTINGS or path.startswith(IMAGES) else _unknown_file(path)


def _read(reading: Reading) -> Result:
    from sitegen.parse.contents import read  # noqa: PLC0415  # as above

    return read(reading)


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


NAMES = sorted(path.rpartition("/")[2] for path in (*RECORDS, SETTINGS))
INSTEAD: Mapping[str, Translatable] = MappingProxyType(
    {
        TASKS: Translatable("name it after a task, as in content/tasks/green-police-cars.updates.yaml, or remove it"),
        SOURCES: Translatable("name it after a source, as in content/sources/report.seal.yaml, or remove it"),
        DATASETS: Translatable(
            "save data as a CSV file, name a chart after its indicator, as in emissions.chart.yaml, or remove it"
        ),
        "content/strings/": Translatable("name it after a language, as in content/strings/ko.yaml, or remove it"),
    }
)
