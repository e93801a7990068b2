"""What went wrong in a template, at its line."""

import re
from collections.abc import Iterable, Sequence
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from sitegen.diagnostics import Diagnostic, Place, Translatable, error, nearest
from sitegen.model import Job
from sitegen.render.reasons import recognised
from sitegen.render.template import FOLDER, Template

QUOTED = re.compile(r"""["'](?P<name>[^"']+)["']""")
UNCLOSED = re.compile(r"innermost block that needs to be closed is '(?P<name>\w+)'")
TAGS = ("block", "call", "extends", "filter", "for", "from", "if", "import", "include", "macro", "raw", "set", "with")


def fault(problem: Exception, job: Job, templates: Sequence[Template]) -> Diagnostic:
    """Return the fault of a template as a diagnostic."""
    place = _place(problem, job)
    match problem:
        case TemplateSyntaxError():
            return _syntax(problem, templates)
        case TemplateNotFound():
            return _not_found(str(problem.message or problem.name or ""), job, place, templates)
        case UndefinedError():
            return _undefined(str(problem.message), job.output, place, templates)
        case RecursionError():
            return _recursion(problem, place, templates)
        case UnicodeDecodeError():
            return _encoding(problem, place, templates)
    return error(
        "template-failed",
        _exact(place, "", templates),
        "{kind}: {reason} (on the page {page})",
        "correct what this line calculates",
        kind=type(problem).__name__,
        reason=problem,
        page=job.output,
    )


def _syntax(problem: TemplateSyntaxError, templates: Iterable[Template]) -> Diagnostic:
    reason = str(problem.message)
    name = _name_in(reason)
    guess = nearest(name, TAGS if "tag" in reason else TESTS if "test" in reason else FILTERS)
    unclosed = UNCLOSED.search(reason)
    place = Place(problem.filename or "", problem.lineno)
    if unclosed:
        return error(
            "template-syntax",
            _exact(place, "", templates),
            "the template ends before this is closed: {tag}",
            "write {closing} where it ends",
            tag=f"{{% {unclosed['name']} %}}",
            closing=f"{{% end{unclosed['name']} %}}",
        )
    message, values = recognised(reason)
    return error(
        "template-syntax",
        _exact(place, name, templates),
        Translatable(message),
        "write {guess}" if guess else "compare what is opened and closed on this line and above it",
        guess=guess,
        **values,
    )


def _not_found(name: str, job: Job, place: Place, templates: Sequence[Template]) -> Diagnostic:
    known = () if name == job.template else (file.path.removeprefix(FOLDER) for file in templates)
    guess = nearest(name, known)
    return error(
        "template-missing",
        _exact(place, name, templates),
        'there is no template "{name}"; did you mean "{guess}"?' if guess else 'there is no template "{name}"',
        "write {guess}, or add the file in {folder}" if guess else "add it in {folder}",
        name=name,
        guess=guess,
        folder=FOLDER,
    )


def _undefined(reason: str, page: str, place: Place, templates: Iterable[Template]) -> Diagnostic:
    name, guess, *_ = *QUOTED.findall(reason), "", ""
    if "interface word" in reason:
        message = 'there is no interface word "{name}" (on the page {page})'
        if guess:
            message = 'there is no interface word "{name}"; did you mean "{guess}"? (on the page {page})'
        fix = "correct the name, or add {name}: … to each file in content/strings/"
    else:
        message = 'there is no "{name}" here (on the page {page})'
        if guess:
            message = 'there is no "{name}" here; did you mean "{guess}"? (on the page {page})'
        fix = "correct the name, or add it where the page is planned"
    place = _exact(place, name, templates)
    return error("undefined-variable", place, message, fix, guess=guess, page=page, name=name)


def _recursion(problem: RecursionError, place: Place, templates: Iterable[Template]) -> Diagnostic:
    """Return that templates lead back to each other, at the first place that is met again."""
    met = _templates_in(problem)
    first = next((number for number, spot in enumerate(met) if spot in met[number + 1 :]), 0)
    circle = met[first : met.index(met[first], first + 1) + 1] if met else [place]
    return error(
        "template-recursion",
        _exact(circle[0], "", templates),
        "this leads back to itself without end: {circle}",
        "remove the include, extends or macro call that leads back here",
        circle=" → ".join(spot.path.removeprefix(FOLDER) for spot in circle),
    )


def _encoding(problem: UnicodeDecodeError, place: Place, templates: Iterable[Template]) -> Diagnostic:
    path = next((file.path for file in templates if file.data == problem.object), place.path)
    before = bytes(problem.object[: problem.start])
    return error(
        "not-utf-8",
        Place(path, before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode()) + 1),
        "the file is not saved as UTF-8",
        'in your editor choose "Save with encoding" and UTF-8',
    )


def _name_in(message: str) -> str:
    match = QUOTED.search(message)
    return match["name"] if match else ""


def _exact(place: Place, name: str, templates: Iterable[Template]) -> Place:
    """Return the place of `name` on that line, or of all that is on it: the engine knows lines only."""
    text = next((file.data.decode("utf-8", "replace") for file in templates if file.path == place.path), "")
    lines = text.split("\n")
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line) if name else None
    found = found or re.search(r"\S.*\S|\S", line)
    return Place(place.path, place.line, found.start() + 1, len(found[0])) if found else place


def _place(problem: Exception, job: Job) -> Place:
    """Return the innermost template line that was being printed; the engine's own frames are below it."""
    return next(reversed(_templates_in(problem)), Place(FOLDER + job.template))


def _templates_in(problem: Exception) -> list[Place]:
    """Return the template lines that were being printed, the outermost first."""
    frames = walk_tb(problem.__traceback__)
    return [Place(frame.f_code.co_filename, line) for frame, line in frames
            if frame.f_code.co_filename.startswith(FOLDER)]  # fmt: skip
