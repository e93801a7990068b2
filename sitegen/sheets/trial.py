"""Drafts tried before they count: read back by the parser of a build; and what is wrong with them, cell by cell."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import structs

from sitegen.diagnostics import Diagnostic, Place, Translatable, error, errors
from sitegen.model import Origin
from sitegen.parse import Parsed, choose
from sitegen.sheets.drafts import Part, Plan
from sitegen.sheets.entries import Entry
from sitegen.sheets.headings import Headed
from sitegen.sheets.holdings import Holdings, parse, problems_of

Spots = Mapping[tuple[str, int, int], Place]
"""The cells that values came from, by path, line and column of the file they went into."""


class NotReproducedError(Exception):
    """A draft does not say what was to be written: a fault of ours, found before anything was written."""


def read_back(plan: Plan, holdings: Holdings) -> tuple[dict[str, Parsed], tuple[Diagnostic, ...]]:
    """Return what the drafts say, and what is wrong with that.

    Raises:
        NotReproducedError: if one says something else than it must, or its body has changed.

    """
    files = {**holdings.files, **{draft.path: draft.after for draft in plan.drafts}}
    bearers = choose(sorted(files), holdings.languages).bearers
    drafted = {draft.path: bearers[draft.path] for draft in plan.drafts}
    parsed = parse(files, drafted, holdings.languages)
    problems = problems_of(parsed)
    bodies = {document.origin.path: document.body for document in holdings.content.documents}
    for draft in () if errors(problems) else plan.drafts:
        found = parsed[draft.path]
        body = found.document.body if found.document else b""
        if _says(found) != draft.says or bodies.get(draft.path, body) != body:
            raise NotReproducedError(draft.path)
    return parsed, problems


def spots_of(plan: Plan, parsed: Mapping[str, Parsed]) -> Spots:
    """Return which cell each value of the drafts came from."""
    found: dict[tuple[str, int, int], Place] = {}
    for part in plan.parts:
        if part.path not in parsed:
            continue
        places = _places(parsed[part.path], part)
        if "" in places:
            found[(part.path, *places[""])] = part.entry.place
        for given in part.given:
            field = ".".join(map(str, given.column.path))
            for key in (name for name in places if name == field or _is_within(name, field)):
                found.setdefault((part.path, *places[key]), given.cell.place)
            group = field.rpartition(".")[0]
            if group in places:
                found.setdefault((part.path, *places[group]), given.cell.place)
    return found


def at_cells(problems: Iterable[Diagnostic], plan: Plan, spots: Spots, headed: Headed) -> Iterator[Diagnostic]:
    """Yield problems of drafts at the cells they come from, where that is known."""
    pages = {part.path: part.entry for part in plan.parts if not part.key}
    for problem in problems:
        place = problem.place
        if cell := spots.get((place.path, place.line, place.column)):
            yield structs.replace(problem, place=cell)
        elif place.path in pages and (place.line, place.column, place.length) == (1, 1, 0):
            yield _in_row(problem, pages[place.path], place.path, headed)
        else:
            yield problem


def _in_row(problem: Diagnostic, entry: Entry, path: str, headed: Headed) -> Diagnostic:
    """Return a problem of a page as a whole at its row; that it lacks a field, at the cell where that belongs."""
    field = dict(problem.values).get("field", "")
    language = path.split(".")[-2]
    names = (field, f"{field}_{language}", f"{field}_1_date", f"{field}_1_source")
    place = next((found for name in names if (found := headed.place(entry.number, name))), None)
    if problem.code != "rule-field":
        return structs.replace(problem, place=place or entry.place)
    if place:
        return structs.replace(problem, place=place, fix=Translatable("fill in this cell"))
    name = next((column.name for name in names for column in headed.every if column.name == name), field)
    return error(
        problem.code, entry.place, problem.message, 'add a column with the heading "{column}", and fill it in',
        **dict(problem.values), column=name,
    )  # fmt: skip


def _says(found: Parsed) -> tuple[bytes, ...]:
    """Return the facts and words of a document, the records of a list, or the updates of a log, encoded."""
    if found.document:
        document = found.document
        facts = (bytes(document.encoded_facts),) if document.has_facts else ()
        return (*facts, bytes(document.encoded_words))
    if found.log:
        return tuple(msgspec.msgpack.encode(update, order="deterministic") for update in found.log.updates)
    return tuple(bytes(record.encoded) for record in found.records)


def _places(found: Parsed, part: Part) -> dict[str, tuple[int, int]]:
    """Return where the fields of a part of a file stand, by their paths; the part itself is an empty path."""
    if found.document:
        return _decoded(found.document.origin)
    if found.log:
        places = _decoded(found.log.origin)
        prefix = f"{part.key}."
        own = {key.removeprefix(prefix): place for key, place in places.items() if key.startswith(prefix)}
        return {**own, **({"": places[part.key]} if part.key in places else {})}
    record = next((record for record in found.records if record.id == part.key), None)
    return _decoded(record.origin) if record else {}


def _decoded(origin: Origin) -> dict[str, tuple[int, int]]:
    places = msgspec.msgpack.decode(origin.places, type=dict[str, tuple[int, int, int]])
    return {field: (line, column) for field, (line, column, _) in places.items()}


def _is_within(name: str, field: str) -> bool:
    return name.startswith((f"{field}.", f"{field}:"))
