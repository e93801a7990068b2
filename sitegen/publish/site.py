"""The finished site in the output folder, of which nothing goes that is not as the build made it."""

from collections.abc import Iterator, Mapping
from hashlib import md5, sha256
from pathlib import Path

from msgspec import Struct

from sitegen.publish import refusals
from sitegen.write.manifest import MANIFEST, Entry, encode, read_manifest
from sitegen.write.paths import check_paths


class Site(Struct, frozen=True):
    """A finished site: its folder, its files by its manifest, and the manifest as it is published."""

    folder: Path
    entries: tuple[Entry, ...]
    manifest: bytes

    def data(self, entry: Entry) -> bytes:
        """Return the bytes of a file, looked at again: a build may have ended meanwhile.

        Raises:
            SiteError: `not-as-built`.

        """
        data = _read(self.folder / entry.path)
        if data is None or not is_of(entry, data):
            raise refusals.not_as_built(str(self.folder), [entry.path], [])
        return data


def finished(folder: Path) -> Site:
    """Return the site in a folder.

    Raises:
        SiteError: `not-built`, if there is none; `unsafe-path`, if its manifest is not one of ours.

    """
    manifest = read_manifest(folder) if folder.is_dir() else None
    if manifest is None or not manifest.files:
        raise refusals.not_built(str(folder))
    check_paths([entry.path for entry in manifest.files])
    return Site(folder, manifest.files, encode(manifest))


def looked_at(site: Site) -> Mapping[str, str]:
    """Return the MD5 of each file, by which stores mark objects; every file is compared with the manifest.

    Raises:
        SiteError: `not-as-built`, with every file that has changed or is missing.

    """
    marks, changed, missing = {}, [], []
    for entry, data in _contents(site):
        if data is None:
            missing.append(entry.path)
        elif not is_of(entry, data):
            changed.append(entry.path)
        else:
            marks[entry.path] = md5(data, usedforsecurity=False).hexdigest()
    if changed or missing:
        raise refusals.not_as_built(str(site.folder), changed, missing)
    return marks


def is_of(entry: Entry, data: bytes) -> bool:
    """Whether these are the bytes of which an entry of the manifest speaks."""
    return (entry.size, entry.sha256) == (len(data), sha256(data).hexdigest())


def own_entry(manifest: bytes) -> Entry:
    """Return the entry of the manifest itself, which it does not have."""
    return Entry(MANIFEST, len(manifest), sha256(manifest).hexdigest())


def _contents(site: Site) -> Iterator[tuple[Entry, bytes | None]]:
    for entry in site.entries:
        yield entry, _read(site.folder / entry.path)


def _read(path: Path) -> bytes | None:
    try:
        return None if path.is_symlink() else path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
