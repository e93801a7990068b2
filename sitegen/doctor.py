"""The doctor: builds a site in several ways, in temporary folders, and says whether all of them give the same bytes.

Each build is a process of its own, so that only files can carry anything from one to the next.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import zip_longest
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct, structs

from sitegen.build import Options, Outcome, build
from sitegen.diagnostics import ExitStatus, Message, SiteError
from sitegen.read import Folders, survey

Tree = Mapping[str, bytes]
Say = Callable[[Message], None]

EDITS: Mapping[str, bytes] = {
    ".md": b"\n\nA line.\n",
    ".yaml": b"\n# a remark\n",
    ".html": b"\n{# a remark #}\n",
    ".css": b"\n/* a remark */\n",
}
"""What is written at the end of files of each sort, and taken away again: it leaves nearly every site sound."""

EACH = 20  # every so-many-th file is edited: some pages are made again then, and others are not
LONGEST = 100  # characters shown of a line
MISSING = "(nothing)"


class Difference(Struct, frozen=True):
    """A file that is not the same after two builds: the first line, from 1, in which it differs, as it is in both."""

    path: str
    line: int
    before: str
    after: str


class Finding(Struct, frozen=True):
    """What came of one more way to build: in which way, and what differs from a build from nothing."""

    way: Message
    differences: tuple[Difference, ...]
    problem: Message | None = None


class Report(Struct, frozen=True):
    """What the doctor has found; `first` is the build from nothing that all others are compared with."""

    first: Outcome
    files: int = 0
    size: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def is_healthy(self) -> bool:
        """Whether every way to build gives the same."""
        return not any(finding.differences or finding.problem for finding in self.findings)


def examine(options: Options, say: Say) -> Report:
    """Build copies of the sources in several ways and compare; `say` is told what is being done.

    Nothing of the user's is read but the sources, and nothing written.
    """
    try:
        survey(options.folders)
    except SiteError as problem:
        return Report(Outcome(problem.status, problem.diagnostics))
    with TemporaryDirectory(prefix="sitegen-doctor-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        base = _copied(options, home / "copy")
        say(Message("Building from nothing, in one process..."))
        plain = structs.replace(base, jobs=1, cache=None)
        first = _apart(plain)
        if first.status is not ExitStatus.FINE:
            return Report(first)
        expected = _tree(plain.output)
        findings = tuple(_findings(base, home, expected, say))
        return Report(first, len(expected), sum(map(len, expected.values())), findings)


def _findings(base: Options, home: Path, expected: Tree, say: Say) -> Iterator[Finding]:
    """Yield what comes of each other way to build."""
    jobs = max(base.jobs, 2)
    say(Message("Building from nothing, in {jobs} processes...", {"jobs": jobs}))
    parallel = structs.replace(base, jobs=jobs, cache=None, output=home / "parallel")
    yield _finding(Message("in {jobs} processes", {"jobs": jobs}), _apart(parallel), parallel.output, expected)
    say(Message("Building in another folder..."))
    elsewhere = structs.replace(_copied(base, home / "somewhere else (2)"), cache=None)
    yield _finding(Message("in another folder"), _apart(elsewhere), elsewhere.output, expected)
    kept = structs.replace(base, output=home / "kept")
    _apart(kept)
    say(Message("Building after edits..."))
    with _edited(kept):
        clean = structs.replace(kept, cache=None, output=home / "edited")
        yield _as_clean(_apart(clean), _apart(kept), clean, kept)
    say(Message("Building after their undoing..."))
    yield _finding(Message("after their undoing"), _apart(kept), kept.output, expected)
    say(Message("Building a second time..."))
    yield _second(kept, expected)


def _as_clean(expected: Outcome, found: Outcome, clean: Options, kept: Options) -> Finding:
    """Return what comes of building after edits; where they have spoilt the site, it must be said in the same words."""
    way = Message("after edits, as from nothing")
    if expected.status is ExitStatus.FINE:
        return _finding(way, found, kept.output, _tree(clean.output))
    is_same = (expected.status, expected.problems) == (found.status, found.problems)
    return Finding(way, (), None if is_same else Message("other problems are found"))


@contextmanager
def _edited(options: Options) -> Iterator[None]:
    """Have some sources edited during the block."""
    files = [Path(found.location) for found in survey(options.folders).files if Path(found.location).suffix in EDITS]
    before = {file: file.read_bytes() for file in files[::EACH]}
    for file, data in before.items():
        file.write_bytes(data + EDITS[file.suffix])
    yield
    for file, data in before.items():
        file.write_bytes(data)


def _apart(options: Options) -> Outcome:
    """Build in a new process, and return how that ends."""
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        return alone.submit(build, options).result()


def _second(options: Options, expected: Tree) -> Finding:
    """Return what comes of building once more where nothing has changed: nothing may be written."""
    before = _stamps(options.output)
    finding = _finding(Message("a second time"), _apart(options), options.output, expected)
    if before == _stamps(options.output):
        return finding
    return structs.replace(finding, problem=Message("files were written although nothing had changed"))


def _finding(way: Message, outcome: Outcome, output: Path, expected: Tree) -> Finding:
    if outcome.status is not ExitStatus.FINE:
        codes = ", ".join(sorted({problem.code for problem in outcome.problems}))
        problem = Message(
            "the build ended with status {status}: {codes}", {"status": int(outcome.status), "codes": codes}
        )
        return Finding(way, (), problem)
    return Finding(way, tuple(compare(expected, _tree(output))))


def compare(before: Tree, after: Tree) -> Iterator[Difference]:
    """Yield the first difference of each file that is not the same in two trees, in the order of their paths."""
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path):
            yield _difference(path, before.get(path), after.get(path))


def _difference(path: str, before: bytes | None, after: bytes | None) -> Difference:
    lines = zip_longest(_lines(before), _lines(after), fillvalue=MISSING)
    pairs = ((number, one, other) for number, (one, other) in enumerate(lines, 1) if one != other)
    number, one, other = next(pairs, (1, MISSING, MISSING))
    return Difference(path, number, one[:LONGEST], other[:LONGEST])


def _lines(data: bytes | None) -> list[str]:
    return [] if data is None else data.decode("utf-8", "backslashreplace").split("\n")


def _copied(options: Options, folder: Path) -> Options:
    """Copy the sources into a folder, and return the options with everything in there."""
    folders = options.folders
    copies = Folders(folder / "content", folder / "templates", folder / "assets")
    for source, copy in zip(_each(folders), _each(copies), strict=True):
        shutil.copytree(source, copy, symlinks=True)
    return structs.replace(options, folders=copies, output=folder / "site", cache=folder / ".cache")


def _each(folders: Folders) -> tuple[Path, Path, Path]:
    return folders.content, folders.templates, folders.assets


def _tree(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    stats = ((file, file.stat()) for file in folder.rglob("*"))
    return {file.as_posix(): (status.st_ino, status.st_mtime_ns) for file, status in stats}
