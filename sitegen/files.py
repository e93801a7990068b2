"""Files as they go in and as they come out."""

from msgspec import Struct


class File(Struct, frozen=True):
    """read: a file's path from the project's root, with forward slashes, and its bytes."""

    path: str
    data: bytes


class Output(Struct, frozen=True):
    """render: a finished file: its path below the output folder, and its bytes."""

    path: str
    data: bytes
