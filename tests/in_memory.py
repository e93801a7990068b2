"""The first stages without a disk, a cache or other processes: from files as text to content and to the site."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sitegen.assemble import Assembly
from sitegen.convert import convert_bodies, html_in, outline_of
from sitegen.diagnostics import Diagnostic
from sitegen.files import File
from sitegen.fingerprint import fingerprint
from sitegen.model import Content, Html, Site
from sitegen.parse import (
    SETTINGS,
    Reading,
    choose,
    decode,
    gather,
    languages_of,
    parse_files,
    settings_in,
    settle,
)
from sitegen.plan import Witness
from tests.sites import MINIMAL, NOON, PROJECT, files_in

STRINGS = ("content/strings/ko.yaml", "content/strings/en.yaml")
Files = Mapping[str, bytes]


class Written(NamedTuple):
    """What files say, what is wrong with them, and the Markdown of every body by its fingerprint."""

    content: Content | None
    problems: tuple[Diagnostic, ...]
    bodies: Mapping[bytes, str]


class Assembled(NamedTuple):
    """A site, and every body as HTML by the fingerprint of its Markdown."""

    site: Site
    html: Mapping[bytes, Html]

    def witness(self) -> Witness:
        """Return the site as a unit of the plan sees it."""
        return Witness(self.site, self.html.__getitem__)


def written(files: Files) -> Written:
    """Return what content files say, by path."""
    settings, origin, unsettled = settings_in(settle([File(SETTINGS, files[SETTINGS])])[0].head)
    if settings is None:
        return Written(None, unsettled, {})
    languages = languages_of(settings)
    choice = choose(sorted(files), languages)
    readings = [Reading(File(path, files[path]), bearer, languages) for path, bearer in sorted(choice.bearers.items())]
    results = parse_files(readings)
    parsed = {reading.file.path: decode(result.head) for reading, result in zip(readings, results, strict=True)}
    content, problems = gather(settings, origin, parsed)
    bodies = {fingerprint(body): body for result in results for body in (result.rest.decode(),)}
    return Written(content, (*unsettled, *choice.problems, *problems), bodies)


def assembled(text: str, base: str = MINIMAL, as_of: str = NOON) -> Assembled:
    """Return the site that `text` makes on top of `base`, with the project's own interface words."""
    assembly, html = assembly_of(text, base)
    return Assembled(assembly.at(datetime.fromisoformat(as_of)), html)


def assembly_of(text: str, base: str = MINIMAL) -> tuple[Assembly, Mapping[bytes, Html]]:
    """Return what the site that `text` makes on top of `base` is assembled from, and its bodies as in `Assembled`."""
    files = {path: (PROJECT / path).read_bytes() for path in STRINGS}
    files |= {path: content.encode() for path, content in {**files_in(base), **files_in(text)}.items()}
    found = written(files)
    assert found.problems == ()
    assert found.content is not None
    converted = convert_bodies(tuple(found.bodies.values()))
    html = {body: html_in(made.rest) for body, made in zip(found.bodies, converted, strict=True)}
    outlines = {body: outline_of(made) for body, made in html.items()}
    return Assembly(found.content, outlines, with_drafts=False), html
