"""Characters that no text needs: invisible ones, those that turn the reading direction, those of one font only."""

import re
from collections.abc import Iterator
from html import unescape

from sitegen.convert.page import Page
from sitegen.diagnostics import Diagnostic, error

INVISIBLE = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
REFUSED = re.compile(f"[{INVISIBLE}{PRIVATE}]")
REFERENCE = re.compile(r"&#(?:[0-9]++|[xX][0-9a-fA-F]++);")
REPLACEMENT = "\ufffd"


def without_refused(page: Page) -> str:
    """Return the body with every refused character replaced, each of them noted as a problem."""
    page.problems += _problems(page)
    return REFUSED.sub(REPLACEMENT, page.body)


def _problems(page: Page) -> Iterator[Diagnostic]:
    for match in REFUSED.finditer(page.body):
        yield _problem(page, match, match[0])
    for match in REFERENCE.finditer(page.body):
        if REFUSED.fullmatch(_referred(match[0])):
            yield _problem(page, match, _referred(match[0]))


def _referred(reference: str) -> str:
    """Return the character that a reference such as &#x202e; names; HTML knows none by some numbers."""
    return unescape(reference) or "\x00"


def _problem(page: Page, match: re.Match[str], character: str) -> Diagnostic:
    place = page.place(match.start(), len(match[0]))
    code = f"U+{ord(character):04X}"
    if re.match(f"[{PRIVATE}]", character):
        message = "this character ({code}) exists in one font only, and readers would see an empty box"
        return error("control-character", place, message, "type it again, or delete it", code=code)
    message = "there is an invisible control character here ({code})"
    return error("control-character", place, message, "delete it", code=code)
