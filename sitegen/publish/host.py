"""What releases need of a file system, near or far. Paths are below the target, with forward slashes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

Parcel = tuple[str, Callable[[], bytes]]
"""A path, and what reads the bytes that are to be there."""


class Host(Protocol):
    """A file system; whatever it refuses is raised as a SiteError or OSError."""

    @property
    def is_near(self) -> bool:
        """Whether files can be read again at no great cost."""

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, or None if there is none."""

    def create(self, path: str, data: bytes) -> bool:
        """Write a file, whole or not at all, unless there is one: then return False."""

    def replace(self, path: str, data: bytes) -> None:
        """Write a file in one step over the one that may be there."""

    def remove(self, path: str) -> None:
        """Remove a file, if there is one."""

    def names(self, folder: str) -> Sequence[str]:
        """Return the names of everything in a folder, sorted; nothing if there is no folder."""

    def tree(self, folder: str) -> Mapping[str, int]:
        """Return the sizes of all files below a folder by their paths there; nothing if there is no folder."""

    def digests(self, paths: Iterable[str]) -> Mapping[str, str]:
        """Return the SHA-256 of files as they are read back."""

    def make_folders(self, paths: Iterable[str]) -> None:
        """Make folders where they are missing; those above come before those in them."""

    def link(self, pairs: Sequence[tuple[str, str]]) -> Sequence[str]:
        """Give files (the first) second names (the second) or copies on the spot; return names this failed for."""

    def send(self, parcels: Sequence[Parcel], sent: Callable[[int], None]) -> None:
        """Write files that must reach the disk; `sent` is told the bytes of each."""

    def point(self, link: str, to: str) -> None:
        """Have a symbolic link point elsewhere in one step; `to` is relative to where the link lies."""

    def pointed(self, link: str) -> str | None:
        """Return where a symbolic link points; None if there is none."""

    def rename(self, old: str, new: str) -> None:
        """Give a folder another name, which is free."""

    def discard(self, folder: str) -> None:
        """Remove a folder with everything in it, if there is one."""

    def settle(self) -> None:
        """Return when everything has reached the disk, as far as one can tell."""
