"""Results of pure functions by the fingerprint of everything they saw, kept from one process to the next."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self

from sitegen.batches import batched
from sitegen.cache.pack import read_pack, write_pack
from sitegen.results import Result

MAX_BYTES = 2 * 2**30
SURPLUS = 1_000  # results beyond twice those in use, before the unused ones are removed
BATCH = 500  # keys in one question; SQLite allows 999 variables and more
PATIENCE = 5  # seconds to wait for another process that is writing
CHECK = 8  # bytes of the checksum of each part of a result
AHEAD = 16  # rests read at once: what was kept together is needed together
LOOSE = 1 / 8  # the share of heads outside the pack from which on it is made anew

PACK = ".pack"
COLUMNS = ("key", "head", "rest")
TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, head BLOB NOT NULL, rest BLOB NOT NULL)"
HEADS = "SELECT key, head FROM results WHERE key IN ({})"  # as many question marks as there are keys
RESTS = """SELECT key, rest FROM results
    WHERE rowid >= (SELECT rowid FROM results WHERE key = ?) ORDER BY rowid LIMIT ?"""
BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA})
FAILURES = (sqlite3.Error, UnicodeError)  # the words in which SQLite tells of a spoilt file may not be text
PRIMARY = 0xFF  # the part of an extended error code that says which error it is, of https://sqlite.org/rescode.html


class Store:
    """One SQLite file; one that is corrupt, foreign or cannot be written is as good as an empty one.

    Both parts of each result carry a checksum that covers the key, so that a damaged one is a missing one.
    Most of the heads that the last build used stand in a pack beside the file as well.
    Without a path, or where the file cannot be used, results are kept in a temporary file for this process alone.
    """

    def __init__(self, path: Path | None, limit: int = MAX_BYTES) -> None:
        self._path = path
        self._limit = limit
        self._connection = _connect(path)
        self._loose = 0
        self._ahead: dict[bytes, object] = {}

    def __enter__(self) -> Self:
        """Be of use during a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file."""
        self._close()

    def heads(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the heads of the results that there are, by key."""
        packed = self._pack
        found = {key: packed[key] for key in keys if key in packed}
        loose = self._loose_heads(key for key in keys if key not in packed)
        self._loose += len(loose)
        return found | loose

    def rest(self, key: bytes) -> bytes | None:
        """Return the rest of a result, None if there is no such result."""
        if key not in self._ahead:
            self._ahead = dict(self._rows(RESTS, (key, AHEAD)))
        return _sound(key, self._ahead.pop(key, None))

    def put(self, results: Mapping[bytes, Result]) -> None:
        """Keep results; where the disk does not let us, they are kept until the end of this process."""
        rows = [(key, _checked(key, result.head), _checked(key, result.rest)) for key, result in results.items()]
        self._loose += len(rows)
        try:
            self._insert(rows)
        except FAILURES as problem:
            self._give_up(problem)
            self._insert(rows)

    def tidy(self, used: Collection[bytes]) -> None:
        """Pack the heads of what is used if many are loose; remove the rest if there is much of it.

        All is removed if the file has grown too large, and that would not be enough.
        """
        with suppress(*FAILURES):
            if self._path and (self._loose > LOOSE * len(used) or len(self._pack) > 2 * len(used) + SURPLUS):
                write_pack(self._path.with_suffix(PACK), map(self._heads_among, batched(used, BATCH)))
                self._loose = 0
                vars(self).pop("_pack", None)  # it is read again when it is needed next, and not held until then
            count = self._number("SELECT count(*) FROM results")
            if count > 2 * len(used) + SURPLUS or self._size() > self._limit:
                self._keep_only(used)
            if self._size() > self._limit:
                self._empty()
                self._connection.execute("VACUUM")

    @cached_property
    def _pack(self) -> Mapping[bytes, bytes]:
        return read_pack(self._path.with_suffix(PACK)) if self._path else {}

    def _loose_heads(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        return {key: head for batch in batched(keys, BATCH) for key, head in self._heads_among(batch).items()}

    def _heads_among(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        rows = self._rows(_among(keys), keys)
        return {key: part for key, kept in rows if (part := _sound(key, kept)) is not None}

    def _close(self) -> None:
        with suppress(*FAILURES):
            self._connection.close()

    def _rows(self, question: str, values: Sequence[bytes | int]) -> list[Any]:
        try:
            return self._connection.execute(question, values).fetchall()
        except FAILURES as problem:
            self._give_up(problem)
            return []

    def _insert(self, rows: Iterable[tuple[bytes, bytes, bytes]]) -> None:
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)

    def _keep_only(self, used: Iterable[bytes]) -> None:
        with self._connection:
            self._connection.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
            self._connection.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in used))
            self._connection.execute("DELETE FROM results WHERE key NOT IN (SELECT key FROM used)")
            self._connection.execute("DROP TABLE used")
        self._connection.execute("VACUUM")

    def _empty(self) -> None:
        if self._path:
            write_pack(self._path.with_suffix(PACK), ())
        with self._connection:
            self._connection.execute("DELETE FROM results")

    def _size(self) -> int:
        return self._number("PRAGMA page_count") * self._number("PRAGMA page_size")

    def _number(self, question: str) -> int:
        return int(self._connection.execute(question).fetchone()[0])

    def _give_up(self, problem: Exception) -> None:
        """Go on with a temporary file, and leave nothing broken behind for the next process."""
        self._close()
        _remove_if_broken(self._path, problem)
        self._path = None
        self._connection = _open("")


def _connect(path: Path | None) -> sqlite3.Connection:
    """Return the file opened, or made anew if it is broken, or a temporary one if it cannot be used."""
    for _ in range(2):
        if path is None:
            break
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _open(path)
        except FAILURES as problem:
            _remove_if_broken(path, problem)
        except OSError:
            break
    return _open("")


def _open(path: Path | str) -> sqlite3.Connection:
    """Return an open database that can be read and written.

    A loss of power may spoil the file, which the checksums and SQLite itself will show; a kill cannot.
    """
    connection = sqlite3.connect(path, timeout=PATIENCE)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        with connection:
            connection.execute(TABLE)
        columns = tuple(row[1] for row in connection.execute("PRAGMA table_info(results)"))
        if columns != COLUMNS:
            raise sqlite3.DatabaseError("not a table of ours")
    except FAILURES:
        connection.close()
        raise
    return connection


def _among(keys: Sequence[bytes]) -> str:
    return HEADS.format(",".join("?" * len(keys)))


def _checked(key: bytes, part: bytes) -> bytes:
    return _checksum(key, part) + part


def _sound(key: bytes, kept: object) -> bytes | None:
    """Return a part of a result without its checksum, None if it is not what was kept under this key."""
    if not isinstance(kept, bytes):
        return None
    part = kept[CHECK:]
    return part if kept.startswith(_checksum(key, part)) else None


def _checksum(key: bytes, part: bytes) -> bytes:
    found = blake2b(key, digest_size=CHECK)
    found.update(part)
    return found.digest()


def _remove_if_broken(path: Path | None, problem: Exception) -> None:
    """Remove a file that is no database of ours; one that is only locked or full of somebody else's work stays."""
    if path and getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & PRIMARY in BROKEN:
        for name in (path, path.with_name(f"{path.name}-journal")):
            with suppress(OSError):
                name.unlink()
