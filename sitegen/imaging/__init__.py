"""imaging: photographs -> pictures for pages: smaller, in formats that weigh little, and without what nobody must know.

The library is imported where a picture must be made, and only there.
"""

from collections.abc import Sequence

import msgspec

from sitegen.model import Picture
from sitegen.results import Result

__all__ = ["Imaged", "files_in", "imaged_in", "render_pictures"]


class Imaged(msgspec.Struct, frozen=True, array_like=True):
    """What has become of a photograph: a picture, or what is wrong with it and what to do: English templates."""

    picture: Picture | None = None
    fault: str = ""
    fix: str = ""
    values: dict[str, str] = {}


def render_pictures(photographs: Sequence[bytes]) -> tuple[Result, ...]:
    """Return what becomes of each photograph; the rest are the files of the picture, in its order."""
    from sitegen.imaging.renditions import rendered  # noqa: PLC0415  # as said above

    return tuple(
        Result(msgspec.msgpack.encode(imaged), msgspec.msgpack.encode(files))
        for imaged, files in map(rendered, photographs)
    )


def imaged_in(head: bytes) -> Imaged:
    """Return what has become of a photograph."""
    return msgspec.msgpack.decode(head, type=Imaged)


def files_in(rest: bytes) -> tuple[bytes, ...]:
    """Return the files of a picture, in its order."""
    return msgspec.msgpack.decode(rest, type=tuple[bytes, ...])
