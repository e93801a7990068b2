"""Rules of a single page.

Sources: HTML (https://html.spec.whatwg.org), WCAG 2.2 and KWCAG 2.2; the numbers of KWCAG stand at each rule.
"""

from collections.abc import Iterator

from sitegen.verify.outline import HEADINGS, Element, Outline

Fault = tuple[str, int, str, dict[str, object]]
"""Code, offset into the page, message, and the values it names."""


def faults(page: Outline) -> Iterator[Fault]:
    """Yield everything that is wrong with a page by itself."""
    yield from _ids(page)
    yield from _headings(page)
    yield from _head(page)
    for element in page.elements:
        yield from _element(element)


def _ids(page: Outline) -> Iterator[Fault]:
    """Each id once (KWCAG 4.1.1)."""
    seen: set[str] = set()
    for identifier, offset in page.ids:
        if identifier in seen:
            yield "page-duplicate-id", offset, 'the id "{id}" is already on this page', {"id": identifier}
        seen.add(identifier)


def _headings(page: Outline) -> Iterator[Fault]:
    """One h1, no level left out, none empty (KWCAG 1.3.2, 2.4.2)."""
    headings = page.named(*HEADINGS)
    firsts = [heading for heading in headings if heading.name == "h1"]
    if len(firsts) != 1:
        offset = firsts[1].offset if firsts else 0
        yield "page-headings", offset, "a page has one h1, not {count}", {"count": len(firsts)}
    level = 0
    for heading in headings:
        found = int(heading.name[1])
        if found > level + 1:
            yield "page-headings", heading.offset, "h{found} follows h{level}", {"found": found, "level": level}
        level = found


def _head(page: Outline) -> Iterator[Fault]:
    """A language and a title (KWCAG 3.1.1, 2.4.2)."""
    for root in page.named("html"):
        if not root.attributes.get("lang"):
            yield "page-language", root.offset, "the page does not say its language", {}
    if not any(title.text.strip() for title in page.named("title")):
        yield "page-title", 0, "the page has no title", {}


def _element(element: Element) -> Iterator[Fault]:
    yield from _text(element)
    yield from _active(element)
    if element.name == "img" and "alt" not in element.attributes:
        yield "page-alternative", element.offset, "a picture has no text for those who do not see it", {}
    if element.name == "th" and "scope" not in element.attributes:
        yield "page-table", element.offset, "a table heading does not say what it heads (scope)", {}


def _text(element: Element) -> Iterator[Fault]:
    """Links, buttons and headings say something (KWCAG 2.4.2, 2.4.3)."""
    if element.name not in {"a", "button", "summary", "caption", *HEADINGS}:
        return
    if not (element.text.strip() or element.attributes.get("aria-label")):
        yield "page-empty", element.offset, "<{name}> has no words", {"name": element.name}


def _active(element: Element) -> Iterator[Fault]:
    """No inline style, no handler, no script of another site: the site's security policy would block them."""
    for name, value in element.attributes.items():
        if name == "style" or name.startswith("on"):
            yield "page-inline", element.offset, 'the attribute "{name}" is not allowed', {"name": name}
        if name in {"href", "src", "action"} and value.strip().casefold().startswith(
            ("javascript:", "data:", "vbscript:")
        ):
            yield "page-inline", element.offset, "the address {value} is not allowed", {"value": value[:40]}
        if name == "src" and "//" in value[:8]:
            yield "page-foreign", element.offset, "{value} is on another site", {"value": value}
    if element.name in {"style", "iframe", "object", "embed", "base"}:
        yield "page-inline", element.offset, "<{name}> is not allowed", {"name": element.name}
    if element.name == "script" and element.attributes.get("type") != "application/ld+json" and element.text.strip():
        yield "page-inline", element.offset, "a script within the page is not allowed", {}
