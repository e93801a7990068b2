"""Drafts in the place of the files they were made from: all of them, or none."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, Translatable, error
from sitegen.sheets.drafts import Draft
from sitegen.sheets.holdings import Holdings
from sitegen.write.failure import SAME_PLACE, explained, half_written
from sitegen.write.placement import HalfwayError, MeanwhileError, Placement, put

FAILED = Translatable("the content could not be written, and is as it was: {path}: {reason}")


def replace(drafts: tuple[Draft, ...], holdings: Holdings, content: Path) -> None:
    """Put every draft in its place; what the system refuses half-way is taken back.

    Killed in between, whole files are old or new, and the same sheet imported again does the rest.

    Raises:
        SiteError: `changed-meanwhile`, `cannot-write`.
        HalfWrittenError: `cannot-write`, if some files could not be taken back.

    """
    targets = {_target(draft, holdings, content): draft for draft in drafts}
    placements = [Placement(target, draft.after, draft.before) for target, draft in targets.items()]
    try:
        with explained(Place(content.as_posix()), FAILED, SAME_PLACE):
            put(placements, makes_folders=True)
    except MeanwhileError as problem:
        changed = [_changed(_place(target, targets)) for target in problem.targets]
        raise SiteError(changed, ExitStatus.ENVIRONMENT) from problem
    except HalfwayError as problem:
        raise half_written(problem, lambda target: _place(target, targets)) from problem


def _place(target: Path, targets: Mapping[Path, Draft]) -> Place:
    """Return the place of the file that a draft is of."""
    return Place(targets[target].path)


def _target(draft: Draft, holdings: Holdings, content: Path) -> Path:
    sighting = holdings.sightings.get(draft.path)
    return Path(sighting.location) if sighting else content / draft.path.partition("/")[2]


def _changed(place: Place) -> Diagnostic:
    return error(
        "changed-meanwhile",
        place,
        "this file was changed while the sheet was read, so nothing was written",
        "import the sheet again",
    )
