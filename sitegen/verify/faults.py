"""What is wrong with a page, and where it is told."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from sitegen.diagnostics import Diagnostic, Place, error


class OwnFault(NamedTuple):
    """What is wrong with a tag by itself: code, message, and the values it names."""

    code: str
    message: str
    values: Mapping[str, object] = MappingProxyType({})


class Fault(NamedTuple):
    """What is wrong with a page: code, offset into the page, message, and the values it names."""

    code: str
    offset: int
    message: str
    values: Mapping[str, object] = MappingProxyType({})


def reported(path: str, html: str, faults: Iterable[Fault]) -> tuple[Diagnostic, ...]:
    """Return faults of the page at `path` as problems, in the order of the page."""
    found = tuple(faults)
    ends = [offset for offset, character in enumerate(html) if character == "\n"] if found else []
    problems = (error(fault.code, _place(path, ends, fault.offset), fault.message, **fault.values) for fault in found)
    return tuple(sorted(problems))


def _place(path: str, ends: list[int], offset: int) -> Place:
    line = bisect_left(ends, offset)
    return Place(path, line + 1, offset - (ends[line - 1] if line else -1))
