"""Building the preview: on a thread of its own, once for each burst of changes, with the pages in view ahead."""

import gc
import math
import threading
import time
import traceback
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue

from msgspec import Struct, structs

from sitegen.build import Options, Outcome, build_again
from sitegen.diagnostics import Diagnostic, ExitStatus, SiteError
from sitegen.files import File
from sitegen.pipeline import Tools
from sitegen.read import load, survey
from sitegen.serve.census import known
from sitegen.serve.glimpse import NoGlimpseError, glimpse, warm_up
from sitegen.serve.memory import Memory, Stamps, stamps_of
from sitegen.serve.roots import Roots
from sitegen.serve.showing import Showing, Told, Writing
from sitegen.sources import Sources

SETTLED = 0.06  # seconds without a change before a whole build begins
LONGEST = 2.0  # seconds after which it begins in any case
GRACE = 0.15  # seconds in which the rest of a file that was half written may still come, before its mistakes are shown
AGAIN = 1.0  # seconds until another try after a failure of the system's
LONG = 0.5  # seconds that a build takes before it is worth saying that one is at work
FEW = 5  # files edited at once that are shown ahead of the build
FRESH = 64  # finished files that are held in memory until they stand in the folder
SHARE = 300  # how much longer than a look at all files the pause until the next one is
SHARE_POLLING = 20  # the same where nothing else tells of changes
PAUSES = (2.0, 60.0)  # seconds between two such looks, at least and at most
PAUSES_POLLING = (0.4, 30.0)

Show = Callable[[Showing], None]
"""Hands over what is to be shown; called on the thread of the builder."""


class Moment(Struct, frozen=True):
    """A wish to see the site as of a moment, None for now."""

    as_of: datetime | None


News = Moment | frozenset[str]
"""What the builder is told: a wish, or which files have changed."""


class Voice(Struct, frozen=True):
    """How the builder learns which pages somebody looks at, and says what happens: to them, and to who started it.

    To `complain` is to tell who started it of a fault of the program, in its own words.
    """

    wanted: Callable[[], Collection[str]]
    show: Show
    say: Callable[[Outcome], None]
    complain: Callable[[str], None]


class Builder:
    """Builds the preview again and again."""

    _voice: Voice

    def __init__(self, options: Options, *, polls: bool) -> None:
        self._options = options
        self._share, self._pauses = (SHARE_POLLING, PAUSES_POLLING) if polls else (SHARE, PAUSES)
        self._moment: datetime | None = None
        self._told: SimpleQueue[News] = SimpleQueue()
        self._peeked: News | None = None
        self._memory = Memory(options, self._see)
        self._showing = Showing(options.output)
        self._pause = self._pauses[0]
        self._fails = False
        self._overtaken = False
        self._took = 0.0
        self._ends = False
        self._faults: set[tuple[str, int | None]] = set()
        self._looked: Stamps | None = None
        self._roots = Roots(options.folders)

    def start(self, as_of: datetime | None, voice: Voice) -> None:
        """Begin; without a moment, the preview shows the site as of now, whenever that is."""
        self._moment = as_of
        self._voice = voice
        threading.Thread(target=self._run, daemon=True, name="building").start()

    def changed(self, paths: frozenset[str]) -> None:
        """Take note of files that have changed, by their absolute paths; without any, of files that may have."""
        self._told.put(paths)

    def move(self, as_of: datetime | None) -> None:
        """Show the site as of another moment."""
        self._told.put(Moment(as_of))

    def end(self) -> None:
        """End what was started; what is being built is left as it is."""
        self._ends = True
        self._memory.__exit__()

    def _run(self) -> None:
        self._build_safely()
        self._warm_up()
        gc.collect()
        gc.freeze()  # what a site is made of stays: looking through it for what does not would stop everything
        while not self._ends:
            self._wait()
            self._build_safely()

    def _wait(self) -> None:
        """Return when there is something to build; what a build left behind is removed once nothing is to be done."""
        waste = True
        while True:
            first = self._next(self._patience())
            if first is not None:
                self._glimpse(self._heard(first))
                self._settle()
                return
            if self._fails or self._is_due():
                return
            if waste:
                gc.collect()
                waste = False

    def _patience(self) -> float:
        """Return for how many seconds nothing is to be done unless something is told."""
        return AGAIN if self._fails else min(self._pause, max(self._until() - time.time(), 0))

    def _until(self) -> float:
        """Return when what is shown becomes another site by itself, in seconds since 1970."""
        return self._showing.known.until if self._moment is None and self._showing.is_current else math.inf

    def _settle(self) -> None:
        """Return when no more changes come."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end and (told := self._next(SETTLED)) is not None:
            self._heard(told)

    def _next(self, patience: float) -> News | None:
        """Return what was told first of all that is not heard yet, None if there is nothing for so many seconds."""
        peeked, self._peeked = self._peeked, None
        if peeked is not None:
            return peeked
        try:
            return self._told.get(timeout=patience)
        except Empty:
            return None

    def _heard(self, told: News) -> frozenset[str]:
        if isinstance(told, Moment):
            self._moment = told.as_of
            return frozenset()
        return told

    def _is_due(self) -> bool:
        """Whether the site is another one by now: by the clock, or as files have changed that nobody told of."""
        if time.time() >= self._until():
            return True
        if self._showing.is_current and not self._options.output.is_dir():
            return True
        began = time.perf_counter()
        try:
            found = survey(self._options.folders)
        except SiteError:
            return True
        taken = time.perf_counter() - began
        self._pause = min(max(taken * self._share, self._pauses[0]), self._pauses[1])
        stamps = stamps_of(found)
        is_new = stamps not in (self._memory.stamps, self._looked)
        self._looked = stamps
        return is_new

    def _build_safely(self) -> None:
        """Build; a fault of ours is shown like a mistake, and must not end the preview."""
        try:
            self._build()
        except Exception:  # noqa: BLE001  # whatever it is, it must be told for what it is
            if self._ends:
                return
            fault = traceback.format_exc()
            self._voice.complain(fault)
            self._fails = False
            self._show(fault=fault, is_current=False, is_building=False, fresh={})

    def _build(self) -> None:
        if self._took > LONG:
            self._show(is_building=True)
        began = time.perf_counter()
        options = structs.replace(self._options, as_of=self._moment or datetime.now(UTC))
        outcome = build_again(options, self._memory)
        self._took = time.perf_counter() - began
        self._fails = outcome.status in {ExitStatus.ENVIRONMENT, ExitStatus.BUSY}
        if any(problem.code == "worker-died" for problem in outcome.problems):
            self._memory.renew_workers()
        was_overtaken, self._overtaken = self._overtaken, _is_overtaken(outcome)
        if outcome.written is not None or not (self._goes_on() or (self._overtaken and not was_overtaken)):
            self._tell(outcome, options.as_of)

    def _tell(self, outcome: Outcome, as_of: datetime) -> None:
        """Say how a build has ended."""
        self._voice.say(outcome)
        is_good, prepared, old = outcome.written is not None, self._memory.prepared, self._showing.known
        self._show(
            fresh={},
            known=known(prepared, as_of, self._roots.locate) if is_good and prepared else old,
            told=tuple(self._told_of(problem, outcome) for problem in outcome.problems),
            fault="",
            is_current=is_good,
            is_building=False,
        )

    def _goes_on(self) -> bool:
        """Whether more changes come: what is wrong may be a file that is still being written."""
        self._peeked = self._next(GRACE)
        return self._peeked is not None

    def _see(self, tools: Tools) -> None:
        """Show what was made before it stands in the folder."""
        fresh: dict[str, bytes] = {}
        for path in tools.spool.paths:
            if (data := tools.spool.contents(path)) is not None:
                fresh[path] = data
            if len(fresh) > FRESH:
                return
        self._show(fresh=fresh)

    def _glimpse(self, paths: frozenset[str]) -> None:
        """Show the pages in view as they are after an edit, if nothing is wrong and it can be told at once."""
        wanted, materials, sources = self._voice.wanted(), self._memory.materials, self._memory.sources
        if not (self._showing.is_current and wanted and paths and materials and sources):
            return
        with self._trying():
            edited = self._edited(paths, sources)
            assets = tuple(_file(path, sources) for path in sources.paths("assets"))
            self._show(fresh=glimpse(materials, self._memory.growth, edited, assets, wanted))

    def _warm_up(self) -> None:
        """Make a page once for nothing, so that the first edit finds ready what it needs."""
        materials, sources = self._memory.materials, self._memory.sources
        if materials and sources:
            with self._trying():
                warm_up(materials, self._memory.growth, lambda path: _file(path, sources))

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """Let a block end early that makes things ahead of a build, which says what is wrong with what was written.

        A fault of ours would only make the preview slow, so that nobody would ever learn of it: it is told, but once.
        """
        try:
            yield
        except (NoGlimpseError, SiteError, OSError):
            pass
        except Exception as problem:  # noqa: BLE001  # whatever it is, it must be told for what it is
            place = traceback.extract_tb(problem.__traceback__)[-1]
            if (place.filename, place.lineno) not in self._faults and not self._ends:
                self._faults.add((place.filename, place.lineno))
                self._voice.complain(traceback.format_exc())

    def _edited(self, paths: Collection[str], sources: Sources) -> list[File]:
        """Return the files that were edited; a temporary file of an editor's that is gone was none of ours."""
        named = {path: self._roots.named(path) for path in paths}
        edited = sorted({path for path in named.values() if path and path in sources.sightings})
        is_more = any(path not in sources.sightings and Path(file).is_file() for file, path in named.items())
        if is_more or len(edited) > FEW:
            raise NoGlimpseError
        files = (_file(path, sources) for path in edited)
        return [file for file in files if file.data]

    def _told_of(self, problem: Diagnostic, outcome: Outcome) -> Told:
        place = problem.place
        file = self._roots.locate(place.path)
        return Told(problem, outcome.excerpts, Writing(file, place.line, place.column) if file else None)

    def _show(self, **news: object) -> None:
        self._showing = structs.replace(self._showing, is_fixed=self._moment is not None, **news)
        self._voice.show(self._showing)


def _file(path: str, sources: Sources) -> File:
    return File(path, load(sources.sightings[path]))


def _is_overtaken(outcome: Outcome) -> bool:
    """Whether a build failed for nothing but that somebody wrote meanwhile: the next one, which comes, will not."""
    return bool(outcome.problems) and all(problem.code == "changed-meanwhile" for problem in outcome.problems)
