"""Rules of a single page.

Sources: HTML (https://html.spec.whatwg.org), WCAG 2.2 and KWCAG 2.2; the numbers of KWCAG stand at each rule.
"""

import re
from collections.abc import Iterator

from sitegen.verify.faults import Fault
from sitegen.verify.fields import unlabelled
from sitegen.verify.marks import Mark
from sitegen.verify.outline import HEADINGS, Outline, Span
from sitegen.wording import LONGEST_VAGUE, is_vague

WORD = re.compile(r"\w")
SPEAKING = frozenset({"a", "button", "summary", "caption", *HEADINGS})


def faults(page: Outline) -> Iterator[Fault]:
    """Yield everything that is wrong with a page by itself."""
    yield from _ids(page)
    yield from _headings(page)
    yield from _title(page)
    yield from _own(page)
    yield from _words(page)
    yield from unlabelled(page)


def _ids(page: Outline) -> Iterator[Fault]:
    """Each id once (KWCAG 4.1.1)."""
    seen: set[str] = set()
    for identifier, number in page.ids:
        if identifier in seen:
            offset = page.cut.offsets[number]
            yield Fault("page-duplicate-id", offset, 'the id "{id}" is already on this page', {"id": identifier})
        seen.add(identifier)


def _headings(page: Outline) -> Iterator[Fault]:
    """One h1, no level left out (KWCAG 1.3.2, 2.4.2)."""
    levels = [(int(page.cut.tags[start].name[1]), start) for start, _ in page.named(*HEADINGS)]
    firsts = [number for level, number in levels if level == 1]
    if len(firsts) != 1:
        offset = page.cut.offsets[firsts[1]] if firsts else 0
        yield Fault("page-headings", offset, "a page has one h1, not {count}", {"count": len(firsts)})
    level = 0
    for found, number in levels:
        if found > level + 1:
            offset = page.cut.offsets[number]
            yield Fault("page-headings", offset, "h{found} follows h{level}", {"found": found, "level": level})
        level = found


def _title(page: Outline) -> Iterator[Fault]:
    """A title (KWCAG 2.4.2)."""
    if not any(map(page.has_words, page.named("title"))):
        yield Fault("page-title", 0, "the page has no title")


def _words(page: Outline) -> Iterator[Fault]:
    """Links, buttons and headings say something (KWCAG 2.4.2, 2.4.3); scripts do not: they are files."""
    for span in page.spans:
        tag = page.cut.tags[span[0]]
        if tag.name in SPEAKING:
            if not (page.has_words(span) or tag.attributes.get("aria-label")):
                yield Fault("page-empty", page.cut.offsets[span[0]], "<{name}> has no words", {"name": tag.name})
            elif "aria-label" in tag.attributes or (tag.name == "a" and _is_vague(page, span)):
                yield from _names(page, span, tag.attributes.get("aria-label", ""))
        elif _is_program(tag) and page.has_words(span):
            yield Fault("page-inline", page.cut.offsets[span[0]], "a script within the page is not allowed")


def _is_vague(page: Outline, span: Span) -> bool:
    """Whether an element holds nothing but a few words that say nothing; most hold more."""
    start, end = span
    return end == start + 1 and len(page.cut.texts[end]) <= LONGEST_VAGUE and is_vague(page.cut.texts[end])


def _names(page: Outline, span: Span, name: str) -> Iterator[Fault]:
    """A link says where it leads, and is called by the words that are seen (KWCAG 2.4.3, 2.5.3)."""
    words = page.words(span)
    if page.cut.tags[span[0]].name == "a" and is_vague(name or words):
        values: dict[str, object] = {"words": name or words}
        yield Fault("page-link-text", page.cut.offsets[span[0]], '"{words}" does not say where this leads', values)
    elif name and WORD.search(words) and words.casefold() not in name.casefold():
        values = {"name": name, "words": words}
        yield Fault("page-name", page.cut.offsets[span[0]], 'the name "{name}" is without the words "{words}"', values)


def _is_program(tag: Mark) -> bool:
    return tag.name == "script" and tag.attributes.get("type") != "application/ld+json"


def _own(page: Outline) -> Iterator[Fault]:
    """What is wrong with tags by themselves."""
    for number, tag in page.noted:
        for fault in tag.faults:
            yield Fault(fault.code, page.cut.offsets[number], fault.message, fault.values)
