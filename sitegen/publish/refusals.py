"""Why a site is not published, told so that somebody can do something about it."""

from collections.abc import Iterable
from datetime import datetime

from sitegen.diagnostics import ExitStatus, Place, RefusedError, SiteError, Translatable, error
from sitegen.publish.state import Holder
from sitegen.write.paths import shown

LIBRARIES = "python -m pip install --require-hashes --requirement requirements/publish.txt"


def library_missing(scheme: str) -> RefusedError:
    """Return that a sort of target needs more than the site does."""
    return RefusedError("{scheme} needs a library that is not installed: {command}", scheme=scheme, command=LIBRARIES)


def not_built(folder: str) -> SiteError:
    """Return that there is no finished site in a folder."""
    problem = error(
        "not-built",
        Place(folder),
        "there is no finished site here",
        "build it first: python build.py; or name its folder with --output",
    )
    return SiteError([problem])


def not_as_built(folder: str, changed: Iterable[str], missing: Iterable[str]) -> SiteError:
    """Return that files are not what the build has made."""
    fix = "build again: python build.py"
    return SiteError(
        [
            *(error("not-as-built", _at(folder, path), "this file is not as it was built", fix) for path in changed),
            *(error("not-as-built", _at(folder, path), "this file was built, and is missing", fix) for path in missing),
        ]
    )


def mass_deletion(target: str, lost: tuple[str, ...], limit: int) -> SiteError:
    """Return that more pages would go than anybody is likely to mean."""
    problem = error(
        "mass-deletion",
        Place(target),
        "{count} published pages are not in this site and would be gone, such as {path}; {limit} may go without a word",
        "if that is meant, add --allow-deleting {count}; if not, see whether content is missing, and build again",
        count=len(lost),
        path=shown(lost[0]),
        limit=limit,
    )
    return SiteError([problem])


def another_publisher(target: str, holder: Holder | None, now: datetime) -> SiteError:
    """Return that somebody else publishes there, or was publishing when something broke off."""
    place = Place(target)
    fix = "wait until that is done; if it was broken off, which nobody but you can know, add --break-lock"
    if holder is None:
        message = "somebody else is publishing here, or was; the lock does not say who"
        return SiteError([error("another-publisher", place, message, fix)], ExitStatus.BUSY)
    problem = error(
        "another-publisher",
        place,
        "{who} is publishing here since {since} ({minutes} minutes ago), process {process}",
        fix,
        who=shown(holder.who),
        since=holder.since.isoformat(timespec="seconds"),
        minutes=max(int((now - holder.since).total_seconds() // 60), 0),
        process=holder.process,
    )
    return SiteError([problem], ExitStatus.BUSY)


def lock_lost(target: str) -> SiteError:
    """Return that somebody has broken our lock."""
    problem = error(
        "another-publisher",
        Place(target),
        "somebody else has taken over from us, and we have stopped",
        "ask who published here with --break-lock, then publish again",
    )
    return SiteError([problem], ExitStatus.BUSY)


def not_ours(target: str, path: str) -> SiteError:
    """Return that something of somebody else's is there."""
    problem = error(
        "target-not-ours",
        Place(target),
        "{path} stands here and was not published from here; it would be in the way, or lost",
        "name an empty or new place, or move that away yourself",
        path=shown(path),
    )
    return SiteError([problem], ExitStatus.ENVIRONMENT)


def no_links(target: str, reason: object) -> SiteError:
    """Return that a file system cannot switch from one release to another in one step."""
    problem = error(
        "no-symbolic-links",
        Place(target),
        "the site is switched by a symbolic link here, and none can be made: {reason}",
        "name another place; for a folder of this machine, python build.py --output DIR changes a site in one step too",
        reason=Translatable(reason),
    )
    return SiteError([problem], ExitStatus.ENVIRONMENT)


def no_release(target: str) -> SiteError:
    """Return that there is nothing to go back to."""
    problem = error(
        "no-former-release",
        Place(target),
        "there is no whole release here from before the one that is shown",
        "publish an earlier state of the content instead",
    )
    return SiteError([problem])


def unknown_host(target: str, host: str, port: int) -> SiteError:
    """Return that nobody has said which key a server has."""
    problem = error(
        "unknown-host-key",
        Place(target),
        "the key of {host} is not among those you know (~/.ssh/known_hosts), or has changed",
        "ask whoever runs the server for the fingerprint of its key, compare it with what "
        "`ssh -p {port} {host}` shows, and accept it there only if they are the same",
        host=host,
        port=port,
    )
    return SiteError([problem], ExitStatus.ENVIRONMENT)


def damaged(target: str, paths: Iterable[str]) -> SiteError:
    """Return that what arrived is not what was sent."""
    problems = [
        error(
            "upload-damaged",
            Place(target),
            "{path} is not there as it was sent, and publishing has stopped",
            "publish again; if that does not help, look at the disk of the target",
            path=shown(path),
        )
        for path in paths
    ]
    return SiteError(problems, ExitStatus.ENVIRONMENT)


def refused(target: str, reason: object, path: str = "") -> SiteError:
    """Return that the target, or the way to it, does not let us; `path` is what it does not let us have."""
    problem = error(
        "cannot-publish",
        Place(target),
        "the site could not be published: {path}: {reason}" if path else "the site could not be published: {reason}",
        "see to that, then publish again: what is there already is not sent twice",
        path=shown(path),
        reason=Translatable(reason),
    )
    return SiteError([problem], ExitStatus.ENVIRONMENT)


def _at(folder: str, path: str) -> Place:
    return Place(shown(f"{folder}/{path}"))
