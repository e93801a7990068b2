"""A build: nothing at all where nothing has changed; else the pipeline, and then the output folder in one step."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import ExitStack
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec
from msgspec import Struct, structs

from sitegen.cache import Growth, Ledger, Made, Result, is_settled, ledger_path, note, program, recall, rules_of
from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, errors
from sitegen.excerpts import excerpts
from sitegen.fingerprint import fingerprint
from sitegen.read import Folders, survey
from sitegen.sources import Sources, moment, take_stock
from sitegen.write import Destination, Entry, Published, Stamp, Written, find_unchanged, lock, recover, stamp_of

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from sitegen.cache.store import Store
    from sitegen.pipeline import Prepared, Tools, Wishes
    from sitegen.workers import Workers

MANY = 200  # files of a site from which on the folders of the one before the last are kept for the next build
RESULTS = "results.sqlite"
NO_STAMP = 0, 0, 0

Intact = Mapping[str, Published]
"""The files of the last build that still stand in the output folder just as they were."""


class Options(Struct, frozen=True, kw_only=True):
    """What a build is told: where things are, for which moment, how strict, with how many processes.

    Without a `cache`, nothing that earlier builds found out is used, and nothing is kept for later ones.
    """

    folders: Folders = Folders()
    output: Path = Path("site")
    base_url: str = ""
    as_of: datetime
    with_drafts: bool = False
    is_strict: bool = False
    jobs: int = 1
    cache: Path | None = Path(".cache")


class Outcome(Struct, frozen=True):
    """How a build ended. `excerpts` holds the source line of each problem's place."""

    status: ExitStatus
    problems: tuple[Diagnostic, ...] = ()
    excerpts: Mapping[Place, str] = {}
    pages: int = 0
    written: Written | None = None


class Work(Struct, frozen=True):
    """What a build has worked with: the record of the last one, the source files, what still stood, the site."""

    ledger: Ledger | None
    sources: Sources
    intact: Intact
    prepared: "Prepared"


class Session:
    """What one build works with, or all builds that a process makes of one site: a store, workers, the last record.

    Pages are made by as many processes as the options say, or by an `executor` that stands in for them.
    """

    def __init__(self, options: Options, executor: "Executor | None" = None) -> None:
        self._cache = options.cache
        self._jobs = options.jobs
        self._executor = executor
        self._opened = ExitStack()
        self.ledger: Ledger | None = None

    def __enter__(self) -> Self:
        """Be of use during a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the store, and end the workers."""
        self._opened.close()

    @cached_property
    def store(self) -> "Store":
        """Where results are kept; a build that has nothing to do does not open it."""
        return self._opened.enter_context(self.open_store(self._cache / RESULTS if self._cache else None))

    @cached_property
    def workers(self) -> "Workers":
        """Other processes; a build that has nothing to do starts none."""
        from sitegen.workers import Workers  # noqa: PLC0415  # a build that has nothing to do needs none of these

        return self._opened.enter_context(Workers(self._jobs, self._executor, program))

    def recall(self, place: Path | None) -> Ledger | None:
        """Return the record of the last build."""
        return recall(place)

    def note(self, place: Path | None, ledger: Ledger) -> None:
        """Keep the record of a build."""
        note(place, ledger)

    def see(self, outcome: Outcome, work: "Work", tools: "Tools") -> None:
        """Look at what is about to be published, or at what is wrong with it."""

    def open_store(self, path: Path | None) -> "Store":
        """Return the store at a path."""
        from sitegen.cache.store import Store  # noqa: PLC0415  # as above

        return Store(path)


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
        return Outcome(problem.status, tuple(sorted(problem.diagnostics)))


def check_only(options: Options) -> Outcome:
    """Do everything that a build does but write to the output folder."""
    try:
        with ExitStack() as stack:
            sources = take_stock(survey(options.folders), (), moment())
            tools = open_tools(None, stack.enter_context(Session(options)), stack)
            prepared = prepared_site(options, sources, Growth(), {}, tools)
            return judged(prepared, sources, tools, options)
    except SiteError as problem:
        return Outcome(problem.status, tuple(sorted(problem.diagnostics)))


def _built(options: Options, destination: Destination, session: Session) -> Outcome:
    now = moment()
    place = ledger_path(options.cache, destination.path) if options.cache else None
    ledger = session.recall(place)
    folders = _folders(options)
    sources = take_stock(survey(options.folders), ledger.seen if ledger and ledger.folders == folders else (), now)
    intact = _intact(ledger, destination)
    if ledger and _stands(ledger, sources, intact, options):
        _renew(session, place, ledger, sources, intact, now)
        return _as_before(ledger)
    with ExitStack() as stack:
        tools = open_tools(destination, session, stack)
        prepared = prepared_site(options, sources, _growth(ledger), intact, tools)
        outcome = judged(prepared, sources, tools, options)
        session.see(outcome, Work(ledger, sources, intact, prepared), tools)
        if outcome.status is not ExitStatus.FINE:
            return outcome
        written = _published(tools, destination, intact, keep_spare=options.cache is not None)
        outcome = structs.replace(outcome, written=written)
        made = _noted(tools.spool.entries, options.output, intact, written.touched, now)
        session.note(place, _ledger(prepared, outcome, sources, made, options))
        tools.memo.tidy()
        return outcome


def _destination(options: Options) -> Destination:
    folders = options.folders
    return Destination(options.output, (folders.content, folders.templates, folders.assets), Path.cwd())


def open_tools(destination: Destination | None, session: Session, stack: ExitStack) -> "Tools":
    """Return what the stages work with, for as long as the stack is open; what is not needed is not imported."""
    from sitegen.cache.memo import Memo  # noqa: PLC0415  # a build that has nothing to do needs none of these
    from sitegen.pipeline import Tools  # noqa: PLC0415  # as above
    from sitegen.write.spool import Spool  # noqa: PLC0415  # as above

    return Tools(Memo(session.store, session.workers), session.workers, stack.enter_context(Spool(destination)))


def prepared_site(options: Options, sources: Sources, growth: Growth, intact: Intact, tools: "Tools") -> "Prepared":
    """Return the finished site; what grew before and still stands intact in the output folder is not made again."""
    from sitegen.making import Before  # noqa: PLC0415  # as above
    from sitegen.pipeline import prepare  # noqa: PLC0415  # as above

    return prepare(sources, wishes(options), Before(growth, intact), tools, _contents(tools, options))


def wishes(options: Options) -> "Wishes":
    """Return what the site is to be."""
    from sitegen.pipeline import Wishes  # noqa: PLC0415  # as above

    return Wishes(options.as_of, options.base_url, options.with_drafts)


def _contents(tools: "Tools", options: Options) -> Callable[[str], bytes]:
    """Return how to get at the bytes of a finished file: those that were not made stand in the output folder."""

    def contents(path: str) -> bytes:
        made = tools.spool.contents(path)
        return (options.output / path).read_bytes() if made is None else made

    return contents


def _finished(tools: "Tools", options: Options) -> Callable[[str], bytes | None]:
    """Return how to get at the bytes of whatever path a problem names: None where that is no finished file."""
    paths, contents = frozenset(tools.spool.paths), _contents(tools, options)
    return lambda path: contents(path) if path in paths else None


def judged(prepared: "Prepared", sources: Sources, tools: "Tools", options: Options) -> Outcome:
    """Return how a build has ended that has got so far, with the lines that its problems are about."""
    problems = tuple(sorted(set(prepared.problems)))
    is_bad = bool(problems) if options.is_strict else bool(errors(problems))
    return Outcome(
        status=ExitStatus.CONTENT if is_bad else ExitStatus.FINE,
        problems=problems,
        excerpts=excerpts(problems, sources.text, _finished(tools, options)),
        pages=prepared.made.pages if prepared.made else 0,
    )


def _published(tools: "Tools", destination: Destination, intact: Intact, *, keep_spare: bool) -> Written:
    from sitegen.write.publication import publish  # noqa: PLC0415  # as above
    from sitegen.write.spare import make_spare  # noqa: PLC0415  # as above

    keep_spare = keep_spare and len(tools.spool.entries) > MANY
    written = publish(tools.spool, destination, known=intact, keep_spare=keep_spare)
    if keep_spare:
        make_spare(destination, (entry.path for entry in tools.spool.entries))
    return written


def _intact(ledger: Ledger | None, destination: Destination) -> dict[str, Published]:
    """Return what stands in the output folder as the last build left it; what it had only just written is read."""
    if ledger is None:
        return {}
    folder = str(destination.path)
    entries = [Entry(made.path, made.size, made.sha256) for made in ledger.made]
    sure = {made.path: Published(entry, made.stamp) for made, entry in zip(ledger.made, entries, strict=True)
            if made.is_settled and made.stamp == stamp_of(f"{folder}/{made.path}", made.size)}  # fmt: skip
    return find_unchanged(entries, destination.path, sure)


def _stands(ledger: Ledger, sources: Sources, intact: Intact, options: Options) -> bool:
    """Whether a build would see and do what the last one saw and did."""
    is_same = [(seen.path, seen.digest) for seen in ledger.seen] == [
        (seen.path, seen.digest) for seen in sources.seen.values()
    ]
    is_now = ledger.since <= _timestamp(options.as_of, ledger.timezone) < ledger.until
    is_whole = len(intact) == len(ledger.made)
    is_meant = (ledger.ways, ledger.rules) == (_ways(options), rules_of(ledger.timezone))
    return is_same and is_now and is_whole and not sources.problems and is_meant


def _ways(options: Options) -> bytes:
    """Return the fingerprint of everything that a build sees beside its sources, the moment and the time zone."""
    return fingerprint(options.base_url, str(options.with_drafts), str(options.is_strict))


def _folders(options: Options) -> bytes:
    """Return the fingerprint of where the sources are: what the system says of a file is of use for that file only."""
    folders = options.folders
    return fingerprint(*(str(folder.absolute()) for folder in (folders.content, folders.templates, folders.assets)))


def _timestamp(moment: datetime, timezone: str) -> float:
    """Return a moment in seconds since 1970; one that does not say where is in the site's time zone."""
    if moment.tzinfo is None:
        from zoneinfo import ZoneInfo  # noqa: PLC0415  # needed for such a moment only

        moment = moment.replace(tzinfo=ZoneInfo(timezone))
    return moment.timestamp()


def _as_before(ledger: Ledger) -> Outcome:
    result = ledger.result
    written = Written((), (), (), len(ledger.made) - 1)
    return Outcome(ExitStatus.FINE, result.problems, dict(result.excerpts), result.pages, written)


def _growth(ledger: Ledger | None) -> Growth:
    return msgspec.msgpack.decode(ledger.growth, type=Growth) if ledger else Growth()


def _ledger(
    prepared: "Prepared", outcome: Outcome, sources: Sources, made: tuple[Made, ...], options: Options
) -> Ledger:
    return Ledger(
        ways=_ways(options),
        folders=_folders(options),
        timezone=prepared.timezone,
        rules=rules_of(prepared.timezone),
        since=prepared.since,
        until=prepared.until,
        seen=tuple(sources.seen.values()),
        made=made,
        result=Result(outcome.problems, tuple(outcome.excerpts.items()), outcome.pages),
        growth=msgspec.Raw(msgspec.msgpack.encode(prepared.made.growth if prepared.made else Growth())),
    )


def _noted(
    entries: tuple[Entry, ...], output: Path, intact: Intact, touched: AbstractSet[str], now: int
) -> tuple[Made, ...]:
    """Return finished files as they stand now: those that were not touched just as they were found at `now`.

    One that was only given another name is believed to be what it was if the times of its bytes and its inode are.
    """
    made: list[Made] = []
    for entry in entries:
        found = intact.get(entry.path)
        if found is not None and entry.path not in touched:
            made.append(_made(entry, found.stamp, is_sure=is_settled(found.stamp[:2], now)))
            continue
        stamp = stamp_of(f"{output}/{entry.path}", entry.size)
        is_same = found is None or (stamp is not None and _without_names(stamp) == _without_names(found.stamp))
        is_sure = stamp is not None and is_same and is_settled(stamp[:2], moment())
        made.append(_made(entry, stamp or NO_STAMP, is_sure=is_sure))
    return tuple(made)


def _made(entry: Entry, stamp: Stamp, *, is_sure: bool) -> Made:
    return Made(entry.path, entry.size, entry.sha256, stamp, is_sure)


def _without_names(stamp: Stamp) -> tuple[int, int]:
    """Return what of a stamp another name does not change: the time of the bytes, and the inode."""
    return stamp[0], stamp[2]


def _renew(  # noqa: PLR0913  # everything that a record is renewed from
    session: Session, place: Path | None, ledger: Ledger, sources: Sources, intact: Intact, now: int
) -> None:
    """Note that what looked different, or was too fresh to be sure of, is the same, so that it is not read again."""
    seen = tuple(sources.seen.values())
    made = tuple(
        Made(each.path, each.size, each.sha256, stamp, is_settled(stamp[:2], now))
        for each in ledger.made
        for stamp in (intact[each.path].stamp,)
    )
    if (seen, made) != (ledger.seen, ledger.made):
        session.note(place, structs.replace(ledger, seen=seen, made=made))
