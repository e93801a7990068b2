"""Whose a folder and the files in it are: ours, if our manifest lists them; otherwise somebody else's."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, error
from sitegen.write.destination import Destination
from sitegen.write.disk import spots_below
from sitegen.write.manifest import MANIFEST, read_manifest
from sitegen.write.paths import folders_of, shown

HARMLESS = frozenset({".gitkeep"})


class Foreign(Struct, frozen=True):
    """What somebody else put into the output folder: files by path with their inode, and folders."""

    files: Mapping[str, int]
    folders: tuple[str, ...]


def owned_paths(destination: Destination) -> frozenset[str]:
    """Return the path of every file that we wrote into the output folder, but the manifest's.

    Raises:
        SiteError: `not-our-folder`, if there is something in the folder but no manifest of ours.

    """
    manifest = read_manifest(destination.path)
    if manifest is not None:
        return frozenset(entry.path for entry in manifest.files)
    if destination.path.is_dir() and any(path.name not in HARMLESS for path in destination.path.iterdir()):
        raise SiteError([_not_our_folder(destination)], ExitStatus.ENVIRONMENT)
    return frozenset()


def find_foreign(destination: Destination, owned: AbstractSet[str]) -> Foreign:
    """Return everything in the output folder that is neither ours nor a folder on the way to something of ours."""
    spots = spots_below(destination.path)
    folders = {path for path, _, is_folder in spots if is_folder}
    files = {path: entry.inode() for path, entry, is_folder in spots
             if not is_folder and path not in owned and path != MANIFEST}  # fmt: skip
    return Foreign(files, tuple(sorted(folders - folders_of(owned))))


def refuse_obstacles(destination: Destination, foreign: Foreign, paths: AbstractSet[str]) -> None:
    """Make sure that nothing of somebody else's stands where a file or folder of ours must go.

    Raises:
        SiteError: `foreign-file`, with all of them.

    """
    files = sorted(foreign.files.keys() & (paths | folders_of(paths)))
    folders = sorted(paths & set(foreign.folders))
    if problems := [_foreign_file(destination, path) for path in (*files, *folders)]:
        raise SiteError(problems, ExitStatus.ENVIRONMENT)


def _not_our_folder(destination: Destination) -> Diagnostic:
    return error(
        "not-our-folder",
        destination.place,
        "this folder holds files that were not published from here, and they would be lost",
        "name a new or empty folder with --output, or empty this one yourself",
    )


def _foreign_file(destination: Destination, path: str) -> Diagnostic:
    return error(
        "foreign-file",
        Place(shown(f"{destination.folder.as_posix()}/{path}")),
        "this was put here by somebody else, and the site has something of its own to publish in its place",
        "move it away, or rename the content file that is published there",
    )
