"""The site before the last, kept for the next build: most of the folders and files it needs are there already.

Making and removing 10,000 folders takes seconds on some disks; looking through them takes a tenth of a second.
"""

import stat
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from sitegen.write.destination import Destination
from sitegen.write.disk import FOLDER_MODE, Entry, discard, link, make_folder, spots_below
from sitegen.write.manifest import read_manifest
from sitegen.write.paths import folders_of

CLOSED = 0o700  # what is no longer published must not be readable beside the site


def take(destination: Destination, stage: Path) -> None:
    """Put the spare, if there is one and it was ours, in the place of an empty stage."""
    is_folder = destination.spare.is_dir() and not destination.spare.is_symlink()
    if is_folder and read_manifest(destination.spare) is not None:
        stage.rmdir()
        destination.spare.rename(stage)


def hand_back(stage: Path, destination: Destination) -> None:
    """Keep what stands in the stage's place, if anything does, as the spare of the next build."""
    with suppress(OSError):  # the site is published, and one build without a spare is only slower
        stage.chmod(CLOSED)
        stage.rename(destination.spare)


def make_spare(destination: Destination, paths: Iterable[str]) -> None:
    """Make a spare of the site that now stands in the output folder, if there is none and the disk can link files."""
    with suppress(OSError):  # as above
        if not destination.spare.exists():
            stage = Path(mkdtemp(prefix=destination.stage_prefix, dir=destination.path.parent))
            if _is_copied(destination.path, stage, frozenset(paths)):
                hand_back(stage, destination)
            discard(stage)


def _is_copied(site: Path, stage: Path, paths: AbstractSet[str]) -> bool:
    for folder in sorted(folders_of(paths)):
        make_folder(stage / folder)
    return all(link(f"{site}/{path}", f"{stage}/{path}") for path in paths)


def keep_only(stage: Path, files: Mapping[str, int], folders: AbstractSet[str]) -> AbstractSet[str]:
    """Remove from a stage everything but these folders and these very files, by inode, and return what is left.

    A file with the inode of one in the output folder is that file, whatever was done to the stage meanwhile.
    """
    found = spots_below(stage)
    for _, entry, is_folder in found:
        if is_folder:
            _open_to_all(entry)
    there = {path for path, entry, is_folder in found
             if (path in folders if is_folder else files.get(path) == entry.inode())}  # fmt: skip
    for path, entry, is_folder in reversed(found):  # what is in a folder before the folder
        if path not in there:
            _remove(Path(entry.path), is_folder=is_folder)
    return there


def _remove(path: Path, *, is_folder: bool) -> None:
    if is_folder:
        path.rmdir()
    else:
        path.unlink()


def _open_to_all(folder: Entry) -> None:
    """Undo the mode of a folder that was somebody else's when the spare was the site."""
    if stat.S_IMODE(folder.stat().st_mode) != FOLDER_MODE:
        Path(folder.path).chmod(FOLDER_MODE)
