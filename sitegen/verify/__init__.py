"""verify: finished files -> problems: what a browser, a search engine or a screen reader would stumble over."""

from collections.abc import Iterable, Iterator

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.markup import MarkupError
from sitegen.model import Output, Site
from sitegen.verify.embargo import leaks
from sitegen.verify.outline import Outline, outline
from sitegen.verify.rules import faults
from sitegen.verify.targets import dead_links

__all__ = ["verify"]

MAX_PAGE = 2 * 2**20  # bytes; a template that prints more has run away


def verify(outputs: Iterable[Output], site: Site) -> tuple[Diagnostic, ...]:
    """Return every problem of the finished site, at the line of the finished file."""
    files = tuple(outputs)
    pages: dict[str, Outline] = {}
    problems: list[Diagnostic] = []
    for file in files:
        if file.path.endswith(".html"):
            problems += _page(file, pages)
    by_path = {file.path: file for file in files}

    def locate(path: str, offset: int) -> Place:
        return place(path, by_path[path].data.decode(), offset)

    problems += dead_links(pages, frozenset(by_path), locate)
    problems += leaks(files, site)
    return tuple(problems)


def _page(file: Output, pages: dict[str, Outline]) -> Iterator[Diagnostic]:
    if len(file.data) > MAX_PAGE:
        yield error("page-too-large", Place(file.path), "this page is larger than 2 MB", "shorten it, or split it")
        return
    html = file.data.decode()
    try:
        pages[file.path] = outline(html)
    except MarkupError as problem:
        yield error("page-markup", place(file.path, html, problem.offset), "{reason}", reason=problem.args[0])
        return
    for code, offset, message, values in faults(pages[file.path]):
        yield error(code, place(file.path, html, offset), message, **values)


def place(path: str, html: str, offset: int) -> Place:
    """Return line and column of an offset into a page."""
    before = html[:offset]
    return Place(path, before.count("\n") + 1, offset - before.rfind("\n"))
