"""Links of a page: which files of the site they lead to."""

from collections.abc import Callable, Iterator, Sequence

from sitegen.urls import is_not_found
from sitegen.verify.faults import Fault
from sitegen.verify.outline import Outline
from sitegen.verify.ways import Way, escaped

Links = Sequence[tuple[int, Way]]
"""Where the tags of a page lead within the site, in its order, each with its number."""


def links(path: str, page: Outline) -> Links:
    """Return the links of the page at `path`; those from the site's root and those of a not-found page are left out."""
    if is_not_found(path):
        return ()
    return [(number, way) for number, tag in page.noted for way in tag.ways]


def malformed(page: Outline, found: Links) -> Iterator[Fault]:
    """Yield what is written as an address and is none."""
    for number, way in found:
        if not way.is_address:
            values: dict[str, object] = {"address": way.address, "name": page.cut.tags[number].name}
            yield Fault("page-address", page.cut.offsets[number], "{address} is not an address", values)


def targets(path: str, found: Links) -> tuple[str, ...]:
    """Return what the links of the page at `path` lead to, as in `Inspection.targets`."""
    ways = {way.address: way for _, way in found if way.is_address}  # many lead to where others lead
    return tuple(sorted(set(map(resolver(path), ways.values()))))


def resolver(path: str) -> Callable[[Way], str]:
    """Return what says where a way leads from the page at `path`."""
    here = escaped(path)
    folders = here.split("/")[:-1]
    above = ["".join(f"{folder}/" for folder in folders[:depth]) for depth in range(len(folders), -1, -1)]

    def target(way: Way) -> str:
        beyond = way.up - len(folders)
        base = "../" * beyond if beyond > 0 else above[way.up]
        file = base + way.file if way.file else here
        return f"{file}#{way.anchor}" if way.anchor else file

    return target
