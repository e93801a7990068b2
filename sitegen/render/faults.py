"""What went wrong in a template, at its line."""

import re
from collections.abc import Iterable
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.model import File, Job
from sitegen.render.environment import FOLDER

QUOTED = re.compile(r'"([^"]+)"')


def fault(problem: Exception, job: Job, templates: Iterable[File]) -> Diagnostic:
    """Return the fault of a template as a diagnostic."""
    page = job.output
    place = _place(problem, job)
    match problem:
        case TemplateSyntaxError():
            place = Place(problem.filename or place.path, problem.lineno)
            return error("template-syntax", _exact(place, "", templates), "{reason}", reason=problem.message or problem)
        case TemplateNotFound():
            name = str(problem.message or problem.name or "")
            return error(
                "template-missing",
                _exact(place, name, templates),
                'there is no template "{name}"',
                "add it in {folder}",
                name=name,
                folder=FOLDER,
            )
        case UndefinedError():
            return error(
                "undefined-variable",
                _exact(place, _name_in(problem.message), templates),
                "{reason} (on the page {page})",
                "correct the name, or add it where the page is planned",
                reason=problem.message,
                page=page,
            )
        case RecursionError():
            return error(
                "template-recursion",
                _exact(place, "", templates),
                "this template includes itself without end",
                "remove the include, extends or macro call that leads back here",
            )
    return error(
        "template-failed",
        _exact(place, "", templates),
        "{kind}: {reason} (on the page {page})",
        "",
        kind=type(problem).__name__,
        reason=problem,
        page=page,
    )


def _name_in(message: str | None) -> str:
    match = QUOTED.search(message or "")
    return match[1] if match else ""


def _exact(place: Place, name: str, templates: Iterable[File]) -> Place:
    """Return the place of `name` on that line, or of the first thing on it: the engine knows lines only."""
    text = next((file.data.decode("utf-8", "replace") for file in templates if file.path == place.path), "")
    lines = text.split("\n")
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    found = re.search(rf"\b{re.escape(name)}\b", line) if name else re.search(r"\S", line)
    return Place(place.path, place.line, found.start() + 1 if found else 1, len(name) or 1)


def _place(problem: Exception, job: Job) -> Place:
    """Return the innermost template line that was being printed; the engine's own frames are below it."""
    place = Place(FOLDER + job.template)
    for frame, line in walk_tb(problem.__traceback__):
        if frame.f_code.co_filename.startswith(FOLDER):
            place = Place(frame.f_code.co_filename, line)
    return place
