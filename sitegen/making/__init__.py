"""From a site to its finished files: plan, render and inspect, each only for what was not made like this before."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from msgspec import Struct

from sitegen.cache import Branch, Growth, Leaf, Table, condensed, encoded
from sitegen.diagnostics import Diagnostic
from sitegen.files import Output
from sitegen.fingerprint import fingerprint
from sitegen.making.finished import Anchors, FinishedSite, Found
from sitegen.making.keys import Keys
from sitegen.making.materials import Before, Materials
from sitegen.making.pages import Order, make_pages
from sitegen.model import Card, Inspection, Job
from sitegen.plan import Memory, Unit, is_of_items, units
from sitegen.verify import inspect
from sitegen.workers import Workers
from sitegen.write import Entry, entry_of
from sitegen.write.spool import Spool

__all__ = ["Before", "FinishedSite", "Materials", "Order", "make", "make_pages"]


class Planned(Struct, frozen=True):
    """A file that a unit makes: path, template (empty for what needs none), fingerprint of what is printed."""

    path: str
    template: str
    key: bytes


class Draft(Struct, frozen=True):
    """A unit as it was planned: the numbers of the cells it looked at, and the files it makes."""

    name: str
    cells: tuple[int, ...]
    files: tuple[Planned, ...]


def make(materials: Materials, before: Before, workers: Workers, spool: Spool) -> FinishedSite:
    """Return how the site has grown; its files are in the spool.

    Raises:
        SiteError: if an interface word is missing.

    """
    making = _Making(materials, before, spool)
    kept, stale = making.sorted_out()
    problems: dict[object, Diagnostic] = {}
    for made in workers.map(make_pages, making.orders(stale)):
        if isinstance(made, Diagnostic):
            problems.setdefault((made.place, made.code), made)
        else:
            making.take(*made)
    return making.result(kept, tuple(problems.values()))


class _Making:
    """The state of the making of one site."""

    def __init__(self, materials: Materials, before: Before, spool: Spool) -> None:
        self._materials = materials
        self._before = before
        self._spool = spool
        self._keys = Keys(materials)
        self._cells = Table(before.growth.cells)
        self._targets = Table(before.growth.targets)
        self._leaves = {leaf.path: leaf for branch in before.growth.branches for leaf in branch.leaves}
        self._found: dict[str, Found] = {}
        self._drafts: list[Draft] = []

    def sorted_out(self) -> tuple[list[Branch], list[Unit]]:
        """Return what stands as it is, and the units that must be planned."""
        growth = self._before.growth
        is_comparable = growth.ways == self._keys.of_plan
        known = {branch.name: branch for branch in growth.branches if is_comparable}
        changed = self._changed_cells() if is_comparable else set()
        kept: list[Branch] = []
        stale: list[Unit] = []
        for unit in units(self._materials.site, self._materials.linker, self._materials.assets):
            branch = known.get(unit.name)
            if branch and changed.isdisjoint(branch.cells) and all(map(self._is_intact, branch.leaves)):
                kept.append(branch)
            else:
                stale.append(unit)
        return kept, stale

    def orders(self, stale: Iterable[Unit]) -> Iterator[Order]:
        """Plan units, and yield the pages that must be made; what needs no template is finished at once."""
        memory: Memory = {}
        for unit in stale:
            witness = self._materials.witness(memory)
            files: list[Planned] = []
            for made in unit.make(witness):
                files.append(self._planned(made))
                if self._is_as_before(files[-1]):
                    continue
                if isinstance(made, Job):
                    materials = self._materials
                    resources = materials.assets.resources if materials.site.settings.hosting else None
                    yield Order(made, materials.templates, materials.secrets, materials.weighing, resources=resources)
                elif isinstance(made, Card):
                    yield Order(made, (), self._materials.secrets, face=self._face)
                else:
                    self.take(made, entry_of(made), inspect(made, self._materials.secrets))
            self._drafts.append(Draft(unit.name, self._cells.numbers(witness.seen), tuple(files)))

    def take(self, output: Output, entry: Entry, inspection: Inspection) -> None:
        """Put a file that was made into the spool."""
        self._spool.add(output, entry)
        targets = self._targets.numbers(inspection.targets)
        self._found[output.path] = Found(inspection.ids, targets, inspection.problems, inspection.needs)

    def result(self, kept: Sequence[Branch], problems: tuple[Diagnostic, ...]) -> FinishedSite:
        """Return how the site has grown; unless something is wrong, every file is in the spool now."""
        planned = () if problems else tuple(map(self._branch, self._drafts))
        leaves = [leaf for branch in kept for leaf in branch.leaves]
        leaves += [leaf for branch in planned for leaf in branch.leaves if leaf.path not in self._found]
        for leaf in leaves:
            self._spool.keep(self._before.intact[leaf.path].entry)
        files = {leaf.path: leaf for leaf in leaves} | self._found
        named = self._targets.named
        new = (Inspection(path, found.ids, named(found.targets), found.problems) for path, found in self._found.items())
        others = leaves if self._is_anything_gone(files.keys()) else ()
        known = (Inspection(leaf.path, leaf.ids, named(leaf.targets)) for leaf in others)
        return FinishedSite(self._materials, self._growth((*kept, *planned)), Anchors(files), (*new, *known), problems)

    def _is_anything_gone(self, paths: AbstractSet[str]) -> bool:
        """Whether there was a file, or an anchor on one, that is not there now: links of all others led somewhere."""
        return not self._leaves.keys() <= paths or any(
            not set(self._leaves[path].ids or ()) <= set(made.ids or ())
            for path, made in self._found.items()
            if path in self._leaves
        )

    def _growth(self, branches: tuple[Branch, ...]) -> Growth:
        keys, cells = self._keys, self._cells.texts
        marks = *self._marks, *map(keys.of_cell, cells[len(self._marks) :])
        return condensed(Growth(keys.of_plan, keys.of_items, cells, marks, self._targets.texts, branches))

    @cached_property
    def _marks(self) -> tuple[bytes, ...]:
        """The fingerprints of what is now in each cell that was looked at before."""
        growth, keys = self._before.growth, self._keys
        is_same = (keys.of_plan, keys.of_items) == (growth.ways, growth.items)
        marked = zip(growth.cells, growth.marks, strict=True)
        return tuple(mark if is_same and is_of_items(cell) else keys.of_cell(cell) for cell, mark in marked)

    def _changed_cells(self) -> set[int]:
        """Return the numbers of the cells in which there is something else now."""
        marks = enumerate(zip(self._before.growth.marks, self._marks, strict=True))
        return {number for number, (before, now) in marks if before != now}

    def _is_intact(self, leaf: Leaf) -> bool:
        """Whether a file stands in the output folder as it was made, and would still be made in this way."""
        return leaf.path in self._before.intact and leaf.ways == self._keys.of_ways(leaf.template)

    @cached_property
    def _face(self) -> bytes:
        """The font of cards, read if one is to be drawn."""
        return self._materials.face()

    def _planned(self, made: Job | Card | Output) -> Planned:
        if isinstance(made, Job):
            return Planned(made.output, made.template, self._keys.of_page(made))
        if isinstance(made, Card):
            return Planned(made.path, "", fingerprint(made.path))  # which says what is on it
        return Planned(made.path, "", fingerprint(made.data))

    def _is_as_before(self, file: Planned) -> bool:
        leaf = self._leaves.get(file.path)
        if leaf is None or (leaf.template, leaf.key) != (file.template, file.key):
            return False
        return self._is_intact(leaf)

    def _branch(self, draft: Draft) -> Branch:
        return Branch(draft.name, draft.cells, tuple(map(self._leaf, draft.files)))

    def _leaf(self, file: Planned) -> Leaf:
        found = self._found.get(file.path)
        if found is None:
            return self._leaves[file.path]
        ways = None if found.problems else self._keys.of_ways(file.template)  # where something is wrong, look again
        ids, targets = encoded(found.ids), encoded(found.targets)
        return Leaf(file.path, file.template, ways or b"", file.key, ids, targets, found.needs)
