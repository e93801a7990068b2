"""Files of the cache, which are there as a whole or not at all."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file in one step; where the disk does not let us, it stays as it was: a cache can only make us faster."""
    unfinished = path.with_name(f"{path.name}.next")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            file.writelines(parts)
        unfinished.replace(path)
