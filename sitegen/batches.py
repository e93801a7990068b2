"""Many values, a few at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batched(values: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Yield the values in their order, as many at once as `size` says, the last ones perhaps fewer."""
    waiting = iter(values)  # itertools has this from Python 3.12 on
    while batch := tuple(islice(waiting, size)):
        yield batch
