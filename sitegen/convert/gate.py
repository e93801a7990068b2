"""The last gate: whatever the library has made of a body, only what is listed here leaves it."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from sitegen.convert.addresses import OUTSIDE
from sitegen.convert.marks import SLOT
from sitegen.diagnostics import Diagnostic, Place, Translatable, error
from sitegen.markup import VOID, End, MarkupError, Start, tokens

ID = re.compile(r"\w[\w-]*")
CLASSES = re.compile(r"[\w#+.-]+(?: [\w#+.-]+)*")
TEXT = re.compile(r"[^\x00-\x08\x0e-\x1f]*")
HREF = re.compile(rf"{SLOT.pattern}|#\S*|{OUTSIDE.pattern}")
NUMBER = re.compile(r"\d{1,9}")

ANYWHERE: Mapping[str, re.Pattern[str]] = MappingProxyType({"id": ID, "class": CLASSES})
ATTRIBUTES: Mapping[str, Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "a": {"href": HREF, "title": TEXT, "role": re.compile("doc-noteref|doc-backlink")},
        "div": {"role": re.compile("group"), "tabindex": re.compile("0"), "aria-labelledby": ID},
        "pre": {"tabindex": re.compile("0")},
        "ol": {"start": NUMBER},
        "figure": {},
        "section": {"role": re.compile("doc-endnotes")},
        "th": {"scope": re.compile("col")},
    }
)
ELEMENTS = frozenset(ATTRIBUTES) | frozenset(
    {"blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "span"}
    | {"strong", "sup", "table", "tbody", "td", "thead", "tr", "ul"}
)

TAG = re.compile(rf"<(?!/?+(?:{'|'.join(sorted(ELEMENTS - VOID, key=len))})>)[^<>]*+>?")
"""What begins like a tag, and is none of those that are allowed for having no attributes; short names are frequent."""


def violations(html: str) -> Iterator[Diagnostic]:
    """Yield what must not be in the HTML of a body; there is no place, because this is a mistake of ours."""
    if "\x02" in html or "\x03" in html:
        yield _violation(Translatable("a placeholder of the library"))
    if not all(map(_is_allowed, set(TAG.findall(html)))):
        yield from _found(html)


@lru_cache(1024)  # most tags are the same in all bodies
def _is_allowed(tag: str) -> bool:
    """Whether what begins like a tag is one, which may stand in any text."""
    try:
        (token,) = tokens(tag)
    except ValueError:  # none, or not one alone
        return False
    return isinstance(token, End) or (isinstance(token, Start) and not any(_refused(token)))


def _found(html: str) -> Iterator[Diagnostic]:
    """Yield what is refused, in the order of the text."""
    try:
        for token in tokens(html):
            if isinstance(token, Start):
                yield from map(_violation, _refused(token))
    except MarkupError as problem:
        yield _not_ours(problem)


def _refused(tag: Start) -> Iterator[str]:
    if tag.name not in ELEMENTS:
        yield f"<{tag.name}>"
    for name, value in tag.attributes.items():
        pattern = ANYWHERE.get(name) or ATTRIBUTES.get(tag.name, {}).get(name)
        if pattern is None or not pattern.fullmatch(value):
            yield f'<{tag.name} {name}="{value}">'


def _violation(what: str) -> Diagnostic:
    message = "this text would become HTML that is not allowed: {what}"
    return error("unsafe-html", Place(""), message, "please report this, with the text", what=what)


def _not_ours(problem: MarkupError) -> Diagnostic:
    if not problem.values:
        return _violation(Translatable(problem.message))
    message = "this text would become HTML that is not allowed: not a tag that we write: {text}"
    return error("unsafe-html", Place(""), message, "please report this, with the text", **problem.values)
