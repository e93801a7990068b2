"""The releases at a target: whole ones, those broken off, and which of them readers get."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from msgspec import Struct

from sitegen.publish import refusals
from sitegen.publish.host import Host
from sitegen.publish.plan import Before
from sitegen.publish.state import FOLDER, STATE, State, decode
from sitegen.write.manifest import MANIFEST, Entry
from sitegen.write.manifest import decode as decode_manifest

RELEASES = "releases"
CURRENT = "current"
NEXT = f"{RELEASES}/.next"
NAME = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{6}Z-[0-9a-f]{8}$")
MOMENT = "%Y-%m-%dT%H%M%SZ"
HARMLESS = frozenset({".gitkeep", "lost+found"})
SECOND = timedelta(seconds=1)


class Release(Struct, frozen=True):
    """A whole release: its name, its manifest as it is published, and what that lists."""

    name: str
    manifest: bytes
    entries: tuple[Entry, ...]

    @property
    def folder(self) -> str:
        """Where it lies."""
        return f"{RELEASES}/{self.name}"


class Shelf(Struct, frozen=True):
    """All whole releases, the oldest first; the name of the one that readers get; names of those that are not whole."""

    releases: tuple[Release, ...]
    current: str
    broken: tuple[str, ...]
    state: State

    @property
    def shown(self) -> Release | None:
        """The release that readers get."""
        return next((each for each in self.releases if each.name == self.current), None)

    @property
    def before(self) -> Before:
        """What a plan needs to know."""
        entries = self.shown.entries if self.shown else ()
        return Before(published=entries, owned=entries, retired=self.state.retired)

    def sources(self) -> Mapping[str, str]:
        """Return a file for every content that is there, by SHA-256; of the release that is shown, if it has it."""
        last = (self.shown,) if self.shown else ()
        found = {entry.sha256: f"{each.folder}/{entry.path}"
                 for each in (*self.releases, *last) for entry in each.entries}  # fmt: skip
        kept = {each.sha256: f"{RELEASES}/{self.current}/{each.path}" for each in self.state.retired if self.current}
        return kept | found


def look(host: Host, target: str) -> Shelf:
    """Return what is there.

    Raises:
        SiteError: `target-not-ours`, if the folder holds anything that was not published by us.

    """
    names = set(host.names("")) - HARMLESS
    if names and FOLDER not in names:
        raise refusals.not_ours(target, min(names))
    pointed = host.pointed(CURRENT)
    if pointed is None and CURRENT in names:
        raise refusals.not_ours(target, CURRENT)
    found = {name: _release(host, name) for name in host.names(RELEASES) if NAME.match(name)}
    return Shelf(
        releases=tuple(each for each in found.values() if each),
        current=(pointed or "").rpartition("/")[2],
        broken=tuple(name for name, each in found.items() if each is None),
        state=decode(host.read(STATE), State) or State(),
    )


def name_for(manifest: bytes, shelf: Shelf, now: datetime) -> str:
    """Return what a new release is called: by its moment, later than that of all others, and by what is in it."""
    names = [*(each.name for each in shelf.releases), *shelf.broken]
    latest = max(names, default="")[:18]
    moment = now.astimezone(UTC)
    if latest and moment.strftime(MOMENT) <= latest:
        moment = datetime.strptime(latest, MOMENT).replace(tzinfo=UTC) + SECOND
    return f"{moment.strftime(MOMENT)}-{sha256(manifest).hexdigest()[:8]}"


def _release(host: Host, name: str) -> Release | None:
    data = host.read(f"{RELEASES}/{name}/{MANIFEST}")
    manifest = decode_manifest(data) if data is not None else None
    return Release(name, data, manifest.files) if data is not None and manifest else None
