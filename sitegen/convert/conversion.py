"""A body of Markdown becomes HTML, with everything that is wrong with it."""

from msgspec import Struct

from sitegen.convert import fences, instructions, limits, marks
from sitegen.convert.characters import without_refused
from sitegen.convert.gate import violations
from sitegen.convert.page import Page
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.model import Html


class Converted(Struct, frozen=True):
    """What became of a body; places have no path, and count lines and columns within the body."""

    html: Html
    problems: tuple[Diagnostic, ...] = ()


def convert(body: str) -> Converted:
    """Return a body as HTML, and what is wrong with it; HTML is empty if the body could not be looked into at all."""
    from sitegen.convert.converter import converter  # noqa: PLC0415 - takes 50 ms, which not every build needs

    tool = converter()
    page = tool.page
    page.begin(body)
    try:
        html = tool.html(_readable(page))
        page.problems += violations(html)
    except MemoryError:
        raise  # which is no fault of the text
    except Exception as failure:  # noqa: BLE001 - whatever the library fails with is a message to the writer
        converter.cache_clear()
        page.problems.append(_failed(failure))
        html = ""
    parts, numbers = marks.cut(html)
    slots = tuple(page.slots[number] for number in numbers)
    html_of_page = Html(slots, page.headings, page.anchors, parts)
    return Converted(html_of_page, tuple(sorted(set(page.problems))))


def _readable(page: Page) -> str:
    """Return what the library may see of a body: nothing if it could not make sense of it, or never end."""
    page.problems += limits.too_long(page.body)
    if page.problems:
        return ""
    page.problems += instructions.problems(page)
    text = without_refused(page)
    found = tuple(fences.fences(text))
    page.problems += fences.problems(found)
    hopeless = tuple(limits.too_complex(fences.without_code(text, found)))
    page.problems += hopeless
    if hopeless or any(fence.last is None and not fence.lead for fence in found):
        return ""
    return fences.without_info(text, found)


def _failed(failure: Exception) -> Diagnostic:
    return error(
        "markdown-failed",
        Place(""),
        "this text cannot be converted ({reason})",
        "take parts of it out to find the one that is too complicated",
        reason=type(failure).__name__,
    )
