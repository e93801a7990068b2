"""New files and longer lists onto the disk: all of them or none, and nothing of anybody else's in their place."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from sitegen.diagnostics import Place
from sitegen.files import File
from sitegen.write.failure import half_written
from sitegen.write.placement import HalfwayError, MeanwhileError, Placement, put


class Longer(Struct, frozen=True):
    """A file that is there, with the bytes that it had when it was read, and those that it is to have."""

    path: str
    before: bytes
    after: bytes


class TakenError(Exception):
    """Somebody made or changed the file at a path in the meantime."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def write(new: Sequence[File], longer: Longer | None, content: Path) -> None:
    """Write all files below the folder of the content, or, if one cannot be written, none.

    Each appears at once with all its bytes. Files that are there are not written over, but one may be made longer.

    Raises:
        TakenError: if a file to be made is there, or the one to be longer is not as it was.
        HalfWrittenError: if some could not be written, and others not taken away again.
        OSError: if the system does not let a file be written.

    """
    files = [(file.path, file.data, None) for file in new]
    every = [*files, (longer.path, longer.after, longer.before)] if longer else files
    paths = {_at(path, content): path for path, _, _ in every}
    try:
        put([Placement(_at(path, content), after, before) for path, after, before in every], makes_folders=True)
    except MeanwhileError as problem:
        raise TakenError(paths[problem.targets[0]]) from None
    except HalfwayError as problem:
        raise half_written(problem, lambda target: Place(paths[target])) from problem


def _at(path: str, content: Path) -> Path:
    """Return where a path by role really is."""
    return content / path.removeprefix("content/")
