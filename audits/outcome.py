"""What an audit has found."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct


class Finding(Struct, frozen=True, order=True):
    """Something wrong: where, as the path of a page or file within the site, and what."""

    path: str
    what: str


class Outcome(Struct, frozen=True):
    """An audit by name, what it was asked, how much it looked at, and what it found."""

    audit: str
    asked: str
    looked_at: str
    findings: Sequence[Finding]

    @property
    def worst(self) -> Sequence[tuple[str, int]]:
        """The pages on which most was found, and how much."""
        return Counter(finding.path for finding in self.findings).most_common(10)


def numbered(count: int, one: str, many: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {one if count == 1 else many}"


def sorted_findings(found: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
    """Return findings in order."""
    return tuple(sorted(Finding(path, what) for path, what in found))
