"""How a build ended."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError
from sitegen.write import Written


class Outcome(Struct, frozen=True):
    """How a build ended. `excerpts` holds the source line of each problem's place.

    `notices` are warnings about what was published before, of which a build from nothing does not know.
    """

    status: ExitStatus
    problems: tuple[Diagnostic, ...] = ()
    excerpts: Mapping[Place, str] = {}
    pages: int = 0
    written: Written | None = None
    notices: tuple[Diagnostic, ...] = ()

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """Everything that people are told."""
        return (*self.problems, *self.notices)


def failed(problem: SiteError) -> Outcome:
    """Return how a build ended that could not be carried on."""
    return Outcome(problem.status, tuple(sorted(problem.diagnostics)))
