"""Making the output folder hold a site."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from sitegen.files import Output
from sitegen.write.comparison import Published, find_unchanged
from sitegen.write.destination import Destination, refuse_unsafe
from sitegen.write.exchange import Exchange, exchange, put_in_place
from sitegen.write.failure import publishing
from sitegen.write.manifest import MANIFEST, encode, manifest_of
from sitegen.write.ownership import find_foreign, owned_paths, refuse_obstacles
from sitegen.write.paths import check_paths
from sitegen.write.spool import Spool
from sitegen.write.stage import fill, new_stage
from sitegen.write.written import Written

KNOWN: Mapping[str, Published] = MappingProxyType({})


def publish(
    site: Spool,
    destination: Destination,
    *,
    known: Mapping[str, Published] = KNOWN,
    keep_spare: bool = False,
    exchange: Exchange = exchange,
) -> Written:
    """Make the output folder hold a site, a manifest of it, and what others have put there; or change nothing.

    The caller holds the lock of the destination and has recovered it. Files that are `known` to stand there as they are
    need not be read. With `keep_spare`, the old site is not removed but kept beside the new one, closed to others, so
    that the next build need not make every folder anew. `exchange` is how the new site takes the place of the old one.

    Raises:
        SiteError: `unsafe-path`, `output-collision`, `unsafe-output`, `not-our-folder`, `foreign-file` or
            `cannot-write`.

    """
    if len(site.paths) > len(site.entries) or not all(entry.path in known for entry in site.entries):
        check_paths(site.paths)  # those that stand in one folder already are safe, and can exist together
    with publishing(destination):
        refuse_unsafe(destination)
        owned = owned_paths(destination)
        paths = {entry.path for entry in site.entries}
        site.add(Output(MANIFEST, encode(manifest_of(site.entries))))
        unchanged = find_unchanged(site.entries, destination.path, known)
        laid_out: frozenset[str] = frozenset()
        if len(unchanged) < len(site.entries):
            foreign = find_foreign(destination, owned)
            refuse_obstacles(destination, foreign, {entry.path for entry in site.entries})
            with new_stage(destination, keep_spare=keep_spare) as stage:
                laid_out = fill(stage, site, destination.path, unchanged, foreign)
                put_in_place(stage, destination, exchange)
    return _written(paths, owned, unchanged.keys(), laid_out)


def _written(
    paths: AbstractSet[str], owned: AbstractSet[str], unchanged: AbstractSet[str], touched: frozenset[str]
) -> Written:
    different = paths - unchanged
    return Written(
        created=tuple(sorted(different - owned)),
        changed=tuple(sorted(different & owned)),
        removed=tuple(sorted(owned - paths)),
        unchanged=len(paths) - len(different),
        touched=touched,
    )
