"""A folder of content outside of a build: what its files are called is known at once, each is read when asked for."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sitegen.diagnostics import RefusedError, SiteError, errors
from sitegen.files import File
from sitegen.parse import SETTINGS, Parsed, Reading, choose, decode, languages_of, parse_files, settings_in, settle
from sitegen.read import load, survey_content
from sitegen.write.placement import MeanwhileError, Placement, put


class Written(NamedTuple):
    """What a file says, and the Markdown in it."""

    parsed: Parsed
    body: str


class ContentFolder:
    """The files of a folder of content, by their paths.

    Raises:
        SiteError: if there is no such folder, or no settings that say in which languages they are.

    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sightings = {sighting.path: sighting for sighting in survey_content(folder).content}
        written = self.file(SETTINGS) if SETTINGS in self.sightings else None
        settings, _, problems = settings_in(settle([written])[0].head)
        if settings is None:
            raise SiteError(problems)
        self.languages = languages_of(settings)
        self.bearers = choose(self.sightings, self.languages).bearers

    def text(self, path: str) -> bytes | None:
        """Return the bytes of a file, None if there is no such file."""
        with suppress(SiteError):
            return load(self.sightings[path]) if path in self.sightings else None
        return None

    def file(self, path: str) -> File:
        """Return a file that there is."""
        return File(path, load(self.sightings[path]))

    def written(self, paths: Iterable[str]) -> list[Written]:
        """Return what files say, in their order.

        Raises:
            SiteError: if one of them is not understood.

        """
        readings = [Reading(self.file(path), self.bearers[path], self.languages) for path in paths]
        found = [
            Written(decode(result.head), result.rest.decode(errors="surrogatepass")) for result in parse_files(readings)
        ]
        if problems := errors(problem for each in found for problem in each.parsed.problems):
            raise SiteError(problems)
        return found


def put_text(path: str, placement: Placement) -> None:
    """Put one file into its place, in one step, if it is still what it was.

    Raises:
        OSError: if the disk does not let us.
        RefusedError: if somebody has changed it meanwhile.

    """
    try:
        put([placement])
    except MeanwhileError:
        raise RefusedError("{path} was changed meanwhile; try again.", path=path) from None
