"""Which way a site is published, and what is refused on the way, in words."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from msgspec.structs import replace

from sitegen.diagnostics import RefusedError
from sitegen.publish import refusals, releases
from sitegen.publish.folder import FolderHost
from sitegen.publish.host import Host
from sitegen.publish.outcome import Published, Wishes
from sitegen.publish.site import Site, finished, looked_at
from sitegen.publish.target import Bucket, Folder, Server, Target

Progress = Callable[[int, int], None]
"""Is told how many bytes have been sent, and how many there are to send at most."""


def publish(output: Path, target: Target, wishes: Wishes, progress: Progress) -> Published:
    """Publish the site in the output folder.

    Raises:
        SiteError: with all that is wrong.
        RefusedError: if the target is none for this site, or something must be installed for it.

    """
    site = finished(output)
    marks = looked_at(site)
    counted = replace(wishes, sent=_counter(site, progress))
    with _explained(wishes.target):
        match target:
            case Bucket():
                from sitegen.publish import objects, s3  # noqa: PLC0415  # others need nothing of it

                return objects.publish(site, marks, s3.store(target), counted)
            case Folder(path):
                _refuse_overlap(output, Path(path))
        with _host(target, wishes.target) as host:
            return releases.publish(site, host, counted)


def roll_back(target: Target, wishes: Wishes) -> Published:
    """Give readers the release before the present one.

    Raises:
        SiteError: with all that is wrong.
        RefusedError: if the target has no releases.

    """
    if isinstance(target, Bucket):
        raise RefusedError(
            "An object store has no releases to go back to: build an earlier state of the content, and publish that."
        )
    with _explained(wishes.target), _host(target, wishes.target) as host:
        return releases.roll_back(host, wishes)


def _host(target: Folder | Server, shown: str) -> AbstractContextManager[Host]:
    if isinstance(target, Server):
        from sitegen.publish import sftp  # noqa: PLC0415  # others need nothing of it

        return sftp.connected(target, shown)
    return nullcontext(FolderHost(Path(target.path).absolute()))


@contextmanager
def _explained(target: str) -> Iterator[None]:
    """Turn what the system refuses into a problem of the target."""
    try:
        yield
    except OSError as problem:
        raise refusals.refused(target, problem.strerror or problem, str(problem.filename or "")) from problem


def _refuse_overlap(output: Path, folder: Path) -> None:
    """Make sure that publishing changes nothing in what is published."""
    one, other = output.resolve(), folder.resolve()
    if one == other or one in other.parents or other in one.parents:
        raise RefusedError(
            "{folder} is the output folder, lies in it, or contains it. Publish to a folder of its own.", folder=folder
        )


def _counter(site: Site, progress: Progress) -> Callable[[int], None]:
    """Return what adds up the bytes that have arrived."""
    total = sum(entry.size for entry in site.entries)
    so_far = [0]

    def sent(size: int) -> None:
        so_far[0] += size
        progress(so_far[0], total)

    return sent
