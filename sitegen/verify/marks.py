"""What is asked of a tag, found once wherever it stands, and remembered: most are the same on every page."""

from collections.abc import Mapping
from functools import cache

from sitegen.markup import Tag, read_tag
from sitegen.verify.faults import OwnFault
from sitegen.verify.own import is_field, own_faults
from sitegen.verify.ways import Way, way

REMEMBERED = 4096  # tags


class Mark(Tag, frozen=True):
    """A tag, where it leads within the site, what is wrong with it, and whether there is any of this, or an id."""

    ways: tuple[Way, ...] = ()
    faults: tuple[OwnFault, ...] = ()
    is_noted: bool = False


class Marks(dict[str, Mark]):
    """Marks by how their tags are written, but for the `>` at the end; if they are too many, all are forgotten.

    Nearly every link on a large site is new. Looking up those that are not costs less here than in an `lru_cache`.
    """

    def __missing__(self, written: str) -> Mark:
        """Read a tag.

        Raises:
            MarkupError: if it is none.

        """
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[written] = _mark(read_tag(written))
        return found


@cache
def marks() -> Marks:
    """Return what this process remembers."""
    return Marks()


def _mark(tag: Tag) -> Mark:
    told, ways, faults = tag.attributes, _ways(tag.attributes), own_faults(tag)
    is_noted = bool(ways or faults or tag.refusal or "id" in told or is_field(tag))
    return Mark(tag.name, told, tag.is_end, tag.is_empty, tag.refusal, tag.is_svg, ways, faults, is_noted)


def _ways(told: Mapping[str, str]) -> tuple[Way, ...]:
    href, src = told.get("href"), told.get("src")
    if href is None and src is None:
        return ()
    return tuple([found for address in (href, src) if address is not None and (found := way(address))])
