"""Whether a build takes new files: looked at together with everything that is there, before they are written."""

from collections.abc import Iterable

from sitegen.cache.memo import Memo
from sitegen.diagnostics import Diagnostic
from sitegen.files import File
from sitegen.pipeline import Wishes, assembled
from sitegen.sources import Sources, with_files


def try_files(
    files: Iterable[File], sources: Sources, wishes: Wishes, memo: Memo, known: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the site once it has these files too, and was not wrong before."""
    _, problems = assembled(with_files(sources, files), wishes, memo)
    return tuple(sorted(set(problems) - set(known)))
