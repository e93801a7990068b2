"""What can happen to a cache, and to a finished site, between two builds."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from tests.law.trial import MANIFEST

Damage = Callable[[Path, Random], None]


def _flip(file: Path, chance: Random) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice([1, 1, 8])):
        if data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _forge(file: Path, chance: Random) -> None:
    """Change the file, and leave its size and its date as they were."""
    status = file.stat()
    _flip(file, chance)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def _truncate(file: Path, chance: Random) -> None:
    os.truncate(file, chance.randrange(file.stat().st_size + 1))


def _remove(file: Path, _: Random) -> None:
    file.unlink()


def _empty(file: Path, _: Random) -> None:
    file.write_bytes(b"")


def _scribble(file: Path, chance: Random) -> None:
    file.write_bytes(chance.randbytes(chance.randrange(1, 5_000)))


def _lengthen(file: Path, chance: Random) -> None:
    file.write_bytes(file.read_bytes() + chance.randbytes(9))


def _block(file: Path, _: Random) -> None:
    """Put a folder with something in it where the file was."""
    file.unlink()
    (file / "inside").mkdir(parents=True)


def _close(file: Path, _: Random) -> None:
    """Let nobody write to the file; to whoever is root that says nothing."""
    file.chmod(0o400)


def _foreign(file: Path, chance: Random) -> None:
    """Put somebody else's database there, perhaps with a table of the same name."""
    file.unlink()
    columns = chance.choice(
        ["a", "key, value", "key BLOB PRIMARY KEY, head BLOB NOT NULL, rest BLOB NOT NULL", "value, key"]
    )
    connection = sqlite3.connect(file)
    with connection:
        connection.execute(f"CREATE TABLE {chance.choice(['results', 'other'])} ({columns})")
    connection.close()


def _confuse(file: Path, chance: Random) -> None:
    """Give each result of a database a part of another one."""
    try:
        connection = sqlite3.connect(file)
        with connection:
            part = chance.choice(["head", "rest"])
            values = [row[0] for row in connection.execute(f"SELECT {part} FROM results ORDER BY key")]  # noqa: S608  # one of the two
            keys = [row[0] for row in connection.execute("SELECT key FROM results ORDER BY key")]
            chance.shuffle(values)
            connection.executemany(f"UPDATE results SET {part} = ? WHERE key = ?", zip(values, keys, strict=True))  # noqa: S608  # as above
        connection.close()
    except sqlite3.Error:
        _scribble(file, chance)


CACHE: Mapping[str, Damage] = {
    found.__name__.lstrip("_"): found
    for found in (_flip, _truncate, _remove, _empty, _scribble, _lengthen, _block, _close, _foreign, _confuse)
}
SITE: Mapping[str, Damage] = {
    found.__name__.lstrip("_"): found for found in (_flip, _forge, _truncate, _remove, _empty, _scribble, _lengthen)
}


def damage_cache(cache: Path, how: str, chance: Random) -> None:
    """Do something to one file of a cache; where there is none that it can be done to, nothing."""
    suffixes = {".sqlite"} if how in {"foreign", "confuse"} else {".sqlite", ".pack", ".ledger"}
    files = sorted(file for file in cache.rglob("*") if file.is_file() and file.suffix in suffixes)
    if files:
        CACHE[how](chance.choice(files), chance)


def remove_cache(cache: Path) -> None:
    """Remove a cache, whatever has become of it."""
    shutil.rmtree(cache, ignore_errors=True)


def damage_site(site: Path, how: str, chance: Random) -> None:
    """Do something to a few files of a finished site; never to the manifest, which says that the folder is ours."""
    files = sorted(file for file in site.rglob("*") if file.is_file() and file.name != MANIFEST)
    for file in chance.sample(files, min(len(files), chance.choice([1, 1, 5]))):
        SITE[how](file, chance)
