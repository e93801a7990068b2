"""The finished site, before any of it is published, and what is wrong with it.

What a build that has nothing to do does not need is imported late.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from sitegen.build.options import Options
from sitegen.build.outcome import Outcome
from sitegen.build.record import Intact
from sitegen.build.session import Session
from sitegen.cache import Growth
from sitegen.diagnostics import Diagnostic, ExitStatus, errors
from sitegen.excerpts import excerpts
from sitegen.sources import Sources
from sitegen.write import Destination
from sitegen.write.manifest import read_manifest

if TYPE_CHECKING:
    from sitegen.pipeline import Prepared, Tools, Wishes


def open_tools(destination: Destination | None, session: Session, stack: ExitStack) -> "Tools":
    """Return what the stages work with, for as long as the stack is open."""
    from sitegen.cache.memo import Memo  # noqa: PLC0415  # a build that has nothing to do needs none of these
    from sitegen.pipeline import Tools  # noqa: PLC0415  # as above
    from sitegen.write.spool import Spool  # noqa: PLC0415  # as above

    return Tools(Memo(session.store, session.workers), session.workers, stack.enter_context(Spool(destination)))


@contextmanager
def tools_alone(options: Options) -> Iterator["Tools"]:
    """Yield what the stages work with where nothing is to be published."""
    with ExitStack() as stack:
        yield open_tools(None, stack.enter_context(Session(options)), stack)


def prepared_site(options: Options, sources: Sources, growth: Growth, intact: Intact, tools: "Tools") -> "Prepared":
    """Return the finished site; what grew before and still stands intact in the output folder is not made again."""
    from sitegen.making import Before  # noqa: PLC0415  # as above
    from sitegen.pipeline import prepare  # noqa: PLC0415  # as above

    return prepare(sources, wishes(options), Before(growth, intact), tools, contents_of(tools, options))


def deliver(prepared: "Prepared", intact: Intact, tools: "Tools", options: Options) -> None:
    """Put what servers need beside the finished files of a good site."""
    if options.is_hosted and prepared.made is not None and prepared.made.materials.site.settings.hosting is not None:
        from sitegen.making import delivering  # noqa: PLC0415  # as above

        delivering.deliver(prepared.made, intact, tools.workers, tools.spool, contents_of(tools, options))


def noticed(prepared: "Prepared", tools: "Tools", options: Options, destination: Destination) -> tuple[Diagnostic, ...]:
    """Return what is to be said of the site that is in the output folder, and is about to be replaced."""
    from sitegen.build.losses import losses  # noqa: PLC0415  # as above

    with suppress(OSError):  # somebody has changed what is there
        manifest = read_manifest(destination.path)
        if manifest is None or prepared.basis is None:
            return ()
        before = (entry.path for entry in manifest.files)
        site, now, contents = prepared.basis.site, tools.spool.paths, contents_of(tools, options)
        return tuple(losses(before, now, site, lambda path: (destination.path / path).read_bytes(), contents))
    return ()


def wishes(options: Options) -> "Wishes":
    """Return what the site is to be."""
    from sitegen.pipeline import Wishes  # noqa: PLC0415  # as above

    return Wishes(options.as_of, options.base_url, options.with_drafts)


def contents_of(tools: "Tools", options: Options) -> Callable[[str], bytes]:
    """Return how to get at the bytes of a finished file: those that were not made stand in the output folder."""

    def contents(path: str) -> bytes:
        made = tools.spool.contents(path)
        return (options.output / path).read_bytes() if made is None else made

    return contents


def _finished(tools: "Tools", options: Options) -> Callable[[str], bytes | None]:
    """Return how to get at the bytes of whatever path a problem names: None where that is no finished file."""
    paths, contents = frozenset(tools.spool.paths), contents_of(tools, options)
    return lambda path: contents(path) if path in paths else None


def judged(prepared: "Prepared", sources: Sources, tools: "Tools", options: Options) -> Outcome:
    """Return how a build has ended that has got so far, with the lines that its problems are about."""
    problems = tuple(sorted(set(prepared.problems)))
    is_bad = bool(problems) if options.is_strict else bool(errors(problems))
    return Outcome(
        status=ExitStatus.CONTENT if is_bad else ExitStatus.FINE,
        problems=problems,
        excerpts=excerpts(problems, sources.text, _finished(tools, options)),
        pages=prepared.made.pages if prepared.made else 0,
    )
