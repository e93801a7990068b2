"""A folder of this machine as a host of releases."""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from msgspec import Struct

from sitegen.publish.host import Parcel
from sitegen.publish.state import FOLDER
from sitegen.write.disk import discard, link, make_folder, make_parents, spots_below, write_file
from sitegen.write.durability import sync_disk_of, sync_each


class FolderHost(Struct, frozen=True):
    """The folder; it may not exist yet. What is written there everybody may read, whatever the umask."""

    root: Path

    @property
    def is_near(self) -> bool:
        """Files are read again in no time."""
        return True

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, or None if there is none."""
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def create(self, path: str, data: bytes) -> bool:
        """Write a file under another name, and give it this one too, unless it is taken."""
        draft = self._draft(data)
        try:
            os.link(draft, self.root / path)
        except FileExistsError:
            return False
        finally:
            draft.unlink()
        return True

    def replace(self, path: str, data: bytes) -> None:
        """Write a file under another name, and give it this one instead."""
        self._draft(data).replace(self.root / path)

    def remove(self, path: str) -> None:
        """Remove a file, if there is one."""
        with suppress(FileNotFoundError):
            (self.root / path).unlink()

    def names(self, folder: str) -> Sequence[str]:
        """Return the names of everything in a folder."""
        try:
            return sorted(os.listdir(self.root / folder))  # noqa: PTH208  # names are wanted
        except FileNotFoundError:
            return ()

    def tree(self, folder: str) -> Mapping[str, int]:
        """Return the sizes of all files; a link is a file that has none of the sizes that are expected."""
        spots = spots_below(self.root / folder)
        return {path: -1 if entry.is_symlink() else entry.stat(follow_symlinks=False).st_size
                for path, entry, is_folder in spots if not is_folder}  # fmt: skip

    def digests(self, paths: Iterable[str]) -> Mapping[str, str]:
        """Return the SHA-256 of files."""
        return {path: sha256((self.root / path).read_bytes()).hexdigest() for path in paths}

    def make_folders(self, paths: Iterable[str]) -> None:
        """Make folders where they are missing."""
        for path in paths:
            folder = self.root / path
            if not folder.is_dir():
                make_parents(folder)
                make_folder(folder)

    def link(self, pairs: Sequence[tuple[str, str]]) -> Sequence[str]:
        """Give files second names, or copy them where the disk knows no second names."""
        return [new for old, new in pairs if not self._linked(self.root / old, self.root / new)]

    def send(self, parcels: Sequence[Parcel], sent: Callable[[int], None]) -> None:
        """Write files; they reach the disk when all is settled."""
        for path, read in parcels:
            data = read()
            write_file(self.root / path, data)
            sent(len(data))

    def point(self, link: str, to: str) -> None:
        """Make a link beside it, and give it the name of the old one."""
        draft = self.root / f"{FOLDER}/{token_hex(8)}.link"
        draft.symlink_to(to)
        try:
            draft.replace(self.root / link)
        except OSError:
            draft.unlink()
            raise

    def pointed(self, link: str) -> str | None:
        """Return where a link points."""
        path = self.root / link
        return path.readlink().as_posix() if path.is_symlink() else None

    def rename(self, old: str, new: str) -> None:
        """Give a folder another name."""
        (self.root / old).rename(self.root / new)

    def discard(self, folder: str) -> None:
        """Remove a folder with everything in it."""
        discard(self.root / folder)

    def settle(self) -> None:
        """Return when everything has reached the disk."""
        if not sync_disk_of(self.root):
            sync_each(self.root)

    def _draft(self, data: bytes) -> Path:
        draft = self.root / f"{FOLDER}/{token_hex(8)}.draft"
        write_file(draft, data)
        return draft

    @staticmethod
    def _linked(old: Path, new: Path) -> bool:
        if link(str(old), str(new)):
            return True
        with suppress(OSError), old.open("rb") as source, new.open("xb") as copy:  # never over a file that is there
            shutil.copyfileobj(source, copy)
            return True
        return False
