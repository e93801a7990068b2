"""Links between finished files: each must lead to a file that is there, and to an anchor that is on it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet

from sitegen.diagnostics import Diagnostic
from sitegen.model import Inspection
from sitegen.verify.faults import Fault, reported
from sitegen.verify.outline import outline
from sitegen.verify.targets import links, resolver
from sitegen.verify.ways import escaped

Contents = Callable[[str], bytes]
"""Returns the bytes of the finished page at a path."""

Anchors = Mapping[str, tuple[str, ...] | None]
"""The anchors on every finished file by its path; `None` if it is no page, or they are not known."""


def dead_links(inspections: Collection[Inspection], anchors: Anchors, contents: Contents) -> Iterator[Diagnostic]:
    """Yield a problem for each link of each page that leads nowhere; only then are the pages themselves looked at."""
    files = {escaped(path): path for path in anchors}
    missing = _missing(inspections, files, anchors)
    for page in inspections if missing else ():
        if not missing.isdisjoint(page.targets):
            html = contents(page.path).decode()
            yield from reported(page.path, html, _dead(page.path, html, files.keys(), missing))


def _missing(inspections: Collection[Inspection], files: Mapping[str, str], anchors: Anchors) -> AbstractSet[str]:
    """Return the targets that are not there; of a file whose anchors are not known, every anchor is."""
    absent: set[str] = set().union(*(page.targets for page in inspections)) - files.keys()
    wanted = {target.partition("#")[0] for target in absent} & files.keys()
    there = {f"{file}#{name}" for file in wanted for name in anchors[files[file]] or ()}
    unknown = {file for file in wanted if anchors[files[file]] is None}
    return {target for target in absent - there if target.partition("#")[0] not in unknown}


def _dead(path: str, html: str, files: AbstractSet[str], missing: AbstractSet[str]) -> Iterator[Fault]:
    page = outline(html)
    resolve = resolver(path)
    for number, way in links(path, page):
        target = resolve(way)
        if target not in missing:
            continue
        offset = page.cut.offsets[number]
        values: dict[str, object] = {"address": way.address, "name": page.cut.tags[number].name}
        if target.partition("#")[0] in files:
            yield Fault("page-anchor", offset, "the link {address} leads to no anchor on that page", values)
        else:
            yield Fault("page-link", offset, "the link {address} leads nowhere (<{name}>)", values)
