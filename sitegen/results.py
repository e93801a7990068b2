"""What a pure function makes, as bytes that can be kept, and who keeps it."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

A = TypeVar("A")


class Result(NamedTuple):
    """What every build needs to know of a result, and the rest, which most builds do not read."""

    head: bytes
    rest: bytes = b""


Making = Callable[[Sequence[A]], Sequence[Result]]
"""A pure function of several values at once, known by its name in its module, so that another process can find it."""


class Recollection(Protocol):
    """Results of pure functions under keys that stand for their arguments, which are made only if they are needed."""

    def heads(self, function: Making[A], asked: Mapping[bytes, Callable[[], A]]) -> Sequence[bytes]:
        """Return the head of each result that is asked for, in the order of the keys."""

    def rest(self, function: Making[A], key: bytes, argument: Callable[[], A]) -> bytes:
        """Return the rest of one result."""


class Forgetful:
    """Keeps nothing: works out everything whenever it is asked for."""

    def heads(self, function: Making[A], asked: Mapping[bytes, Callable[[], A]]) -> Sequence[bytes]:
        """Return the head of each result that is asked for, in the order of the keys."""
        return [result.head for result in function([argument() for argument in asked.values()])]

    def rest(self, function: Making[A], key: bytes, argument: Callable[[], A]) -> bytes:  # noqa: ARG002  # it knows none
        """Return the rest of one result."""
        (result,) = function((argument(),))
        return result.rest


FORGETFUL = Forgetful()
