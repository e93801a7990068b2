"""From a sheet to changed content: the whole way, in its order."""

import os
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct, structs

from sitegen.build import Options, try_content
from sitegen.diagnostics import Diagnostic, ExitStatus, Place, SiteError, Translatable, error, errors
from sitegen.excerpts import excerpts
from sitegen.files import File
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.sheets.catalogue import Form
from sitegen.sheets.containers import is_workbook
from sitegen.sheets.delimited import read_delimited
from sitegen.sheets.drafts import Affair, Plan, joined
from sitegen.sheets.entries import Entry, announce, read_entries
from sitegen.sheets.headings import Headed, Headings, head
from sitegen.sheets.holdings import Holdings, take_in
from sitegen.sheets.identity import kind_of
from sitegen.sheets.logs import plan_logs
from sitegen.sheets.names import Names
from sitegen.sheets.pages import plan_page
from sitegen.sheets.records import plan_records
from sitegen.sheets.replacement import replace
from sitegen.sheets.table import MAX_BYTES, Table
from sitegen.sheets.trial import at_cells, read_back, spots_of
from sitegen.write.failure import HalfWrittenError


class Order(Struct, frozen=True, kw_only=True):
    """What is to be imported: a file, of which kind and which of its sheets if that is said, and whether to write."""

    path: Path
    kind: str = ""
    sheet: str = ""
    writes: bool = False


class Result(Struct, frozen=True):
    """How an import ended: what is wrong, with the cells or lines it is about, what it does, and whether it did.

    If something is wrong though it has written, some files could neither be finished nor taken back.
    """

    status: ExitStatus
    problems: tuple[Diagnostic, ...] = ()
    excerpts: Mapping[Place, str] = {}
    kind: str = ""
    sheet: str = ""
    rows: int = 0
    affairs: tuple[Affair, ...] = ()
    has_written: bool = False


def import_sheet(order: Order, options: Options) -> Result:
    """Bring a sheet into the content, or say what that would change; with a single error nothing is written."""
    try:
        table, headings, holdings = _read(order, options)
    except SiteError as problem:
        found = tuple(sorted(problem.diagnostics))
        return Result(problem.status, found, excerpts(found, partial(_text, options.folders.content)))
    try:
        headed = head(table, headings)
        return _imported(headed, headings.kind, holdings, order, options)
    except HalfWrittenError as problem:
        refused = _refused((*table.problems, *problem.diagnostics), table, holdings, status=problem.status)
        return structs.replace(refused, has_written=True)
    except SiteError as problem:
        return _refused((*table.problems, *problem.diagnostics), table, holdings, status=problem.status)


def _read(order: Order, options: Options) -> tuple[Table, Headings, Holdings]:
    data = _bytes(order.path)
    shown = order.path.as_posix()
    holdings = take_in(options.folders)
    form = Form("", holdings.content.settings.languages)
    if is_workbook(shown, data):
        from sitegen.sheets.workbook import read_workbook  # noqa: PLC0415  # the library of workbooks takes long to load

        table = read_workbook(shown, data, order.sheet)
        return table, Headings(structs.replace(form, kind=order.kind or kind_of(table, order.path))), holdings
    headings = Headings(structs.replace(form, kind=order.kind or kind_of(None, order.path)))
    return read_delimited(shown, data, headings.is_heading), headings, holdings


def _imported(headed: Headed, kind: str, holdings: Holdings, order: Order, options: Options) -> Result:
    table = headed.table
    entries, plan, told = _planned(headed, kind, holdings)
    is_bad = errors if not options.is_strict else tuple
    if is_bad(told):
        return _refused(told, table, holdings)
    found = _tried(plan, headed, holdings, options) if plan.drafts else ()
    problems = (*told, *found)
    if is_bad(found):
        return _refused(problems, table, holdings, plan)
    if plan.drafts and order.writes:
        replace(plan.drafts, holdings, options.folders.content)
    return Result(
        ExitStatus.FINE,
        tuple(sorted(problems)),
        _excerpts(problems, table, holdings, plan),
        kind,
        table.sheet,
        len(entries),
        plan.affairs,
        has_written=bool(plan.drafts) and order.writes,
    )


def _planned(headed: Headed, kind: str, holdings: Holdings) -> tuple[tuple[Entry, ...], Plan, tuple[Diagnostic, ...]]:
    """Return what the rows say, what that does to the files, and what is wrong; each cell is spoken of once."""
    names = Names(holdings.content)
    announce(headed, kind, names)
    read = read_entries(headed, kind, names)
    plan = _plan(read.entries, kind, headed, holdings)
    unclear = {problem.place for problem in read.problems}
    others = (each for each in plan.problems if each.code != "missing-field" or each.place not in unclear)
    return read.entries, plan, (*headed.table.problems, *headed.problems, *read.problems, *others)


def _plan(entries: Iterable[Entry], kind: str, headed: Headed, holdings: Holdings) -> Plan:
    """Return what the rows do to the files; of two rows about one thing, which has been reported, the first."""
    if kind in PAGE_KINDS:
        first = {entry.id: entry for entry in reversed(list(entries))}
        return joined(plan_page(entry, PAGE_KINDS[kind], headed, holdings) for entry in reversed(first.values()))
    if kind in RECORD_KINDS:
        first = {entry.id: entry for entry in reversed(list(entries))}
        return plan_records(list(reversed(first.values())), RECORD_KINDS[kind], headed, holdings)
    return plan_logs(list(entries), headed, holdings)


def _tried(plan: Plan, headed: Headed, holdings: Holdings, options: Options) -> tuple[Diagnostic, ...]:
    """Return what a build would say of the drafts: every error, and warnings of what comes from cells."""
    parsed, problems = read_back(plan, holdings)
    spots = spots_of(plan, parsed)
    if not errors(problems):
        problems = try_content(options, [File(draft.path, draft.after) for draft in plan.drafts]).problems
    found = at_cells(problems, plan, spots, headed)
    return tuple(each for each in found if each.severity == "error" or options.is_strict or each.place.cell)


def _refused(
    problems: Iterable[Diagnostic],
    table: Table,
    holdings: Holdings,
    plan: Plan | None = None,
    status: ExitStatus = ExitStatus.CONTENT,
) -> Result:
    found = tuple(sorted(set(problems)))
    return Result(status, found, _excerpts(found, table, holdings, plan or Plan()))


def _excerpts(problems: Iterable[Diagnostic], table: Table, holdings: Holdings, plan: Plan) -> dict[Place, str]:
    """Return what stands in each cell or line that a problem is about."""
    found = tuple(problems)
    drafted = {draft.path: draft.after for draft in plan.drafts}
    cells = {cell.place: " ".join(cell.text.split()) for row in table.rows for cell in row.cells.values()}
    texts = {place: cells[place] for problem in found if (place := problem.place) in cells}
    others = [problem for problem in found if not problem.place.cell]
    return {**excerpts(others, drafted.get, holdings.files.get), **texts}


def _bytes(path: Path) -> bytes:
    """Return the bytes of a file; of one that is far too large, only so many that this can be seen.

    Raises:
        SiteError: `cannot-read`.

    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as problem:
        reason = os.strerror(problem.errno) if problem.errno else str(problem)
        raise SiteError([_cannot_read(path, reason)], ExitStatus.ENVIRONMENT) from problem


def _text(content: Path, path: str) -> bytes | None:
    """Return the bytes of a content file, None if a path is that of another."""
    try:
        return (content / path.removeprefix("content/")).read_bytes() if path.startswith("content/") else None
    except OSError:
        return None


def _cannot_read(path: Path, reason: str) -> Diagnostic:
    return error(
        "cannot-read",
        Place(path.as_posix()),
        "this file cannot be read: {reason}",
        "check its name, and close it in the spreadsheet program",
        reason=Translatable(reason),
    )
