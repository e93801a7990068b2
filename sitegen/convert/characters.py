"""Characters that no text needs, written as such or as references: a body goes on without them."""

import re
from collections.abc import Iterator
from html import unescape

from sitegen.characters import FORBIDDEN, ONE_FONT_ONLY, refused
from sitegen.convert.page import Page
from sitegen.diagnostics import Diagnostic

REFUSED = re.compile(f"{FORBIDDEN.pattern}|{ONE_FONT_ONLY.pattern}")
REFERENCE = re.compile(r"&#(?:(?P<decimal>[0-9]++)|[xX](?P<hexadecimal>[0-9a-fA-F]++));")
REPLACEMENT = "\ufffd"


def without_refused(page: Page) -> str:
    """Return the body with every refused character replaced, each of them noted as a problem."""
    if _is_plain(page.body):
        return page.body
    page.problems += _problems(page)
    return REFUSED.sub(REPLACEMENT, page.body)


def _is_plain(body: str) -> bool:
    """Whether there is none for certain: Unicode calls none of them printable, and few others not."""
    return body.replace("\n", "").isprintable() and "&#" not in body


def _problems(page: Page) -> Iterator[Diagnostic]:
    for match in REFUSED.finditer(page.body):
        yield _problem(page, match, ord(match[0]))
    for match in REFERENCE.finditer(page.body):
        if unescape(match[0]) in {"", REPLACEMENT} or REFUSED.fullmatch(unescape(match[0])):
            yield _problem(page, match, int(match["decimal"] or match["hexadecimal"], 10 if match["decimal"] else 16))


def _problem(page: Page, match: re.Match[str], number: int) -> Diagnostic:
    return refused(number, page.place(match.start(), len(match[0])))
