"""The updates of tasks, each in a file beside its task."""

from collections.abc import Iterable

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place
from sitegen.kinds.task import Update
from sitegen.model import File, Origin, UpdateLog
from sitegen.parse.fields import Reader
from sitegen.parse.languages import Languages
from sitegen.parse.lists import parse_list
from sitegen.parse.refusals import called

FOLDER = "content/tasks/"
SUFFIX = ".updates.yaml"


class Updates(Struct, frozen=True):
    """The updates that could be understood, the tasks of which some could not, and why."""

    logs: tuple[UpdateLog, ...]
    broken: frozenset[tuple[str, str]]
    problems: tuple[Diagnostic, ...]


def parse_updates(files: Iterable[File], languages: Languages) -> Updates:
    """Return the updates of all tasks."""
    logs: list[UpdateLog] = []
    broken: set[tuple[str, str]] = set()
    problems: list[Diagnostic] = []
    for file in files:
        log, is_whole, found = _log(file, languages)
        logs.append(log)
        problems += found
        if not is_whole:
            broken.add(("update", log.task))
    return Updates(tuple(logs), frozenset(broken), tuple(problems))


def _log(file: File, languages: Languages) -> tuple[UpdateLog, bool, list[Diagnostic]]:
    listed = parse_list(file)
    problems = list(listed.problems)
    updates: list[Update] = []
    places: dict[str, Place] = {}
    for item in listed.items:
        reader = Reader(languages.codes, languages.timezone, listed.problems)
        (update,) = reader.struct(item, [Update], called("update"), f"{len(updates)}.")
        problems += reader.problems
        if isinstance(update, Update):
            places |= {str(len(updates)): item.place, **reader.places}
            updates.append(update)
    task = file.path.removeprefix(FOLDER).removesuffix(SUFFIX)
    is_whole = listed.is_whole and len(updates) == len(listed.items)
    return UpdateLog(task, tuple(updates), Origin(file.path, 0, places)), is_whole, problems
