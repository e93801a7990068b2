"""A build: nothing at all where nothing has changed; else the pipeline, and then the output folder in one step."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from sitegen.build.options import Options
from sitegen.build.outcome import Outcome, failed
from sitegen.build.preparing import deliver, judged, noticed, open_tools, prepared_site, tools_alone, wishes
from sitegen.build.record import (
    Intact,
    as_before,
    drafted,
    fingerprint_of_folders,
    growth_in,
    intact_of,
    noted,
    renewed,
    stands,
)
from sitegen.build.session import Session, Work
from sitegen.cache import Growth, Ledger, ledger_path
from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.files import File
from sitegen.read import survey, survey_content
from sitegen.sources import Sources, moment, take_stock, with_files
from sitegen.write import Destination, Written, lock, recover

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from sitegen.pipeline import Tools

__all__ = ["Options", "Outcome", "Session", "Work", "build", "build_again", "check_only", "try_content"]

MANY = 200  # files of a site from which on the folders of the one before the last are kept for the next build


def build(options: Options, executor: "Executor | None" = None) -> Outcome:
    """Build the site into the output folder, which changes only if nothing at all is wrong."""
    with Session(options, executor) as session:
        return build_again(options, session)


def build_again(options: Options, session: Session) -> Outcome:
    """Build as `build` does, with what is at hand from builds before."""
    destination = _destination(options)
    try:
        with lock(destination):
            recover(destination)
            return _built(options, destination, session)
    except SiteError as problem:
        return failed(problem)


def check_only(options: Options) -> Outcome:
    """Do everything that a build does but write to the output folder."""
    try:
        with tools_alone(options) as tools:
            sources = take_stock(survey(options.folders), (), moment())
            prepared = prepared_site(options, sources, Growth(), {}, tools)
            return judged(prepared, sources, tools, options)
    except SiteError as problem:
        return failed(problem)


def try_content(options: Options, drafts: Iterable[File]) -> Outcome:
    """Find everything that is wrong with the content once it has some drafts in it, for which no page need be made."""
    from sitegen.pipeline import Prepared, assembled  # noqa: PLC0415  # a build that has nothing to do needs neither

    try:
        with tools_alone(options) as tools:
            sources = with_files(take_stock(survey_content(options.folders.content), (), moment()), drafts)
            _, problems = assembled(sources, wishes(options), tools.memo)
            return judged(Prepared(problems), sources, tools, options)
    except SiteError as problem:
        return failed(problem)


def _built(options: Options, destination: Destination, session: Session) -> Outcome:
    now = moment()
    place = ledger_path(options.cache, destination.path) if options.cache else None
    ledger = session.recall(place)
    folders = fingerprint_of_folders(options)
    sources = take_stock(survey(options.folders), ledger.seen if ledger and ledger.folders == folders else (), now)
    intact = intact_of(ledger, destination)
    if ledger and stands(ledger, sources, intact, options):
        record = renewed(ledger, sources, intact, now)
        if record != ledger:
            session.note(place, record)
        return as_before(ledger)
    with ExitStack() as stack:
        tools = open_tools(destination, session, stack)
        outcome, draft = _finished(options, destination, sources, ledger, intact, tools, session)
        if draft is None:
            return outcome
        written = _published(tools, destination, intact, keep_spare=options.cache is not None)
        made = noted(tools.spool.entries, options.output, intact, written.touched, now)
        session.note(place, structs.replace(draft, made=made))
        tools.memo.tidy()
        return structs.replace(outcome, written=written)


def _finished(  # noqa: PLR0913  # what a build begins with
    options: Options,
    destination: Destination,
    sources: Sources,
    ledger: Ledger | None,
    intact: Intact,
    tools: "Tools",
    session: Session,
) -> tuple[Outcome, Ledger | None]:
    """Return how the build ends, and the record of it, None if the site is not to be published.

    The site is in the spool now; what it was made from is let go of, so that its memory can be used again.
    """
    prepared = prepared_site(options, sources, growth_in(ledger), intact, tools)
    outcome = judged(prepared, sources, tools, options)
    session.see(outcome, Work(sources, prepared), tools)
    is_fine = outcome.status is ExitStatus.FINE
    if is_fine:
        deliver(prepared, intact, tools, options)
        outcome = structs.replace(outcome, notices=noticed(prepared, tools, options, destination))
    return outcome, drafted(prepared, outcome, sources, options) if is_fine else None


def _destination(options: Options) -> Destination:
    folders = options.folders
    return Destination(options.output, (folders.content, folders.templates, folders.assets), Path.cwd())


def _published(tools: "Tools", destination: Destination, intact: Intact, *, keep_spare: bool) -> Written:
    from sitegen.write.publication import publish  # noqa: PLC0415  # as above
    from sitegen.write.spare import make_spare  # noqa: PLC0415  # as above

    keep_spare = keep_spare and len(tools.spool.entries) > MANY
    written = publish(tools.spool, destination, known=intact, keep_spare=keep_spare)
    if keep_spare:
        make_spare(destination, (entry.path for entry in tools.spool.entries))
    return written
