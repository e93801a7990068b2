"""verify: finished files -> problems: what a browser, a search engine or a screen reader would stumble over.

`inspect` looks at one file by itself, wherever that is done, and `verify` at what was found in all of them.
"""

from collections.abc import Collection, Iterator

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import Output
from sitegen.markup import MarkupError
from sitegen.model import Inspection
from sitegen.verify.dead_links import Anchors, Contents, dead_links
from sitegen.verify.embargo import Secrets, leaks
from sitegen.verify.faults import Fault, reported
from sitegen.verify.outline import outline
from sitegen.verify.rules import faults
from sitegen.verify.targets import links, malformed, targets

__all__ = ["Contents", "Secrets", "inspect", "verify"]

MAX_PAGE = 2 * 2**20  # bytes; a template that prints more has run away


def verify(inspections: Collection[Inspection], anchors: Anchors, contents: Contents) -> tuple[Diagnostic, ...]:
    """Return every problem of inspected files, at the line of the finished file.

    `anchors` are those of the whole site. `contents` is asked for the bytes of pages with links that lead nowhere.
    """
    own = (problem for inspection in inspections for problem in inspection.problems)
    return (*own, *dead_links(inspections, anchors, contents))


def inspect(output: Output, withheld: Secrets) -> Inspection:
    """Return what is found in one finished file: its problems by itself, and what its links ask of others."""
    told = tuple(leaks(output, withheld))
    if not output.path.endswith(".html"):
        return Inspection(output.path, problems=told)
    page = _page(output)
    return Inspection(page.path, page.ids, page.targets, (*page.problems, *told))


def _page(file: Output) -> Inspection:
    if len(file.data) > MAX_PAGE:
        place, fix = Place(file.path), "shorten it, or split it"
        return Inspection(file.path, problems=(error("page-too-large", place, "this page is larger than 2 MB", fix),))
    html = file.data.decode()
    try:
        page = outline(html)
    except MarkupError as problem:
        return Inspection(file.path, problems=reported(file.path, html, _markup(problem)))
    found = links(file.path, page)
    problems = reported(file.path, html, (*faults(page), *malformed(page, found)))
    return Inspection(file.path, tuple(identifier for identifier, _ in page.ids), targets(file.path, found), problems)


def _markup(problem: MarkupError) -> Iterator[Fault]:
    yield Fault("page-markup", problem.offset, problem.message, problem.values)
