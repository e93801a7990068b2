"""Writing files one after the other, each told of: what `translated` and `seal` have in common."""

import sys
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from sitegen.commands import NOTHING
from sitegen.commands.saying import unwritable
from sitegen.console import as_text
from sitegen.diagnostics import ExitStatus, RefusedError, SiteError
from sitegen.excerpts import Bytes, excerpts
from sitegen.speech import Language


class Writing(Protocol):
    """What is to be written, and the path of its file."""

    @property
    def path(self) -> str:
        """Where it goes."""


T = TypeVar("T", bound=Writing)


def refused(problem: SiteError, text: Bytes, language: Language) -> ExitStatus:
    """Say what is wrong with the content, so that nothing is written; `text` returns the bytes of a file."""
    found = sorted(problem.diagnostics)
    print(as_text(found, excerpts(found, text), language), language.translated(NOTHING), sep="\n", file=sys.stderr)
    return problem.status


def written(
    things: Iterable[T], write: Callable[[T], None], said: Callable[[T], str], language: Language
) -> ExitStatus:
    """Write one file after the other, and say so of each; those that come after one that fails stay as they are."""
    for thing in things:
        try:
            write(thing)
        except OSError as problem:
            print(unwritable(problem, thing.path, language), file=sys.stderr)
            return ExitStatus.ENVIRONMENT
        except RefusedError as problem:
            print(language.tell(problem.message), file=sys.stderr)
            return ExitStatus.ENVIRONMENT
        print(said(thing))
    return ExitStatus.FINE
