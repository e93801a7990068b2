"""What publishing did."""

from msgspec import Struct


class Written(Struct, frozen=True):
    """What publishing did to the output folder: sorted paths, without the manifest's, and the number left alone."""

    created: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
