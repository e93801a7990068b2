"""What the last build of an output folder saw and made: what need not be looked at again, and the proof of it."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from sitegen.cache.program import program
from sitegen.cache.whole import write_whole
from sitegen.diagnostics import Diagnostic, Place
from sitegen.fingerprint import SIZE, fingerprint

SURPLUS = 1_000  # cells beyond twice those in use, before the unused ones are left out


class Seen(Struct, frozen=True, array_like=True):
    """A source file: its path by role, what the system said of it, and the fingerprint of its bytes.

    `is_settled` says that it had not been written to for so long that a later change must show in its stamps.
    """

    path: str
    stamp: tuple[int, int, int, int]
    digest: bytes
    is_settled: bool


class Made(Struct, frozen=True, array_like=True):
    """A file of the site: path, size, SHA-256, and what the system said of it when it was published.

    The stamp is the times of the last change of its bytes and of anything about it, in nanoseconds, and its inode.
    """

    path: str
    size: int
    sha256: str
    stamp: tuple[int, int, int]
    is_settled: bool


class Leaf(Struct, frozen=True, array_like=True):
    """A file that a unit made, and what was found in it.

    `template` is empty for what needs none. `ways` is the fingerprint of the template with all it leads to and of what
    was looked for in the file, `key` that of what was printed. `needs` is what its policy must allow. What its links
    and anchors are stays encoded until somebody looks at it.
    """

    path: str
    template: str
    ways: bytes
    key: bytes
    encoded_ids: msgspec.Raw
    encoded_targets: msgspec.Raw
    needs: int = 0

    @property
    def ids(self) -> tuple[str, ...] | None:
        """The anchors on a page, None if it is none."""
        return msgspec.msgpack.decode(self.encoded_ids, type=tuple[str, ...] | None)

    @property
    def targets(self) -> tuple[int, ...]:
        """The numbers of what its links lead to."""
        return msgspec.msgpack.decode(self.encoded_targets, type=tuple[int, ...])


class Branch(Struct, frozen=True, array_like=True):
    """A unit of the plan: the numbers of the cells it looked at, and the files it made."""

    name: str
    cells: tuple[int, ...]
    leaves: tuple[Leaf, ...]


class Growth(Struct, frozen=True, array_like=True):
    """How a site grew from its content; names of cells and targets of links stand once, and are known by number.

    `ways` is the fingerprint of what all units are planned with, `items` that of all published items, `marks` those of
    what was in each cell.
    """

    ways: bytes = b""
    items: bytes = b""
    cells: tuple[str, ...] = ()
    marks: tuple[bytes, ...] = ()
    targets: tuple[str, ...] = ()
    branches: tuple[Branch, ...] = ()


class Table:
    """Texts that occur many times, each known by a number that it keeps."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._numbers = {text: number for number, text in enumerate(texts)}
        self._texts = list(self._numbers)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in the order of the numbers."""
        return tuple(self._texts)

    def numbers(self, texts: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of texts; one that is new gets the next number."""
        return tuple(map(self._number, texts))

    def named(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the texts that have these numbers."""
        return tuple(map(self._texts.__getitem__, numbers))

    def _number(self, text: str) -> int:
        number = self._numbers.setdefault(text, len(self._texts))
        if number == len(self._texts):
            self._texts.append(text)
        return number


def condensed(growth: Growth) -> Growth:
    """Return the same without the cells and targets that nothing refers to, once most of the cells are such."""
    used = sorted({number for branch in growth.branches for number in branch.cells})
    if len(growth.cells) <= 2 * len(used) + SURPLUS:
        return growth
    targets = sorted({number for branch in growth.branches for leaf in branch.leaves for number in leaf.targets})
    cell_of, target_of = ({old: new for new, old in enumerate(kept)} for kept in (used, targets))
    return structs.replace(
        growth,
        cells=tuple(growth.cells[number] for number in used),
        marks=tuple(growth.marks[number] for number in used),
        targets=tuple(growth.targets[number] for number in targets),
        branches=tuple(_renumbered(branch, cell_of, target_of) for branch in growth.branches),
    )


def _renumbered(branch: Branch, cell_of: Mapping[int, int], target_of: Mapping[int, int]) -> Branch:
    leaves = (
        structs.replace(leaf, encoded_targets=encoded(tuple(target_of[number] for number in leaf.targets)))
        for leaf in branch.leaves
    )
    return Branch(branch.name, tuple(cell_of[number] for number in branch.cells), tuple(leaves))


def encoded(value: object) -> msgspec.Raw:
    """Return a value as a part of a record that is decoded by itself."""
    return msgspec.Raw(msgspec.msgpack.encode(value))


class Summary(Struct, frozen=True, array_like=True):
    """What was said of the build: its warnings, the lines they are about, the number of pages."""

    problems: tuple[Diagnostic, ...] = ()
    excerpts: tuple[tuple[Place, str], ...] = ()
    pages: int = 0


class Ledger(Struct, frozen=True, array_like=True):
    """The record of a build. It holds from one moment (included) to another, in seconds since 1970.

    `folders` is the fingerprint of where the sources were, `rules` that of the rules of the time zone.
    """

    ways: bytes
    folders: bytes
    timezone: str
    rules: bytes
    since: float
    until: float
    seen: tuple[Seen, ...]
    made: tuple[Made, ...]
    summary: Summary
    growth: msgspec.Raw


def ledger_path(cache: Path, output: Path) -> Path:
    """Return where the ledger of an output folder is kept."""
    return cache / f"{fingerprint(str(output)).hex()}.ledger"


def recall(path: Path | None) -> Ledger | None:
    """Return the record of the last build, None if there is none that is whole and ours."""
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        return None
    record = memoryview(data)[SIZE:]  # which copies nothing: the record of a large site is large
    if _seal(record) != data[:SIZE]:
        return None
    with suppress(msgspec.DecodeError):
        return msgspec.msgpack.decode(record, type=Ledger)
    return None


def note(path: Path | None, ledger: Ledger) -> None:
    """Keep the record of a build, in one step; where the disk does not let us, the next build does more."""
    if path is not None:
        data = msgspec.msgpack.encode(ledger)
        write_whole(path, (_seal(data), data))


def _seal(data: bytes | memoryview) -> bytes:
    """Return what stands before a record that is whole and of this very program: another one may mean other things."""
    return fingerprint(program(), blake2b(data, digest_size=SIZE).digest())
