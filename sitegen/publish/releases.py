"""Publishing in releases: each has a folder of its own, and readers are given another one in a single step.

TARGET/current -> releases/2026-06-05T030000Z-0a1b2c3d    what readers get
TARGET/releases/.next/                                    one that is being made, or was broken off
TARGET/.publish/                                          the lock, and what has been retired
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from sitegen.publish import refusals
from sitegen.publish.delivery import is_fingerprinted
from sitegen.publish.holding import held
from sitegen.publish.host import Host
from sitegen.publish.outcome import Published, Wishes, refuse_mass_deletion
from sitegen.publish.plan import Plan, plan
from sitegen.publish.shelf import CURRENT, NEXT, RELEASES, Release, Shelf, look, name_for
from sitegen.publish.site import Site, own_entry
from sitegen.publish.state import FOLDER, STATE, Retired, State, encode
from sitegen.write.manifest import MANIFEST, Entry
from sitegen.write.paths import folders_of

DRAFTS = (".draft", ".link")  # how names end of what is written before it gets its own name
File = Entry | Retired


def publish(site: Site, host: Host, wishes: Wishes) -> Published:
    """Make a release of a site and give it to readers; what is there already is linked, and not sent again.

    Raises:
        SiteError: what `sitegen.publish.refusals` has.
        OSError: if the system refuses something.

    """
    shelf = look(host, wishes.target)
    if wishes.is_trial:
        resumed = _right(host, NEXT, site.entries, is_read=True)
        planned = _planned(site, shelf, resumed, wishes)
        return Published(planned, not _is_shown(site, shelf, host), removed=_outdated(shelf, "", wishes.keep))
    with _only_us(host, wishes) as (shelf, switch):
        if _is_shown(site, shelf, host):
            planned = _planned(site, shelf, {}, wishes)
            return Published(planned, is_changed=_expire(host, shelf, planned), release=shelf.current)
        resumed = _right(host, NEXT, site.entries, is_read=True)
        planned = _planned(site, shelf, resumed, wishes)
        release = _renewed(_same(site, shelf, host), host, shelf, planned) or _made(site, shelf, host, planned, wishes)
        switch(release.name, planned)
        return Published(
            planned, is_changed=True, release=release.name, removed=_pruned(host, shelf, release.name, wishes.keep)
        )


def roll_back(host: Host, wishes: Wishes) -> Published:
    """Give readers the release before the one that they get.

    Raises:
        SiteError: `no-former-release`, and what publishing raises.

    """
    shelf = look(host, wishes.target)
    if wishes.is_trial:
        return _back(shelf, _former(shelf, wishes), wishes)
    with _only_us(host, wishes) as (shelf, switch):
        former = _former(shelf, wishes)
        back = _back(shelf, former, wishes)
        right = _right(host, former.folder, former.entries, is_read=host.is_near)
        if wrong := [entry.path for entry in former.entries if entry.path not in right]:
            raise refusals.damaged(wishes.target, wrong)
        _renewed(former, host, shelf, back.plan)
        switch(former.name, back.plan)
        return back


@contextmanager
def _only_us(host: Host, wishes: Wishes) -> Iterator[tuple[Shelf, Callable[[str, Plan], None]]]:
    """Look at the target again when nobody else can change it, and give a way to show another release."""
    host.make_folders(["", FOLDER, RELEASES])
    with held(host, wishes.target, wishes.now, breaks=wishes.breaks) as still:
        for name in host.names(FOLDER):
            if name.endswith(DRAFTS):
                host.remove(f"{FOLDER}/{name}")
        try:
            host.point(f"{FOLDER}/trial", "..")
        except OSError as problem:
            raise refusals.no_links(wishes.target, problem.strerror or problem) from problem
        host.remove(f"{FOLDER}/trial")

        def switch(name: str, planned: Plan) -> None:
            host.replace(STATE, encode(State(retired=planned.retired)))
            host.settle()
            still()
            host.point(CURRENT, f"{RELEASES}/{name}")

        yield look(host, wishes.target), switch


def _planned(site: Site, shelf: Shelf, resumed: Mapping[str, str], wishes: Wishes) -> Plan:
    sources = shelf.sources()

    def is_there(entry: Entry) -> bool:
        return entry.sha256 in sources or entry.path in resumed

    found = plan(site.entries, shelf.before, is_there, wishes.now, wishes.grace)
    refuse_mass_deletion(found, shelf.before, wishes)
    return found


def _is_shown(site: Site, shelf: Shelf, host: Host) -> bool:
    """Whether readers get this very site, and all of it."""
    shown = shelf.shown
    return shown is not None and shown.manifest == site.manifest and _is_whole(shown, host)


def _is_whole(release: Release, host: Host) -> bool:
    return len(_right(host, release.folder, release.entries, is_read=host.is_near)) == len(release.entries)


def _same(site: Site, shelf: Shelf, host: Host) -> Release | None:
    """Return a release of this very site that readers do not get: never switched to, or gone back from."""
    same = (each for each in reversed(shelf.releases) if each.manifest == site.manifest and each.name != shelf.current)
    return next((each for each in same if _is_whole(each, host)), None)


def _renewed(release: Release | None, host: Host, shelf: Shelf, planned: Plan) -> Release | None:
    """Give a release that is there already those files that stay for a while, and only those, and return it."""
    if release is None:
        return None
    there = host.tree(release.folder)
    staying = {each.path for each in planned.retired}
    for path in there.keys() - staying - {entry.path for entry in release.entries}:
        if is_fingerprinted(path):
            host.remove(f"{release.folder}/{path}")
    _fill(host, release.folder, [each for each in planned.retired if each.path not in there], shelf.sources())
    return release


def _expire(host: Host, shelf: Shelf, planned: Plan) -> bool:
    """Remove files from what readers get that have stayed for long enough, and return whether there were any."""
    if planned.retired == shelf.state.retired:
        return False
    for path in planned.deletions:
        host.remove(f"{RELEASES}/{shelf.current}/{path}")
    host.replace(STATE, encode(State(retired=planned.retired)))
    return True


def _made(site: Site, shelf: Shelf, host: Host, planned: Plan, wishes: Wishes) -> Release:
    """Return a new release, whole and looked at; its manifest is the last thing that is written."""
    files: tuple[File, ...] = (*site.entries, *planned.retired)
    right = _right(host, NEXT, files, is_read=True)
    for path in host.tree(NEXT).keys() - right.keys():
        host.remove(f"{NEXT}/{path}")
    filled = _fill(host, NEXT, [file for file in files if file.path not in right], shelf.sources())
    _send(host, site, [entry for entry in site.entries if entry.path not in {*right, *filled}], wishes)
    own = own_entry(site.manifest)
    host.send([(f"{NEXT}/{MANIFEST}", lambda: site.manifest)], lambda _: None)
    if host.digests([f"{NEXT}/{MANIFEST}"]) != {f"{NEXT}/{MANIFEST}": own.sha256}:
        raise refusals.damaged(wishes.target, [MANIFEST])
    release = Release(name_for(site.manifest, shelf, wishes.now), site.manifest, site.entries)
    host.settle()
    host.rename(NEXT, release.folder)
    return release


def _fill(host: Host, folder: str, files: Sequence[File], there: Mapping[str, str]) -> frozenset[str]:
    """Link files into a folder of which the host has the content already, and return which are there as they should be.

    `there` names a file for each content, by SHA-256. One that is not what it was when it was published is left out.
    None of the files may be there yet.
    """
    host.make_folders([folder, *(f"{folder}/{path}" for path in sorted(folders_of(file.path for file in files)))])
    linked = [file for file in files if file.sha256 in there]
    if not linked:
        return frozenset()
    failed = set(host.link([(there[file.sha256], f"{folder}/{file.path}") for file in linked]))
    right = frozenset(_right(host, folder, linked, is_read=host.is_near))
    for file in linked:
        if file.path not in right and f"{folder}/{file.path}" not in failed:
            host.remove(f"{folder}/{file.path}")
    return right


def _send(host: Host, site: Site, entries: Sequence[Entry], wishes: Wishes) -> None:
    """Send files, and read them back.

    Raises:
        SiteError: `upload-damaged`.

    """
    host.send([(f"{NEXT}/{entry.path}", partial(site.data, entry)) for entry in entries], wishes.sent)
    read = host.digests([f"{NEXT}/{entry.path}" for entry in entries])
    if wrong := [entry.path for entry in entries if read.get(f"{NEXT}/{entry.path}") != entry.sha256]:
        raise refusals.damaged(wishes.target, wrong)


def _right(host: Host, folder: str, files: Sequence[File], *, is_read: bool) -> Mapping[str, str]:
    """Return those files that are in a folder as they should be: by size, and by what is read back if that is asked."""
    sizes = host.tree(folder)
    alike = {file.path: file.sha256 for file in files if sizes.get(file.path) == file.size}
    if not is_read:
        return alike
    read = host.digests([f"{folder}/{path}" for path in alike])
    return {path: digest for path, digest in alike.items() if read.get(f"{folder}/{path}") == digest}


def _former(shelf: Shelf, wishes: Wishes) -> Release:
    older = [each for each in shelf.releases if each.name < shelf.current]
    if not older:
        raise refusals.no_release(wishes.target)
    return older[-1]


def _back(shelf: Shelf, former: Release, wishes: Wishes) -> Published:
    planned = plan(former.entries, shelf.before, lambda _: True, wishes.now, wishes.grace)
    shown = {entry.path for entry in shelf.before.published}
    returning = tuple(
        entry.path for entry in former.entries if entry.path.endswith(".html") and entry.path not in shown
    )
    return Published(planned, is_changed=True, release=former.name, returning=returning)


def _outdated(shelf: Shelf, new: str, keep: int) -> tuple[str, ...]:
    """Return the releases that need not stay: neither among the newest, nor shown, nor shown until now."""
    names = sorted({*(each.name for each in shelf.releases), new or "~"}, reverse=True)
    return tuple(name for name in reversed(names[keep:]) if name not in {new or "~", shelf.current})


def _pruned(host: Host, shelf: Shelf, new: str, keep: int) -> tuple[str, ...]:
    """Remove releases that need not stay, and what is left of those that were broken off while that was done."""
    outdated = _outdated(shelf, new, keep)
    for name in (*outdated, *shelf.broken):
        host.remove(f"{RELEASES}/{name}/{MANIFEST}")  # first: what has none is no release
        host.discard(f"{RELEASES}/{name}")
    host.discard(NEXT)
    return outdated
