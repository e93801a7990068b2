"""Publishing into objects, which cannot be switched at once: in an order in which every page finds what it needs.

Assets and data first, then pages, then what tells programs of them, then what is to go, and last the manifest.
Whatever breaks off on the way leaves whole objects, and `.publish/state.json`, by which the next run knows them.
"""

from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from itertools import groupby

from msgspec import Struct

from sitegen.publish import refusals
from sitegen.publish.delivery import OWN, VERSION, delivery
from sitegen.publish.holding import held
from sitegen.publish.outcome import Published, Wishes, refuse_mass_deletion
from sitegen.publish.plan import Before, Plan, plan, rank
from sitegen.publish.site import Site, own_entry
from sitegen.publish.state import FOLDER, STATE, Seen, State, decode, encode
from sitegen.publish.store import Present, Store
from sitegen.write.manifest import MANIFEST, Entry
from sitegen.write.manifest import decode as decode_manifest


class Standing(Struct, frozen=True):
    """What is in a store: all objects below the prefix, the manifest that is published, and what we have kept."""

    found: Mapping[str, Present]
    manifest: bytes | None
    state: State

    @property
    def before(self) -> Before:
        """What a plan needs to know; ours is what is published, and what was about to be when something broke off."""
        manifest = decode_manifest(self.manifest) if self.manifest else None
        published = manifest.files if manifest else ()
        seen = {each.path: Entry(each.path, each.size, each.sha256) for each in self.state.objects}
        owned = {**seen, **{entry.path: entry for entry in published}}
        return Before(
            published, tuple(each for path, each in sorted(owned.items()) if path in self.found), self.state.retired
        )


def publish(site: Site, marks: Mapping[str, str], store: Store, wishes: Wishes) -> Published:
    """Bring a store to hold a site; `marks` are the MD5 of its files.

    Raises:
        SiteError: what `sitegen.publish.refusals` has.
        OSError: if the store refuses something.

    """
    if wishes.is_trial:
        return _planned(site, marks, _look(store), wishes)
    _planned(site, marks, _look(store), wishes)  # before anything is written, if it cannot be done at all
    with held(store, wishes.target, wishes.now, breaks=wishes.breaks) as still:
        standing = _look(store)
        planned = _planned(site, marks, standing, wishes)
        if planned.is_changed:
            _Change(planned.plan, site, marks, standing, store, wishes).carry_out(still)
        return planned


def _look(store: Store) -> Standing:
    found = store.listed()
    ours = {path: each for path, each in found.items() if not path.startswith(f"{FOLDER}/")}
    return Standing(
        ours,
        store.read(MANIFEST) if MANIFEST in found else None,
        (decode(store.read(STATE), State) if STATE in found else None) or State(),
    )


def _planned(site: Site, marks: Mapping[str, str], standing: Standing, wishes: Wishes) -> Published:
    seen = {each.path: each for each in standing.state.objects}
    has_rules = standing.state.rules == VERSION

    def is_there(entry: Entry) -> bool:
        present, known = standing.found.get(entry.path), seen.get(entry.path)
        if present is None or present.size != entry.size or not has_rules:
            return False
        return present.mark == marks[entry.path] or (
            known is not None and known.sha256 == entry.sha256 and known.mark == present.mark != ""
        )

    before = standing.before
    owned = {*(entry.path for entry in before.owned), *(each.path for each in before.retired), MANIFEST}
    for entry in site.entries:
        present = standing.found.get(entry.path)
        if present and entry.path not in owned and present.mark != marks[entry.path]:
            raise refusals.not_ours(wishes.target, entry.path)
    if MANIFEST in standing.found and not before.published:
        raise refusals.not_ours(wishes.target, MANIFEST)
    found = plan(site.entries, before, is_there, wishes.now, wishes.grace)
    refuse_mass_deletion(found, before, wishes)
    is_changed = bool(found.uploads or found.deletions) or standing.manifest != site.manifest
    return Published(found, is_changed)


class _Change(Struct, frozen=True):
    """A change of a store on its way: what is to be done, with the site, its MD5s, and what was there before."""

    plan: Plan
    site: Site
    marks: Mapping[str, str]
    standing: Standing
    store: Store
    wishes: Wishes

    def carry_out(self, still: Callable[[], None]) -> None:
        """Do it, one group after the other, and see of each that it has arrived before the next begins."""
        self._keep(self._begun())
        arrived: dict[str, str] = {}
        for _, group in groupby(self.plan.uploads, lambda entry: rank(entry.path)):
            entries = tuple(group)
            self.store.each([partial(self._send, entry) for entry in entries])
            arrived |= self._arrived(entries)
            still()
        self.store.each([partial(self.store.remove, path) for path in self.plan.deletions])
        still()
        self._keep(self._done(arrived))
        self.store.put(MANIFEST, self.site.manifest, delivery(MANIFEST))
        self._arrived((own_entry(self.site.manifest),))

    def _send(self, entry: Entry) -> None:
        self.store.put(entry.path, self.site.data(entry), delivery(entry.path))
        self.wishes.sent(entry.size)

    def _arrived(self, entries: tuple[Entry, ...]) -> dict[str, str]:
        """Return the marks of objects, when it is certain that they are what was sent.

        Raises:
            SiteError: `upload-damaged`.

        """
        found = self.store.listed()
        wrong = [entry.path for entry in entries if not self._is_right(entry, found.get(entry.path))]
        if wrong:
            raise refusals.damaged(self.wishes.target, wrong)
        return {entry.path: found[entry.path].mark for entry in entries}

    def _is_right(self, entry: Entry, present: Present | None) -> bool:
        """Whether an object is what was sent: a mark that is the MD5 of it proves that, else it is read back."""
        if present is None or present.size != entry.size:
            return False
        if present.mark == self.marks.get(entry.path):
            return True
        return sha256(self.store.read(entry.path) or b"").hexdigest() == entry.sha256

    def _begun(self) -> State:
        """Return what the next run must know if this one is broken off: that all of this is ours."""
        before = self.standing.state
        owned = {entry.path: Seen(entry.path, entry.size, entry.sha256) for entry in self.standing.before.owned}
        owned |= {each.path: each for each in before.objects if each.path in owned}
        owned |= {entry.path: Seen(entry.path, entry.size, entry.sha256) for entry in self.plan.uploads}
        is_first = not self.standing.before.owned
        return State(1, self.plan.retired, tuple(sorted(owned.values())), VERSION if is_first else before.rules)

    def _done(self, arrived: Mapping[str, str]) -> State:
        found = self.standing.found
        objects = [
            *(Seen(each.path, each.size, each.sha256, arrived[each.path]) for each in self.plan.uploads),
            *(Seen(each.path, each.size, each.sha256, found[each.path].mark) for each in self.plan.unchanged),
        ]
        return State(1, self.plan.retired, tuple(sorted(objects)), VERSION)

    def _keep(self, state: State) -> None:
        self.store.put(STATE, encode(state), OWN)
