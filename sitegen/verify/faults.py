"""What is wrong with a page, and where it is told."""

from bisect import bisect_left
from collections.abc import Iterable

from sitegen.diagnostics import Diagnostic, Place, error

Fault = tuple[str, int, str, dict[str, object]]
"""Code, offset into the page, message, and the values it names."""


def reported(path: str, html: str, faults: Iterable[Fault]) -> tuple[Diagnostic, ...]:
    """Return faults of the page at `path` as problems, in the order of the page."""
    found = tuple(faults)
    ends = [offset for offset, character in enumerate(html) if character == "\n"] if found else []
    problems = (error(code, _place(path, ends, offset), message, **values) for code, offset, message, values in found)
    return tuple(sorted(problems))


def _place(path: str, ends: list[int], offset: int) -> Place:
    line = bisect_left(ends, offset)
    return Place(path, line + 1, offset - (ends[line - 1] if line else -1))
