"""From what a person asks for to files on the disk."""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from sitegen.cache.memo import Memo
from sitegen.cache.store import Store
from sitegen.diagnostics import Diagnostic, RefusedError, SiteError, errors
from sitegen.dictionary import KINDS, said
from sitegen.files import File
from sitegen.kinds import PAGE_KINDS
from sitegen.parse.whereabouts import page_path
from sitegen.pipeline import Basis, Wishes, assembled
from sitegen.read import survey_content
from sitegen.scaffold import phrases
from sitegen.scaffold.documents import documents, facts
from sitegen.scaffold.records import extended, is_empty, list_of, values
from sitegen.scaffold.request import Order, Request
from sitegen.scaffold.standins import NoneYetError
from sitegen.scaffold.surroundings import Surroundings
from sitegen.scaffold.trial import try_files
from sitegen.scaffold.wanted import Wanted, request
from sitegen.scaffold.writing import Longer, TakenError, write
from sitegen.sources import Sources, moment, take_stock
from sitegen.urls import SECTIONS
from sitegen.workers import Workers

__all__ = ["Created", "Options", "Wanted", "create"]


class Options(Struct, frozen=True, kw_only=True):
    """Where the content is, for which moment things are made, where builds keep what they remember."""

    content: Path
    as_of: datetime
    jobs: int
    cache: Path | None


class Created(Struct, frozen=True):
    """What was made: new files, a list that has become longer, and the fields that a person must check."""

    request: Request
    new: tuple[str, ...]
    longer: str
    to_check: tuple[str, ...]


class Composed(Struct, frozen=True):
    """The files of a new thing, and the list that it is added to."""

    new: tuple[File, ...]
    longer: Longer | None


def create(wanted: Wanted, options: Options) -> Created:
    """Write the files of a new thing, if a build with drafts takes them as they are.

    Raises:
        RefusedError: if it cannot be made, and what to do instead.
        SiteError: with what is wrong in the content, or what would be.
        OSError: if the system does not let a file be written.

    """
    with ExitStack() as stack:
        memo = _memo(options, stack)
        wishes = Wishes(options.as_of, "", with_drafts=True)
        sources = _sources(options.content)
        found, known = assembled(sources, wishes, memo)
        if found is None:
            raise SiteError(known)
        _refuse_broken(wanted, found, known)
        order = _order(wanted, found, sources)
        try:
            composed = _composed(order, sources, known)
        except NoneYetError:
            if problems := errors(known):  # which may be why there is none
                raise SiteError(problems) from None
            raise
        _refuse_taken(composed.new, sources)
        files = (*composed.new, *([File(composed.longer.path, composed.longer.after)] if composed.longer else ()))
        if problems := errors(try_files(files, sources, wishes, memo, known)):
            raise SiteError(problems)
    _written(composed, options.content)
    return _created(order, composed)


def _memo(options: Options, stack: ExitStack) -> Memo:
    workers = stack.enter_context(Workers(options.jobs))
    store = stack.enter_context(Store(options.cache))
    return Memo(store, workers)


def _sources(content: Path) -> Sources:
    now = moment()
    return take_stock(survey_content(content), (), now)


def _order(wanted: Wanted, found: Basis, sources: Sources) -> Order:
    around = Surroundings(found.site)
    return Order(request(wanted, around, sources.paths("content")), around)


def _composed(order: Order, sources: Sources, known: Iterable[Diagnostic]) -> Composed:
    heads = _list_page(order, sources)
    if order.request.kind in PAGE_KINDS:
        return Composed((*documents(order), *heads), None)
    path = list_of(order)
    before = sources.file(path) if path in sources.seen else None
    if before is not None and not is_empty(before):
        _refuse_mistakes(path, known)
    after = extended(before, order)
    if before is None:
        return Composed((after, *heads), None)
    return Composed(heads, Longer(path, before.data, after.data))


def _list_page(order: Order, sources: Sources) -> tuple[File, ...]:
    """Return the page that heads the list of a kind, if this is its first thing; files that are there stay."""
    kind, language = order.request.kind, order.around.languages[0]
    if not order.around.needs_list(kind):
        return ()
    title = said(phrases.LIST_OF, language).format(kind=said(KINDS[kind], language))
    page = Order(Request("page", SECTIONS[kind], title, language, kind), order.around)
    return tuple(file for file in documents(page) if file.path not in sources.seen)


def _refuse_taken(new: Iterable[File], sources: Sources) -> None:
    """Make sure that no file is there yet: the data of an indicator may be, though the indicator is not."""
    for file in new:
        if file.path in sources.seen:
            raise RefusedError(
                "There is {path} already. Choose another id, as in --id green-police-cars.", path=file.path
            )


def _refuse_broken(wanted: Wanted, found: Basis, known: Iterable[Diagnostic]) -> None:
    """Make sure that a task which an update is for is understood."""
    if wanted.kind == "update":
        _refuse_mistakes(page_path("task", wanted.title, found.site.default_language), known)


def _refuse_mistakes(path: str, known: Iterable[Diagnostic]) -> None:
    """Make sure that there are no mistakes in a file that is to be built on.

    Raises:
        SiteError: with all of them.

    """
    if wrong := [problem for problem in errors(known) if problem.place.path == path]:
        raise SiteError(wrong)


def _written(composed: Composed, content: Path) -> None:
    try:
        write(composed.new, composed.longer, content)
    except TakenError as problem:
        raise RefusedError("Somebody else has just written {path}. Try again.", path=problem.path) from None


def _created(order: Order, composed: Composed) -> Created:
    kind = order.request.kind
    fields = facts(order) if kind in PAGE_KINDS else values(order)
    return Created(
        order.request,
        tuple(file.path for file in composed.new),
        composed.longer.path if composed.longer else "",
        tuple(field.name for field in fields if field.needs_check),
    )
