"""Rows that report on tasks: each is appended to the log of its task, where nothing is changed afterwards."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.diagnostics import Diagnostic, error
from sitegen.files import File
from sitegen.kinds import PAGE_KINDS
from sitegen.kinds.names import called
from sitegen.kinds.task import Update
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.parsed import encode
from sitegen.parse.whereabouts import log_of
from sitegen.sheets.columns import UPDATE
from sitegen.sheets.drafts import Affair, Draft, Part, Plan, fields_in, items_in, joined, list_text, page_text, placed
from sitegen.sheets.entries import Entry
from sitegen.sheets.headings import Headed
from sitegen.sheets.holdings import Holdings
from sitegen.sheets.trees import texts_of, value_at, with_value
from sitegen.sheets.wishes import Change, changed

Item = nodes.Mapping


def plan_logs(entries: Sequence[Entry], headed: Headed, holdings: Holdings) -> Plan:
    """Return what the rows of a sheet do to the logs of their tasks."""
    by_task: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_task[entry.id].append(entry)
    return joined(_plan(task, rows, headed, holdings) for task, rows in by_task.items())


def _plan(task: str, entries: Sequence[Entry], headed: Headed, holdings: Holdings) -> Plan:
    path = log_of(task)
    data = holdings.files.get(path)
    old = items_in(File(path, data) if data is not None else None)
    known = {_period(item): number for number, item in enumerate(old)}
    problems: list[Diagnostic] = []
    affairs: list[Affair] = []
    new: list[tuple[Item, Entry]] = []
    for entry in entries:
        made = changed(nodes.Mapping((), entry.place), UPDATE, entry.given, holdings.languages.timezone)
        number = known.get(_period(made.node))
        if number is not None and _period(made.node):
            problems += _differing(old[number], entry, holdings)
            affairs.append(Affair(UPDATE, f"{task} {_period(made.node)}", path, is_new=False, changes=()))
            continue
        problems += made.problems
        problems += _problems(made.node, entry, headed, holdings)
        affairs.append(Affair(UPDATE, f"{task} {_period(made.node)}".strip(), path, is_new=True, changes=made.changes))
        new.append((made.node, entry))
    problems += _twice(new)
    if problems or not new:
        return Plan(affairs=tuple(affairs), problems=tuple(problems))
    return _appended(task, old, sorted(new, key=lambda each: _day(each[0])), tuple(affairs), holdings)


def _appended(
    task: str, old: Sequence[Item], new: Sequence[tuple[Item, Entry]], affairs: tuple[Affair, ...], holdings: Holdings
) -> Plan:
    path = log_of(task)
    items = (*old, *(item for item, _ in new))
    data = holdings.files.get(path)
    draft = Draft(path, data, list_text(data, nodes.Sequence(items, items[0].place)), _says(items, holdings))
    parts = tuple(Part(path, str(number), entry, entry.given) for number, (_, entry) in enumerate(new, len(old)))
    last_item, last_entry = new[-1]
    return joined([Plan((draft,), affairs, parts), _without_status(task, last_item, last_entry, holdings)])


def _without_status(task: str, latest: Item, entry: Entry, holdings: Holdings) -> Plan:
    """Return that the status which a task states itself goes, where the latest report says another: that one counts."""
    bearer = next((each for each in holdings.content.documents
                   if (each.kind, each.id) == ("task", task) and each.has_facts), None)  # fmt: skip
    if bearer is None:
        return Plan()
    path = bearer.origin.path
    node = fields_in(File(path, holdings.files[path]))
    stated = texts_of(value_at(node, ("status",)))
    if not stated or stated == texts_of(value_at(latest, ("status",))):
        return Plan()
    new = with_value(node, ("status",), None, (), entry.place)
    change = Change("status", stated, (), entry.place)
    draft = Draft(path, holdings.files[path], page_text(holdings.files[path], new), _says_task(new, holdings))
    return Plan((draft,), (Affair("task", task, path, is_new=False, changes=(change,)),))


def _says_task(node: Item, holdings: Holdings) -> tuple[bytes, ...]:
    reader = Reader(holdings.languages.codes, holdings.languages.timezone)
    kind = PAGE_KINDS["task"]
    return tuple(map(encode, reader.struct(node, [kind.facts, kind.words], "")))


def _says(items: Sequence[Item], holdings: Holdings) -> tuple[bytes, ...]:
    reader = Reader(holdings.languages.codes, holdings.languages.timezone)
    return tuple(encode(value) for item in items for value in reader.struct(item, [Update], ""))


def _problems(node: Item, entry: Entry, headed: Headed, holdings: Holdings) -> tuple[Diagnostic, ...]:
    reader = Reader(holdings.languages.codes, holdings.languages.timezone)
    reader.struct(node, [Update], called(UPDATE))
    return tuple(placed(reader.problems, entry, "", headed))


def _differing(item: Item, entry: Entry, holdings: Holdings) -> Iterator[Diagnostic]:
    """Yield a problem for each cell that says something else than the report that there is already."""
    for change in changed(item, UPDATE, entry.given, holdings.languages.timezone).changes:
        yield error(
            "update-changed",
            change.place,
            "there is already a report on {task} for {period}, and it says something else: {before}",
            "write it as it is there; a report that is wrong is corrected by the next one",
            task=entry.id,
            period=_period(item),
            before=", ".join(change.before) or "–",  # noqa: RUF001  # an empty value
        )


def _twice(new: Sequence[tuple[Item, Entry]]) -> Iterator[Diagnostic]:
    first: dict[str, Entry] = {}
    for item, entry in new:
        if (period := _period(item)) and period in first:
            yield error(
                "update-twice",
                entry.place,
                "another row, {first}, reports on this task for {period} as well",
                "keep one row for each task and quarter",
                first=first[period].place.cell,
                period=period,
            )
        first.setdefault(period, entry)


def _period(item: Item) -> str:
    return "".join(texts_of(value_at(item, ("period",))))


def _day(item: Item) -> str:
    return "".join(texts_of(value_at(item, ("as_of",))))
