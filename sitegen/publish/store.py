"""What publishing into objects needs of a store. Paths are below the prefix of the site."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from sitegen.publish.delivery import Delivery


class Present(Struct, frozen=True):
    """What a store says of an object: its size in bytes, and a mark that changes with what is in it."""

    size: int
    mark: str


class Store(Protocol):
    """An object store; whatever it refuses is raised as an OSError."""

    def listed(self) -> Mapping[str, Present]:
        """Return all objects of the site, and those of others below the same prefix."""

    def read(self, path: str) -> bytes | None:
        """Return the bytes of an object, or None if there is none."""

    def create(self, path: str, data: bytes) -> bool:
        """Write an object unless there is one: then return False."""

    def put(self, path: str, data: bytes, delivery: Delivery) -> None:
        """Write an object that is delivered as told."""

    def remove(self, path: str) -> None:
        """Remove an object, if there is one."""

    def each(self, work: Sequence[Callable[[], None]]) -> None:
        """Do many things, several at once; the first that fails stops all."""
