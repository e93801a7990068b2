"""Clearing up after builds that were killed."""

import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.write.destination import Destination
from sitegen.write.disk import discard
from sitegen.write.failure import publishing
from sitegen.write.manifest import read_manifest


def recover(destination: Destination) -> None:
    """Finish or undo an exchange that was broken off, and remove the stages that killed builds left behind.

    The caller holds the lock of the destination.

    Raises:
        SiteError: `cannot-write`.

    """
    with publishing(destination):
        if destination.aside.is_dir():
            _settle(destination)
        for stage in list(_stages(destination)):
            discard(stage)


def _settle(destination: Destination) -> None:
    """Remove the old site if the new one took its place; otherwise bring it back."""
    if read_manifest(destination.path) is not None:
        discard(destination.aside)
        return
    if destination.path.exists():
        destination.path.rmdir()  # which refuses if somebody has put something there
    destination.aside.rename(destination.path)


def _stages(destination: Destination) -> Iterator[Path]:
    parent = destination.path.parent
    if not parent.is_dir():
        return
    with os.scandir(parent) as entries:
        for entry in entries:
            if entry.name.startswith(destination.stage_prefix) and entry.is_dir(follow_symlinks=False):
                yield Path(entry.path)
