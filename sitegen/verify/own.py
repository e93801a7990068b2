"""Rules of a single tag, wherever it stands.

Sources: HTML (https://html.spec.whatwg.org), WCAG 2.2 and KWCAG 2.2; the numbers of KWCAG stand at each rule.
"""

import re
from collections.abc import Iterator

from sitegen.markup import Tag
from sitegen.verify.faults import OwnFault

FORBIDDEN = frozenset({"style", "iframe", "object", "embed", "base"})
FIELDS = frozenset({"input", "select", "textarea"})
UNNAMED = frozenset({"button", "hidden", "image", "reset", "submit"})
"""Types of `<input>` that need no label."""
ADDRESSES = frozenset({"href", "src", "action"})
UNASKED = frozenset({"accesskey", "autofocus", "autoplay"})
ACTING = UNASKED | {"http-equiv", "tabindex", "target"}
"""Attributes by which something may happen that nobody asked for; few tags have one."""
AT_ONCE = re.compile(r"\s*0\s*;\s*url=", re.IGNORECASE)
"""A page that only leads on to its new address, which the reader asked for."""
SAYS_NOTHING = re.compile(
    r"(?i:.*\.(?:png|jpe?g|gif|svg|webp|avif)|image|picture|photo|logo|icon|그림|이미지|사진|로고|아이콘|도표|chart)"
)
SAME_WINDOW = frozenset({"_self", "_top"})  # the latter out of a frame that another site shows, as any link would
PROGRAMS = ("javascript:", "data:", "vbscript:")


def own_faults(tag: Tag) -> tuple[OwnFault, ...]:
    """Return what is wrong with a tag by itself."""
    if tag.is_end:
        return ()
    unasked = () if ACTING.isdisjoint(tag.attributes) else _unasked(tag)
    return (*_missing(tag), *_active(tag), *unasked)


def is_field(tag: Tag) -> bool:
    """Whether a tag is of a field that needs a label."""
    return tag.name in FIELDS and not tag.is_end and tag.attributes.get("type") not in UNNAMED


def _missing(tag: Tag) -> Iterator[OwnFault]:
    """The language of a page, the text of a picture, the scope of a heading (KWCAG 3.1.1, 1.1.1, 1.3.1)."""
    if tag.name == "html" and not tag.attributes.get("lang"):
        yield OwnFault("page-language", "the page does not say its language")
    if tag.name == "img":
        yield from _alternative(tag.attributes.get("alt"))
    if tag.name == "th" and "scope" not in tag.attributes:
        yield OwnFault("page-table", "a table heading does not say what it heads (scope)")


def _alternative(words: str | None) -> Iterator[OwnFault]:
    """What a picture shows is said: not that it is a picture, nor what its file is called (KWCAG 1.1.1)."""
    if words is None:
        yield OwnFault("page-alternative", "a picture has no text for those who do not see it")
    elif SAYS_NOTHING.fullmatch(words.strip()):
        yield OwnFault("page-alternative", '"{words}" does not say what a picture shows', {"words": words})


def _unasked(tag: Tag) -> Iterator[OwnFault]:
    """Nothing happens that nobody asked for, and no key is taken (KWCAG 1.4.2, 2.1.4, 2.2.1, 3.2.1; 2.1.2)."""
    told = tag.attributes
    for name in sorted(UNASKED & told.keys()):
        yield OwnFault("page-behaviour", 'the attribute "{name}" is not allowed', {"name": name})
    if told.get("target", "_self") not in SAME_WINDOW:
        yield OwnFault("page-behaviour", "a link must not open another window")
    if told.get("http-equiv", "").casefold() == "refresh" and not AT_ONCE.match(told.get("content", "")):
        yield OwnFault("page-behaviour", "a page must not change by itself after some time")
    if told.get("tabindex", "0").strip().isdecimal() and int(told.get("tabindex", "0")) > 0:
        yield OwnFault(
            "page-tab-order",
            'tabindex="{number}" takes the keyboard out of the order of the page',
            {"number": told["tabindex"]},
        )


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
