"""The last gate: whatever the library has made of a body, only what is listed here leaves it."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from sitegen.convert.addresses import OUTSIDE
from sitegen.convert.marks import SLOT
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.markup import MarkupError, Start, Text, Token, tokens

ID = re.compile(r"\w[\w-]*")
CLASSES = re.compile(r"[\w#+.-]+(?: [\w#+.-]+)*")
TEXT = re.compile(r"[^\x00-\x08\x0e-\x1f]*")
HREF = re.compile(rf"{SLOT.pattern}|#\S*|{OUTSIDE.pattern}")
TAG = re.compile("<[^<>]*+>?")
NUMBER = re.compile(r"\d{1,9}")

ANYWHERE: Mapping[str, re.Pattern[str]] = MappingProxyType({"id": ID, "class": CLASSES})
ATTRIBUTES: Mapping[str, Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "a": {"href": HREF, "title": TEXT, "role": re.compile("doc-noteref|doc-backlink")},
        "div": {"role": re.compile("group"), "tabindex": re.compile("0"), "aria-labelledby": ID},
        "pre": {"tabindex": re.compile("0")},
        "ol": {"start": NUMBER},
        "section": {"role": re.compile("doc-endnotes")},
        "th": {"scope": re.compile("col")},
    }
)
ELEMENTS = frozenset(ATTRIBUTES) | frozenset(
    {"blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "span"}
    | {"strong", "sup", "table", "tbody", "td", "thead", "tr", "ul"}
)


def violations(html: str) -> Iterator[Diagnostic]:
    """Yield what must not be in the HTML of a body; there is no place, because this is a mistake of ours."""
    if "\x02" in html or "\x03" in html:
        yield _violation("a placeholder of the library")
    if not all(map(_is_allowed, set(TAG.findall(html)))):
        yield from map(_violation, _found(html))


@lru_cache(4096)  # most tags of a body are those of all others
def _is_allowed(tag: str) -> bool:
    """Whether what begins with `<` is one tag, and may stand anywhere; then it is the same tag in a longer text."""
    try:
        token, *more = tokens(tag)
    except ValueError:  # no tag, or not one alone
        return False
    return not more and not isinstance(token, Text) and not any(_refused(token))


def _found(html: str) -> Iterator[str]:
    """Yield what is refused, in the order of the text."""
    try:
        for token in tokens(html):
            yield from _refused(token)
    except MarkupError as problem:
        yield str(problem.args[0])


def _refused(tag: Token) -> Iterator[str]:
    if not isinstance(tag, Start):
        return
    if tag.name not in ELEMENTS:
        yield f"<{tag.name}>"
    for name, value in tag.attributes.items():
        pattern = ANYWHERE.get(name) or ATTRIBUTES.get(tag.name, {}).get(name)
        if pattern is None or not pattern.fullmatch(value):
            yield f'<{tag.name} {name}="{value}">'


def _violation(what: str) -> Diagnostic:
    message = "this text would become HTML that is not allowed: {what}"
    return error("unsafe-html", Place(""), message, "please report this, with the text", what=what)
