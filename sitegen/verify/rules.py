"""Rules of a single page.

Sources: HTML (https://html.spec.whatwg.org), WCAG 2.2 and KWCAG 2.2; the numbers of KWCAG stand at each rule.
"""

from collections.abc import Iterator
from functools import lru_cache

from sitegen.markup import REMEMBERED, Tag, read_tag
from sitegen.verify.faults import Fault
from sitegen.verify.outline import HEADINGS, Outline

OwnFault = tuple[str, str, dict[str, object]]
"""What is wrong with a tag wherever it stands: code, message, and the values it names."""

SPEAKING = frozenset({"a", "button", "summary", "caption", *HEADINGS})


def faults(page: Outline) -> Iterator[Fault]:
    """Yield everything that is wrong with a page by itself."""
    yield from _ids(page)
    yield from _headings(page)
    yield from _title(page)
    yield from _own(page)
    yield from _words(page)


def _ids(page: Outline) -> Iterator[Fault]:
    """Each id once (KWCAG 4.1.1)."""
    seen: set[str] = set()
    for identifier, number in page.ids:
        if identifier in seen:
            offset = page.cut.offsets[number]
            yield "page-duplicate-id", offset, 'the id "{id}" is already on this page', {"id": identifier}
        seen.add(identifier)


def _headings(page: Outline) -> Iterator[Fault]:
    """One h1, no level left out (KWCAG 1.3.2, 2.4.2)."""
    levels = [(int(page.cut.tags[span.start].name[1]), span.start) for span in page.named(*HEADINGS)]
    firsts = [number for level, number in levels if level == 1]
    if len(firsts) != 1:
        offset = page.cut.offsets[firsts[1]] if firsts else 0
        yield "page-headings", offset, "a page has one h1, not {count}", {"count": len(firsts)}
    level = 0
    for found, number in levels:
        if found > level + 1:
            offset = page.cut.offsets[number]
            yield "page-headings", offset, "h{found} follows h{level}", {"found": found, "level": level}
        level = found


def _title(page: Outline) -> Iterator[Fault]:
    """A title (KWCAG 2.4.2)."""
    if not any(map(page.has_words, page.named("title"))):
        yield "page-title", 0, "the page has no title", {}


def _words(page: Outline) -> Iterator[Fault]:
    """Links, buttons and headings say something (KWCAG 2.4.2, 2.4.3); scripts do not: they are files."""
    for span in page.spans:
        tag = page.cut.tags[span.start]
        if tag.name in SPEAKING:
            if not (page.has_words(span) or tag.attributes.get("aria-label")):
                yield "page-empty", page.cut.offsets[span.start], "<{name}> has no words", {"name": tag.name}
        elif _is_program(tag) and page.has_words(span):
            yield "page-inline", page.cut.offsets[span.start], "a script within the page is not allowed", {}


def _is_program(tag: Tag) -> bool:
    return tag.name == "script" and tag.attributes.get("type") != "application/ld+json"


def _own(page: Outline) -> Iterator[Fault]:
    wrong = {written: _of_tag(written) for written in filter(_of_tag, page.written)}
    if wrong:
        for written, offset in zip(page.cut.written, page.cut.offsets, strict=False):
            yield from ((code, offset, message, values) for code, message, values in wrong.get(written, ()))


@lru_cache(REMEMBERED)
def _of_tag(written: str) -> tuple[OwnFault, ...]:
    tag = read_tag(written)
    return () if tag.is_end else (*_missing(tag), *_active(tag))


def _missing(tag: Tag) -> Iterator[OwnFault]:
    """The language of a page, the text of a picture, the scope of a heading (KWCAG 3.1.1, 1.1.1, 1.3.1)."""
    if tag.name == "html" and not tag.attributes.get("lang"):
        yield "page-language", "the page does not say its language", {}
    if tag.name == "img" and "alt" not in tag.attributes:
        yield "page-alternative", "a picture has no text for those who do not see it", {}
    if tag.name == "th" and "scope" not in tag.attributes:
        yield "page-table", "a table heading does not say what it heads (scope)", {}


def _active(tag: Tag) -> Iterator[OwnFault]:
    """No inline style, no handler, no script of another site: the site's security policy would block them."""
    for name, value in tag.attributes.items():
        if name == "style" or name.startswith("on"):
            yield "page-inline", 'the attribute "{name}" is not allowed', {"name": name}
        if name in {"href", "src", "action"} and value.strip().casefold().startswith(
            ("javascript:", "data:", "vbscript:")
        ):
            yield "page-inline", "the address {value} is not allowed", {"value": value[:40]}
        if name == "src" and "//" in value[:8]:
            yield "page-foreign", "{value} is on another site", {"value": value}
    if tag.name in {"style", "iframe", "object", "embed", "base"}:
        yield "page-inline", "<{name}> is not allowed", {"name": tag.name}
