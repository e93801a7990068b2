"""Rules of a single tag, wherever it stands.

Sources: HTML (https://html.spec.whatwg.org), WCAG 2.2 and KWCAG 2.2; the numbers of KWCAG stand at each rule.
"""

from collections.abc import Iterator

from sitegen.markup import Tag
from sitegen.verify.faults import OwnFault

FORBIDDEN = frozenset({"style", "iframe", "object", "embed", "base"})
ADDRESSES = frozenset({"href", "src", "action"})
PROGRAMS = ("javascript:", "data:", "vbscript:")


def own_faults(tag: Tag) -> tuple[OwnFault, ...]:
    """Return what is wrong with a tag by itself."""
    return () if tag.is_end else (*_missing(tag), *_active(tag))


def _missing(tag: Tag) -> Iterator[OwnFault]:
    """The language of a page, the text of a picture, the scope of a heading (KWCAG 3.1.1, 1.1.1, 1.3.1)."""
    if tag.name == "html" and not tag.attributes.get("lang"):
        yield OwnFault("page-language", "the page does not say its language")
    if tag.name == "img" and "alt" not in tag.attributes:
        yield OwnFault("page-alternative", "a picture has no text for those who do not see it")
    if tag.name == "th" and "scope" not in tag.attributes:
        yield OwnFault("page-table", "a table heading does not say what it heads (scope)")


def _active(tag: Tag) -> Iterator[OwnFault]:
    """No inline style, no handler, no script of another site: the site's security policy would block them."""
    for name, value in tag.attributes.items():
        if name in ADDRESSES:
            if value.strip().casefold().startswith(PROGRAMS):
                yield OwnFault("page-inline", "the address {value} is not allowed", {"value": value[:40]})
            if name == "src" and "//" in value[:8]:
                yield OwnFault("page-foreign", "{value} is on another site", {"value": value})
        elif name == "style" or name.startswith("on"):
            yield OwnFault("page-inline", 'the attribute "{name}" is not allowed', {"name": name})
    if tag.name in FORBIDDEN:
        yield OwnFault("page-inline", "<{name}> is not allowed", {"name": tag.name})
