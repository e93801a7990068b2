"""Publishing in tests as a build does it, and looking at what came of it."""

import os
import resource
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sitegen.diagnostics import SiteError
from sitegen.files import Output
from sitegen.write import MANIFEST, Destination, Written, lock, recover
from sitegen.write.exchange import Exchange, exchange
from sitegen.write.publication import publish
from sitegen.write.spool import Spool

PROJECT = Path(__file__).parents[2]
NOBODY = 65534

Site = Mapping[str, str]


def destination_at(folder: Path) -> Destination:
    """Return an output folder, which does not exist yet, in a project with a content folder."""
    content = folder.parent / "content"
    content.mkdir(parents=True, exist_ok=True)
    return Destination(folder, (content,), folder.parent)


def outputs(site: Site) -> list[Output]:
    """Return a site given as the text of each path."""
    return [Output(path, text.encode()) for path, text in site.items()]


def spooled(files: Iterable[Output]) -> Spool:
    """Return a spool with these files."""
    spool = Spool()
    for file in files:
        spool.add(file)
    return spool


def build(destination: Destination, site: Site, way: Exchange = exchange, *, keep_spare: bool = False) -> Written:
    """Publish a site as a build does."""
    with lock(destination), spooled(outputs(site)) as spool:
        recover(destination)
        return publish(spool, destination, exchange=way, keep_spare=keep_spare)


def tree(folder: Path) -> dict[str, str | None]:
    """Return everything in a folder but the manifest, by path: the text of files, None for folders."""
    return {name: _text(folder / name) for name in names_in(folder)}


def names_in(folder: Path) -> list[str]:
    """Return the path of everything in a folder but the manifest."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.name != MANIFEST)


def beside(destination: Destination) -> list[str]:
    """Return the names of what is in the folder that the output folder is in, itself included."""
    return sorted(path.name for path in destination.path.parent.iterdir())


def stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return what would tell that anything in a folder, or the folder itself, was touched."""
    return {str(path): _stamp(path) for path in (folder, *folder.rglob("*"))}


def mode(path: Path) -> int:
    """Return who may do what with a file or folder."""
    return stat.S_IMODE(path.lstat().st_mode)


def codes(problem: SiteError) -> list[str]:
    """Return the code of each problem."""
    return [diagnostic.code for diagnostic in problem.diagnostics]


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file of this process grow larger than this during the block; in bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """Let new files and folders lack these rights during the block."""
    usual = os.umask(mask)
    try:
        yield
    finally:
        os.umask(usual)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be an ordinary user during the block, as the modes of files mean nothing to root."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def _text(path: Path) -> str | None:
    return None if path.is_dir() else path.read_text(encoding="utf-8")


def _stamp(path: Path) -> tuple[int, int, int]:
    status = path.lstat()
    return status.st_ino, status.st_mtime_ns, status.st_ctime_ns
