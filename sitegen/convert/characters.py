"""Characters that no text needs: invisible ones, those that turn the reading direction, those of one font only."""

import re
from collections.abc import Iterator
from html import unescape

from sitegen.convert.page import Page
from sitegen.diagnostics import Diagnostic, error

INVISIBLE = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
ONE_FONT_ONLY = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
REFUSED = re.compile(f"[{INVISIBLE}]|{ONE_FONT_ONLY.pattern}")
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
    place = page.place(match.start(), len(match[0]))
    if ONE_FONT_ONLY.fullmatch(unescape(match[0])):
        message = "this character ({code}) exists in one font only, and readers would see an empty box"
        return error("control-character", place, message, "type it again, or delete it", code=f"U+{number:04X}")
    message = "there is an invisible control character here ({code})"
    return error("control-character", place, message, "delete it", code=f"U+{number:04X}")
