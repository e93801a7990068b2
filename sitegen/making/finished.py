"""What has been made, and what was found in it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from sitegen.cache import Growth, Leaf
from sitegen.diagnostics import Diagnostic
from sitegen.making.materials import Materials
from sitegen.model import Inspection


class Found(Struct, frozen=True):
    """What was found in a file that was made, its targets by number."""

    ids: tuple[str, ...] | None
    targets: tuple[int, ...]
    problems: tuple[Diagnostic, ...]
    needs: int = 0


class Anchors(Mapping[str, tuple[str, ...] | None]):
    """The anchors on each file of a site, decoded as they are asked for."""

    def __init__(self, files: Mapping[str, Leaf | Found]) -> None:
        self._files = files

    def __getitem__(self, path: str) -> tuple[str, ...] | None:
        """Return the anchors on a file, None if there are none or they are not known."""
        return self._files[path].ids

    def __iter__(self) -> Iterator[str]:
        """Yield the path of every file."""
        return iter(self._files)

    def __len__(self) -> int:
        """Return the number of files."""
        return len(self._files)


class FinishedSite(Struct, frozen=True):
    """How the site has grown now, and what is wrong with templates, each fault once.

    `anchors` are those on each of its files, None where there are none or they are not known. `inspections` say what
    was found in files that were made now, and in all others if anything is gone that they may lead to.
    """

    materials: Materials
    growth: Growth
    anchors: Anchors
    inspections: tuple[Inspection, ...]
    problems: tuple[Diagnostic, ...]

    @property
    def pages(self) -> int:
        """The number of pages."""
        return sum(bool(leaf.template) for branch in self.growth.branches for leaf in branch.leaves)
