"""The source files of a build, known by the fingerprints of their bytes, which are read when somebody needs them."""

import time
from collections.abc import Iterable, Mapping

from msgspec import Struct, structs

from sitegen.cache import Seen, is_settled
from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, error
from sitegen.files import File
from sitegen.fingerprint import fingerprint
from sitegen.read import Sighting, Survey, load

UNSEEN = (0, 0, 0, 0)
"""The stamp of a file that is not on the disk."""


class Sources(Struct, frozen=True):
    """Every source file by path, with what is wrong with files that are not among them.

    `last` holds the fingerprints of those that were different when they were seen before, `drafts` the bytes of those
    that are not on the disk, or otherwise there.
    """

    seen: Mapping[str, Seen]
    last: Mapping[str, bytes]
    sightings: Mapping[str, Sighting]
    problems: tuple[Diagnostic, ...]
    drafts: Mapping[str, bytes] = {}

    def paths(self, role: str) -> tuple[str, ...]:
        """Return the paths of all files of a role: content, templates or assets."""
        return tuple(path for path in self.seen if path.startswith(f"{role}/"))

    def digest(self, path: str) -> bytes:
        """Return the fingerprint of a file's bytes."""
        return self.seen[path].digest

    def file(self, path: str) -> File:
        """Return a file with its bytes.

        Raises:
            SiteError: `cannot-read`; `changed-meanwhile`, if its bytes are not those of the fingerprint any more.

        """
        data = self.drafts[path] if path in self.drafts else load(self.sightings[path])
        if fingerprint(data) != self.seen[path].digest:
            raise SiteError([_changed(path)], ExitStatus.ENVIRONMENT)
        return File(path, data)

    def text(self, path: str) -> bytes | None:
        """Return a file's bytes as they are by now, None if there is no such file."""
        if path in self.drafts:
            return self.drafts[path]
        try:
            return load(self.sightings[path]) if path in self.sightings else None
        except SiteError:
            return None


def with_files(sources: Sources, files: Iterable[File]) -> Sources:
    """Return the sources with some files in the place of others, or beside them; nothing is written for that."""
    drafts = {file.path: file.data for file in files}
    seen = {path: Seen(path, UNSEEN, fingerprint(data), is_settled=False) for path, data in drafts.items()}
    return structs.replace(sources, seen=dict(sorted({**sources.seen, **seen}.items())), drafts=drafts)


def take_stock(found: Survey, known: Iterable[Seen], now: int) -> Sources:
    """Return the fingerprint of every file; those that are `known`, and must be as they were, are not read.

    `now` is a moment before the survey, in nanoseconds since 1970.

    Raises:
        SiteError: `cannot-read`, naming all of them.

    """
    before = {seen.path: seen for seen in known}
    seen: dict[str, Seen] = {}
    different: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for sighting in found.files:
        last = before.get(sighting.path)
        try:
            is_same = last is not None and last.is_settled and last.stamp == sighting.stamp
            found_now = last if last is not None and is_same else _looked_at(sighting, now)
        except SiteError as problem:
            problems += problem.diagnostics
            continue
        seen[sighting.path] = found_now
        if last is not None and last.digest != found_now.digest:
            different[sighting.path] = last.digest
    if problems:
        raise SiteError(problems, ExitStatus.ENVIRONMENT)
    return Sources(seen, different, {sighting.path: sighting for sighting in found.files}, found.problems)


def moment() -> int:
    """Return this moment in nanoseconds since 1970, as the clock that stamps files counts them."""
    return time.time_ns()


def _looked_at(sighting: Sighting, now: int) -> Seen:
    _, written, changed, _ = sighting.stamp
    return Seen(sighting.path, sighting.stamp, fingerprint(load(sighting)), is_settled((written, changed), now))


def _changed(path: str) -> Diagnostic:
    return error("changed-meanwhile", Place(path), "this file was changed while the site was built", "build again")
