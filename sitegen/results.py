"""What a pure function makes, as bytes that can be kept."""

from typing import NamedTuple


class Result(NamedTuple):
    """What every build needs to know of a result, and the rest, which most builds do not read."""

    head: bytes
    rest: bytes = b""
