"""The new site, made ready beside the old one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from sitegen.write.comparison import Published
from sitegen.write.destination import Destination
from sitegen.write.disk import (
    FOLDER_MODE,
    carry_file,
    carry_metadata,
    discard,
    link,
    make_folder,
    make_parents,
    write_file,
)
from sitegen.write.ownership import Foreign
from sitegen.write.paths import folders_of
from sitegen.write.spare import hand_back, keep_only, take
from sitegen.write.spool import Spool


@contextmanager
def new_stage(destination: Destination, *, keep_spare: bool) -> Iterator[Path]:
    """Yield a folder beside the output folder, and afterwards remove or keep as a spare what stands in its place.

    The folder is empty or the spare that an earlier build kept: some older state of the site.
    """
    make_parents(destination.path)
    stage = Path(mkdtemp(prefix=destination.stage_prefix, dir=destination.path.parent))
    try:
        take(destination, stage)
        yield stage
        if keep_spare:
            hand_back(stage, destination)
    finally:
        with suppress(OSError):  # the outcome is settled by now, and the next build tries again
            discard(stage)


def fill(stage: Path, site: Spool, old: Path, unchanged: Mapping[str, Published], foreign: Foreign) -> frozenset[str]:
    """Make a stage hold a site and what is not ours; what is unchanged or not ours is the old site's own files.

    Return the paths of the files of the site that did not stand in the stage already.
    """
    ours = folders_of(entry.path for entry in site.entries)
    folders = ours.union(folders_of(foreign.files), foreign.folders)
    inodes = {path: found.stamp[2] for path, found in unchanged.items()}
    there = keep_only(stage, {**foreign.files, **inodes}, folders)
    for folder in sorted(folders - there):
        make_folder(stage / folder)
    laid_out = frozenset(entry.path for entry in site.entries) - there
    for path in sorted(laid_out):
        _lay_out(stage, path, site, old, is_unchanged=path in unchanged)
    for path in foreign.files.keys() - there:
        carry_file(old / path, stage / path)
    for folder in sorted(set(foreign.folders) - ours, reverse=True):
        carry_metadata(old / folder, stage / folder)
    stage.chmod(FOLDER_MODE)  # no sooner: of the older site that stood here, nothing is left now
    return laid_out


def _lay_out(stage: Path, path: str, site: Spool, old: Path, *, is_unchanged: bool) -> None:
    if not is_unchanged or not link(f"{old}/{path}", f"{stage}/{path}"):
        data = site.contents(path)
        write_file(stage / path, (old / path).read_bytes() if data is None else data)
