"""write: outputs -> the output folder, which holds the old site or the new one at every moment, never half of one."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from sitegen.model import Output
from sitegen.write.comparison import find_unchanged
from sitegen.write.destination import Destination, refuse_unsafe
from sitegen.write.exchange import Exchange, exchange, put_in_place
from sitegen.write.failure import explained
from sitegen.write.lock import lock
from sitegen.write.manifest import MANIFEST, encode, manifest_of
from sitegen.write.ownership import find_foreign, owned_paths, refuse_obstacles
from sitegen.write.paths import check_paths
from sitegen.write.recovery import recover
from sitegen.write.stage import fill, new_stage

__all__ = ["MANIFEST", "Destination", "Written", "lock", "publish", "recover"]


class Written(Struct, frozen=True):
    """What publishing did to the output folder: sorted paths, without the manifest's, and the number left alone."""

    created: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def publish(
    outputs: Sequence[Output],
    destination: Destination,
    *,
    keep_spare: bool = False,
    exchange: Exchange = exchange,
) -> Written:
    """Make the output folder hold these outputs, a manifest of them, and what others have put there; or change nothing.

    The caller holds the lock of the destination and has recovered it. With `keep_spare`, the old site is not removed
    but kept beside the new one, closed to others, so that the next build need not make every folder anew. `exchange`
    is how the new site takes the place of the old one.

    Raises:
        SiteError: `unsafe-path`, `output-collision`, `unsafe-output`, `not-our-folder`, `foreign-file` or
            `cannot-write`.

    """
    check_paths([output.path for output in outputs])
    with explained(destination):
        refuse_unsafe(destination)
        owned = owned_paths(destination)
        site = (*outputs, Output(MANIFEST, encode(manifest_of(outputs))))
        unchanged = find_unchanged(site, destination.path)
        if len(unchanged) < len(site):
            foreign = find_foreign(destination, owned)
            refuse_obstacles(destination, foreign, {output.path for output in site})
            with new_stage(destination, keep_spare=keep_spare) as stage:
                fill(stage, site, destination.path, unchanged, foreign)
                put_in_place(stage, destination, exchange)
    return _written(outputs, owned, unchanged)


def _written(outputs: Sequence[Output], owned: AbstractSet[str], unchanged: Collection[str]) -> Written:
    paths = {output.path for output in outputs}
    different = paths.difference(unchanged)
    return Written(
        created=tuple(sorted(different - owned)),
        changed=tuple(sorted(different & owned)),
        removed=tuple(sorted(owned - paths)),
        unchanged=len(paths) - len(different),
    )
