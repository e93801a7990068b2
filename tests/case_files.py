"""Cases in text files: a title, then an input and what is expected of it, each between lines with a single dot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "cases"


def cases(*patterns: str) -> list[object]:
    """Return each case of the files that match a pattern below tests/cases/ as (input, expected), called file:line."""
    paths = sorted(path for pattern in patterns for path in FOLDER.glob(pattern))
    return [case for path in paths for case in _cases(path)]


def _cases(path: Path) -> Iterator[object]:
    lines = path.read_text(encoding="utf-8").splitlines()
    dots = [number for number, line in enumerate(lines) if line == "."]
    for start, middle, end in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
        given, expected = lines[start + 1 : middle], lines[middle + 1 : end]
        yield pytest.param("\n".join(given), "\n".join(expected), id=f"{path.name}:{start}")
