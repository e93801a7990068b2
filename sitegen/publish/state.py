"""What is kept at a target beside the site: what has been retired, what stores were seen to hold, who is publishing."""

from datetime import datetime
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

FOLDER = ".publish"
STATE = f"{FOLDER}/state.json"
LOCK = f"{FOLDER}/lock.json"


class Retired(Struct, frozen=True, order=True):
    """A file that the site has had until a moment, and that stays for readers of pages they have open."""

    path: str
    size: int
    sha256: str
    since: datetime


class Seen(Struct, frozen=True, order=True):
    """An object of ours, with the mark (ETag) that the store gave it; without one if it may be half way there."""

    path: str
    size: int
    sha256: str
    mark: str = ""


class State(Struct, frozen=True):
    """What the next publisher must know; `rules` is the version of the headers that objects were given."""

    format: Literal[1] = 1
    retired: tuple[Retired, ...] = ()
    objects: tuple[Seen, ...] = ()
    rules: int = 0


class Holder(Struct, frozen=True):
    """Who publishes: a person on a machine, since when, and enough of the process to know whether it still runs."""

    who: str
    since: datetime
    machine: str
    process: int
    started: str
    token: str


Kept = TypeVar("Kept", State, Holder)


def encode(kept: State | Holder) -> bytes:
    """Return it as canonical JSON on one line."""
    return msgspec.json.encode(kept, order="sorted") + b"\n"


def decode(data: bytes | None, kind: type[Kept]) -> Kept | None:
    """Return what was kept, or None if there is nothing that we can read."""
    if data is None:
        return None
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
