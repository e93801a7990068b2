"""The list of every file of a site that we wrote, which is published with it: the proof that a folder is ours."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from sitegen.files import Output

MANIFEST = "build-manifest.json"


class Entry(Struct, frozen=True, order=True):
    """One file: its path below the output folder, its size in bytes, and its SHA-256 in hexadecimal."""

    path: str
    size: int
    sha256: str


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """Every file of a site but the manifest itself, sorted by path."""

    files: tuple[Entry, ...]
    format: Literal[1]
    generator: Literal["sitegen"]


def manifest_of(entries: Iterable[Entry]) -> Manifest:
    """Return the manifest of a site."""
    return Manifest(tuple(sorted(entries)), 1, "sitegen")


def entry_of(output: Output) -> Entry:
    """Return a finished file's entry in the manifest."""
    return Entry(output.path, len(output.data), sha256(output.data).hexdigest())


def encode(manifest: Manifest) -> bytes:
    """Return a manifest as canonical JSON: sorted keys, no spaces, UTF-8, one line."""
    return msgspec.json.encode(manifest, order="sorted") + b"\n"


def decode(data: bytes) -> Manifest | None:
    """Return the manifest, or None if this is not one that we can read."""
    try:
        return msgspec.json.decode(data, type=Manifest)
    except msgspec.DecodeError:
        return None


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of the site in a folder, or None if there is none that we can read.

    Raises:
        OSError: if there is one, but the system does not let us read it.

    """
    path = folder / MANIFEST
    return decode(path.read_bytes()) if path.is_file() and not path.is_symlink() else None
