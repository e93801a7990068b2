"""The updates of tasks, each in a file beside its task."""

from sitegen.diagnostics import Diagnostic, Place
from sitegen.files import File
from sitegen.kinds.names import called
from sitegen.kinds.task import Update
from sitegen.model import UpdateLog, origin
from sitegen.parse.fields import Reader
from sitegen.parse.languages import Languages
from sitegen.parse.lists import parse_list
from sitegen.parse.marks import refused
from sitegen.parse.parsed import Parsed
from sitegen.parse.whereabouts import task_of


def parse_updates(file: File, languages: Languages) -> Parsed:
    """Return the updates of a task."""
    log, is_whole, problems = _log(file, languages)
    return Parsed(problems=tuple(problems), broken=() if is_whole else (("update", log.task),), log=log)


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
            problems += refused(update, reader.places, f"{len(updates)}.")
            places |= {str(len(updates)): item.place, **reader.places}
            updates.append(update)
    task = task_of(file.path)
    is_whole = listed.is_whole and len(updates) == len(listed.items)
    return UpdateLog(task, tuple(updates), origin(file.path, places)), is_whole, problems
