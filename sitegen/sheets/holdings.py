"""The content as it stands: every file of it, and what it says."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, SiteError, errors
from sitegen.files import File
from sitegen.model import Content
from sitegen.parse import (
    SETTINGS,
    Parsed,
    Reading,
    choose,
    decode,
    gather,
    languages_of,
    parse_files,
    settings_in,
    settle,
)
from sitegen.parse.languages import Languages
from sitegen.read import Folders, Sighting, load, survey_content


class Holdings(Struct, frozen=True):
    """Every content file by path: where it is and what it holds; and what all of them say."""

    sightings: Mapping[str, Sighting]
    files: Mapping[str, bytes]
    content: Content
    languages: Languages


def take_in(folders: Folders) -> Holdings:
    """Return the content.

    Raises:
        SiteError: with everything that is wrong in its files: what cannot be read cannot be compared with a sheet.

    """
    found = survey_content(folders.content)
    sightings = {sighting.path: sighting for sighting in found.content}
    files = {path: load(sighting) for path, sighting in sightings.items()}
    written = File(SETTINGS, files[SETTINGS]) if SETTINGS in files else None
    settings, origin, problems = settings_in(settle([written])[0].head)
    if settings is None:
        raise SiteError((*found.problems, *problems))
    languages = languages_of(settings)
    choice = choose(sorted(files), languages)
    parsed = parse(files, choice.bearers, languages)
    content, unclear = gather(settings, origin, parsed)
    if wrong := errors((*found.problems, *problems, *choice.problems, *unclear)):
        raise SiteError(wrong)
    return Holdings(sightings, files, content, languages)


def parse(files: Mapping[str, bytes], bearers: Mapping[str, str], languages: Languages) -> dict[str, Parsed]:
    """Return what files say, by path; `bearers` names for each the file that holds its thing's facts."""
    readings = [Reading(File(path, files[path]), bearer, languages) for path, bearer in sorted(bearers.items())]
    results = parse_files(readings)
    return {reading.file.path: decode(result.head) for reading, result in zip(readings, results, strict=True)}


def problems_of(parsed: Mapping[str, Parsed]) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong in some files."""
    return tuple(problem for found in parsed.values() for problem in found.problems)
