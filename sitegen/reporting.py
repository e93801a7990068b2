"""Reports: the site is made as a check makes it, looked at, and not kept."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from sitegen.build import Options, Outcome
from sitegen.build.outcome import failed
from sitegen.build.preparing import judged, prepared_site, tools_alone, wishes
from sitegen.cache import Growth
from sitegen.desk import Report, next_change, report, weigh
from sitegen.diagnostics import RefusedError, SiteError, errors
from sitegen.pipeline import Basis, Prepared, Tools, assembled
from sitegen.read import survey
from sitegen.sources import moment, take_stock
from sitegen.write import MANIFEST
from sitegen.write.placement import Placement, put


class Reported(Struct, frozen=True):
    """What is to be told, None if the content is not understood far enough, and how making the site has ended."""

    report: Report | None
    outcome: Outcome


class Moment(Struct, frozen=True):
    """When the site changes next, None for never, and what is wrong with its content."""

    next_change: datetime | None
    outcome: Outcome


def take_report(options: Options, limit: int | None) -> Reported:
    """Make the site, and report on it; tasks should be reported on every `limit` days, else as the settings say."""
    try:
        with tools_alone(options) as tools:
            sources = take_stock(survey(options.folders), (), moment())
            prepared = prepared_site(options, sources, Growth(), {}, tools)
            return Reported(_reported(prepared, tools, limit), judged(prepared, sources, tools, options))
    except SiteError as problem:
        return Reported(None, failed(problem))


def find_next(options: Options) -> Moment:
    """Return when the site changes next; no page is made for that."""
    try:
        with tools_alone(options) as tools:
            sources = take_stock(survey(options.folders), (), moment())
            basis, problems = assembled(sources, wishes(options), tools.memo)
            outcome = judged(Prepared(problems), sources, tools, options)
            return Moment(next_change(basis.assembly, basis.site, basis.now) if basis else None, outcome)
    except SiteError as problem:
        return Moment(None, failed(problem))


def keep(text: str, file: Path, options: Options) -> None:
    """Write a report into a file, in one step; into a device, such as a printer, straight away.

    Raises:
        RefusedError: if the file is among the sources, or in a folder that is published.
        OSError: if the disk does not let us.

    """
    data = text.encode(errors="backslashreplace")
    if file.exists() and not file.is_file():
        file.write_bytes(data)
        return
    _refuse_to_publish(file.resolve(), options)
    put([Placement(file, data, is_forced=True)])


def _reported(prepared: Prepared, tools: Tools, limit: int | None) -> Report | None:
    basis: Basis | None = prepared.basis
    if basis is None:
        return None
    made = None if errors(prepared.problems) else prepared.made
    heaviest = weigh(tools.spool.paths, made.materials.linker.base_path, tools.spool.contents) if made else ()
    days = limit or basis.site.settings.update_days
    return report(basis.assembly, basis.site, basis.now, heaviest, limit=days, is_whole=made is not None)


def _refuse_to_publish(file: Path, options: Options) -> None:
    """Make sure that nobody publishes what is written there: it names what is not published yet."""
    above, folders = file.parents, options.folders
    if any(source.resolve() in above for source in (folders.content, folders.templates, folders.assets)):
        raise RefusedError("{file} would be among the sources of the site. Name another file.", file=file)
    output = options.output.resolve()
    if site := next((each for each in above if each == output or (each / MANIFEST).exists()), None):
        raise RefusedError(
            "{file} would be published with the site in {site}, and it names what is not published yet. "
            "Name another file.",
            file=file,
            site=site,
        )
