"""Whether a build takes new files: looked at together with everything that is there, before they are written."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import structs

from sitegen.cache import Seen
from sitegen.cache.memo import Memo
from sitegen.diagnostics import Diagnostic
from sitegen.files import File
from sitegen.fingerprint import fingerprint
from sitegen.pipeline import Wishes, assembled
from sitegen.read import Sighting
from sitegen.sources import Sources

UNSEEN = (0, 0, 0, 0)


def try_files(
    files: Iterable[File], sources: Sources, wishes: Wishes, memo: Memo, known: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the site once it has these files too, and was not wrong before."""
    with TemporaryDirectory(prefix="sitegen-new-") as folder:
        _, problems = assembled(_with(sources, files, Path(folder)), wishes, memo)
    return tuple(sorted(set(problems) - set(known)))


def _with(sources: Sources, files: Iterable[File], folder: Path) -> Sources:
    """Return the sources with some files in the place of others, or beside them; these lie in a folder of their own."""
    seen, sightings = dict(sources.seen), dict(sources.sightings)
    for number, file in enumerate(files):
        place = folder / str(number)
        place.write_bytes(file.data)
        seen[file.path] = Seen(file.path, UNSEEN, fingerprint(file.data), is_settled=False)
        sightings[file.path] = Sighting(file.path, str(place), UNSEEN)
    return structs.replace(sources, seen=dict(sorted(seen.items())), sightings=sightings)
