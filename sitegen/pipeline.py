"""A build, from the first file read to the last one written: the stages in their order."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from unicodedata import normalize
from zoneinfo import ZoneInfo

from msgspec import Struct, structs

from sitegen.assemble import assemble
from sitegen.check import check
from sitegen.convert import convert
from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError
from sitegen.model import Content, File, Html, Output, Site, Sources
from sitegen.parse import parse
from sitegen.plan import plan
from sitegen.read import Folders, read
from sitegen.render import render
from sitegen.urls import Linker
from sitegen.verify import inspect, secrets, verify
from sitegen.write import Destination, Written, lock, publish, recover


class Options(Struct, frozen=True, kw_only=True):
    """What a build is told: where things are, for which moment, how strict."""

    folders: Folders = Folders()
    output: Path = Path("site")
    base_url: str = ""
    as_of: datetime
    with_drafts: bool = False
    is_strict: bool = False


class Prepared(Struct, frozen=True):
    """A finished site in memory, and everything found wrong on the way; `pages` counts the HTML pages."""

    outputs: tuple[Output, ...]
    pages: int
    problems: tuple[Diagnostic, ...]
    sources: Sources


class Outcome(Struct, frozen=True):
    """How a build ended. `excerpts` holds the source line of each problem's place."""

    status: ExitStatus
    problems: tuple[Diagnostic, ...] = ()
    excerpts: Mapping[Place, str] = {}
    pages: int = 0
    written: Written | None = None


def build(options: Options) -> Outcome:
    """Build the site into the output folder, which changes only if nothing at all is wrong."""
    destination = _destination(options)
    try:
        with lock(destination):
            recover(destination)
            prepared = prepare(options)
            outcome = _judged(prepared, options)
            if outcome.status is ExitStatus.FINE:
                return structs.replace(outcome, written=publish(prepared.outputs, destination))
            return outcome
    except SiteError as problem:
        return Outcome(problem.status, tuple(sorted(problem.diagnostics)))


def check_only(options: Options) -> Outcome:
    """Do everything that a build does but write."""
    try:
        return _judged(prepare(options), options)
    except SiteError as problem:
        return Outcome(problem.status, tuple(sorted(problem.diagnostics)))


def prepare(options: Options) -> Prepared:
    """Return the finished site in memory, with every problem of every stage.

    Raises:
        SiteError: if it cannot be carried on far enough to find more problems.

    """
    sources, unreadable = read(options.folders)
    content, unclear = parse(sources)
    if content is None:
        return Prepared((), 0, (*unreadable, *unclear), sources)
    bodies, unconverted = _converted(content)
    site = assemble(content, bodies, _local(options.as_of, content), with_drafts=options.with_drafts)
    unsound = check(site)
    problems = (*unreadable, *unclear, *unconverted, *unsound)
    try:
        planned = plan(site, sources.assets, _linker(options, content))
    except SiteError as problem:
        return Prepared((), 0, (*problems, *problem.diagnostics), sources)
    except Exception:
        if not _errors(problems):
            raise
        return Prepared((), 0, problems, sources)  # a site with errors may be too broken to plan: they are the reason
    pages, unprintable = render(planned.jobs, sources.templates)
    outputs = (*pages, *planned.outputs)
    problems = (*problems, *unprintable)
    faults = () if _errors(problems) else _verified(outputs, site)
    return Prepared(outputs, len(pages), (*problems, *faults), sources)


def _verified(outputs: tuple[Output, ...], site: Site) -> tuple[Diagnostic, ...]:
    withheld = secrets(site)
    files = {output.path: output.data for output in outputs}
    return verify([inspect(output, withheld) for output in outputs], files, files.__getitem__)


def _destination(options: Options) -> Destination:
    folders = options.folders
    return Destination(options.output, (folders.content, folders.templates, folders.assets), Path.cwd())


def _converted(content: Content) -> tuple[dict[tuple[str, str, str], Html], tuple[Diagnostic, ...]]:
    """Convert every body; the converter knows lines of the body only, so they are moved to those of the file."""
    bodies: dict[tuple[str, str, str], Html] = {}
    problems: list[Diagnostic] = []
    for document in content.documents:
        converted = convert(document.body)
        bodies[document.kind, document.id, document.language] = converted.html
        problems += (
            _in_file(problem, document.origin.path, document.origin.body_line) for problem in converted.problems
        )
    for loose in content.loose:
        problems += (_in_file(problem, loose.path, loose.body_line) for problem in convert(loose.body).problems)
    return bodies, tuple(problems)


def _in_file(problem: Diagnostic, path: str, body_line: int) -> Diagnostic:
    place = structs.replace(problem.place, path=path, line=problem.place.line + body_line - 1)
    return structs.replace(problem, place=place)


def _local(as_of: datetime, content: Content) -> datetime:
    """Return the moment in the site's time zone, which is also that of a moment that does not say where."""
    timezone = ZoneInfo(content.settings.timezone)
    return as_of.astimezone(timezone) if as_of.tzinfo else as_of.replace(tzinfo=timezone)


def _linker(options: Options, content: Content) -> Linker:
    settings = content.settings
    return Linker(options.base_url or settings.base_url or "", settings.addresses == "absolute")


def _judged(prepared: Prepared, options: Options) -> Outcome:
    problems = tuple(sorted(set(prepared.problems)))
    is_bad = bool(problems) if options.is_strict else bool(_errors(problems))
    return Outcome(
        status=ExitStatus.CONTENT if is_bad else ExitStatus.FINE,
        problems=problems,
        excerpts=excerpts(problems, prepared.sources, prepared.outputs),
        pages=prepared.pages,
    )


def _errors(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [problem for problem in problems if problem.severity == "error"]


def excerpts(problems: Iterable[Diagnostic], sources: Sources, outputs: Iterable[Output] = ()) -> dict[Place, str]:
    """Return the line of each problem's place, in a file that was read or a page that was made."""
    known: tuple[File | Output, ...] = (*sources.content, *sources.templates, *sources.assets, *outputs)
    files = {file.path: file for file in known}
    places = sorted({problem.place for problem in problems if problem.place.path in files})
    found: dict[Place, str] = {}
    for path, spots in groupby(places, key=attrgetter("path")):
        lines = _lines(files[path].data)
        found |= {spot: lines[spot.line - 1] for spot in spots if spot.line <= len(lines)}
    return found


def _lines(data: bytes) -> list[str]:
    """Return the lines of a file as parse counts them, also of one that it cannot decode."""
    text = data.removeprefix(BOM_UTF8).decode("utf-8", "replace")
    return normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
