"""The law on trial: one project, built again and again, each time as if for the first time as well, and compared."""

import shutil
import sys
from collections import Counter
from concurrent.futures import Executor
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen import build as building
from sitegen import workers
from sitegen.build import Options, Outcome
from sitegen.console import as_text
from sitegen.diagnostics import ExitStatus
from sitegen.read import Folders
from sitegen.speech import ENGLISH
from tests.law.choices import START, Choice
from tests.law.writing import write
from tests.sites import tree

MANIFEST = "build-manifest.json"
PARALLEL = 5  # values from which on work is shared with other processes: the site is small
Stamp = tuple[int, int]


class Said(NamedTuple):
    """What a build says, and, if it was fine, what it made."""

    status: ExitStatus
    text: str
    pages: int
    site: dict[str, bytes]


class Trial:
    """A project on disk. `executor` stands in for processes wherever more than one is asked for."""

    def __init__(self, folder: Path, executor: Executor, steps: Counter[str]) -> None:
        self.folder = folder
        self.choice: Choice = START
        self.steps = steps
        self._executor = executor
        self._judged: dict[object, Said] = {}
        write(folder, self.choice)

    @property
    def site(self) -> Path:
        """The output folder."""
        return self.folder / "site"

    @property
    def cache(self) -> Path:
        """What earlier builds found out."""
        return self.folder / ".cache"

    def choose(self, choice: Choice) -> None:
        """Make the sources be what is chosen."""
        self.choice = choice
        write(self.folder, choice)

    def build(self) -> Outcome:
        """Build with everything that earlier builds have left."""
        return self._built(self.site, self.cache, int(self.choice["build/jobs"]))

    def judge(self, sort: str) -> None:
        """Build, build from nothing, build again; all must be as the law says.

        Raises:
            AssertionError: if they are not.

        """
        before = stamped(self.site)
        outcome = self.build()
        clean = self._clean()
        assert (clean.status, clean.text) == (outcome.status, said(outcome)), sort
        after = stamped(self.site)
        self.steps[f"{sort}: {outcome.status.name.lower()}"] += 1
        if outcome.status is not ExitStatus.FINE:
            assert before == after, sort
            return
        assert clean.pages == outcome.pages, sort
        assert_same(clean.site, {path: data for path, (data, _) in after.items()})
        _assert_only_differences_written(before, after, outcome)
        again = self.build()
        assert (outcome.status, said(outcome), outcome.pages) == (again.status, said(again), again.pages), sort
        assert after == stamped(self.site), sort
        assert again.written is not None
        assert not (*again.written.created, *again.written.changed, *again.written.removed), sort

    def _clean(self) -> Said:
        """Return what a build from nothing says and makes; the same sources need be built only once."""
        key = tuple(sorted(self.choice.items())), tuple(tree(self.folder / "content").items())
        if key not in self._judged:
            outcome = self._built(self.folder / "clean", None, 1)
            made = tree(self.folder / "clean") if outcome.status is ExitStatus.FINE else {}
            shutil.rmtree(self.folder / "clean", ignore_errors=True)
            self._judged[key] = Said(outcome.status, said(outcome), outcome.pages, made)
        return self._judged[key]

    def _built(self, output: Path, cache: Path | None, jobs: int) -> Outcome:
        usual = building.MANY, workers.FEW
        building.MANY = 0 if self.choice["build/spare"] == "kept" else 1_000
        workers.FEW = PARALLEL
        try:
            return building.build(self.options(output, cache, jobs), self._executor if jobs > 1 else None)
        finally:
            building.MANY, workers.FEW = usual

    def options(self, output: Path, cache: Path | None, jobs: int) -> Options:
        """Return what a build is told."""
        choice = self.choice
        return Options(
            folders=Folders(self.folder / "content", self.folder / "templates", self.folder / "assets"),
            output=output,
            base_url=choice["build/base_url"],
            as_of=datetime.fromisoformat(choice["build/as_of"]),
            with_drafts=bool(choice["build/drafts"]),
            is_strict=bool(choice["build/strict"]),
            jobs=jobs,
            cache=cache,
        )

    def command(self, output: str = "site", *more: str) -> list[str]:
        """Return the command that a person would type for the same build, in this folder."""
        choice = self.choice
        flags = [f"--{name}" for name in ("drafts", "strict") if choice[f"build/{name}"]]
        address = ["--base-url", choice["build/base_url"]] if choice["build/base_url"] else []
        program = [sys.executable, str(Path(__file__).parents[2] / "build.py"), "--output", output]
        moment = ["--as-of", choice["build/as_of"], "--jobs", choice["build/jobs"]]
        return [*program, *moment, *flags, *address, *more]


def said(outcome: Outcome) -> str:
    """Return what a person is told of a build."""
    return as_text(outcome.problems, outcome.excerpts, ENGLISH)


def stamped(folder: Path) -> dict[str, tuple[bytes, Stamp]]:
    """Return the bytes of each file below a folder, which file it is, and when it was last written."""
    found = {}
    for path, data in tree(folder).items() if folder.is_dir() else ():
        status = (folder / path).stat()
        found[path] = data, (status.st_ino, status.st_mtime_ns)
    return found


def assert_same(expected: dict[str, bytes], found: dict[str, bytes]) -> None:
    """Make sure that two trees are the same, naming the files that differ."""
    paths = expected.keys() | found.keys()
    assert [] == sorted(path for path in paths if expected.get(path) != found.get(path))


def _assert_only_differences_written(
    before: dict[str, tuple[bytes, Stamp]], after: dict[str, tuple[bytes, Stamp]], outcome: Outcome
) -> None:
    """Make sure that files whose bytes stay the same are the same files, and that all others are told of."""
    same = {path for path in before.keys() & after.keys() if before[path][0] == after[path][0]}
    assert [] == sorted(path for path in same if before[path] != after[path])
    written = outcome.written
    assert written is not None
    different = after.keys() - same - {MANIFEST}
    assert different == {*written.created, *written.changed}
