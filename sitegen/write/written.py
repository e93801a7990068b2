"""What publishing did."""

from msgspec import Struct


class Written(Struct, frozen=True):
    """What publishing did to the output folder: sorted paths, without the manifest's, and the number left alone.

    `touched` are the paths, with the manifest's, of which the system now says something else than before: of files
    that are new, and of old ones that got another name.
    """

    created: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    touched: frozenset[str] = frozenset()
