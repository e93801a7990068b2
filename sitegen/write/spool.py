"""The finished files of a site while it is being made: on disk, not in memory, and gone when the build is."""

from contextlib import nullcontext
from tempfile import SpooledTemporaryFile
from typing import Self

from sitegen.files import Output
from sitegen.write.destination import Destination
from sitegen.write.failure import publishing
from sitegen.write.manifest import Entry, entry_of

IN_MEMORY = 8 * 2**20  # bytes


class Spool:
    """Files that were made, and the entries of those that stand in the output folder already.

    What is too much for memory goes into one nameless file on the disk of the output folder if there is to be one, of
    which nothing is left even if the build is killed.
    """

    def __init__(self, destination: Destination | None = None) -> None:
        self._destination = destination
        folder = str(destination.path.parent) if destination else None
        self._file = SpooledTemporaryFile(IN_MEMORY, dir=folder)  # noqa: SIM115  # closed in __exit__
        self._entries: dict[str, Entry] = {}
        self._spots: dict[str, int] = {}
        self._end = 0
        self._twice: list[str] = []

    def __enter__(self) -> Self:
        """Be of use during a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Forget the files."""
        self._file.close()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every file of the site."""
        return tuple(self._entries.values())

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of every file, those that were given twice as often."""
        return (*self._entries, *self._twice)

    def add(self, output: Output, entry: Entry | None = None) -> None:
        """Keep a file that was made; its entry need not be given.

        Raises:
            SiteError: `cannot-write`, if the disk is full.

        """
        entry = entry or entry_of(output)
        self.keep(entry)
        self._spots[output.path] = self._end
        with publishing(self._destination) if self._destination else nullcontext():
            self._file.seek(self._end)
            self._end += self._file.write(output.data)

    def keep(self, entry: Entry) -> None:
        """Note a file that stands in the output folder already."""
        if entry.path in self._entries:
            self._twice.append(entry.path)
        self._entries[entry.path] = entry

    def contents(self, path: str) -> bytes | None:
        """Return the bytes of a file that was made, None for one that was not."""
        if path not in self._spots:
            return None
        self._file.seek(self._spots[path])
        return self._file.read(self._entries[path].size)
