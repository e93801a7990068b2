"""Terms of the glossary, explained in place where the body of a page uses them first."""

from collections.abc import Iterator
from html import unescape
from operator import attrgetter
from typing import cast

from msgspec import Struct

from sitegen.kinds.news import NewsFacts
from sitegen.kinds.page import PageFacts
from sitegen.kinds.records import Term
from sitegen.model import AnyItem
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.uses import Form, Use, first_uses, forms
from sitegen.urls import term_anchor
from sitegen.views.parts import Anchor, Body, Explained, Illustration, Phrase, Stretch


class Shown(Struct, frozen=True):
    """A picture, and where in the HTML of a body it is."""

    start: int
    end: int
    picture: Illustration


def explained(item: AnyItem, at: Standpoint) -> Body | None:
    """Return an item's body with its terms explained, unless the body is somebody else's words, or the glossary's."""
    body = at.body(item)
    if body is None or _is_kept_as_it_is(item):
        return body
    language = at.spoken(item)
    known = _forms(language, at)
    if not known:
        return body
    html = "".join(stretch.html for stretch in body.stretches)
    uses = first_uses(html, known)
    return Body(tuple(_stretches(html, (*uses, *_shown(body)), language, at)), body.lang) if uses else body


def _is_kept_as_it_is(item: AnyItem) -> bool:
    match item.facts:
        case NewsFacts(reproduces=reproduced):
            return reproduced is not None
        case PageFacts(lists=listed):
            return listed == "term"
        case _:
            return item.kind == "source"


def _forms(language: str, at: Standpoint) -> tuple[Form, ...]:
    return at.site.once(("terms", language), lambda: forms(at.site.called(language), language))


def _shown(body: Body) -> Iterator[Shown]:
    """Yield the pictures of a body, and where in its HTML they are."""
    end = 0
    for stretch in body.stretches:
        end += len(stretch.html)
        if stretch.picture:
            yield Shown(end, end, stretch.picture)


def _stretches(html: str, parts: tuple[Use | Shown, ...], language: str, at: Standpoint) -> Iterator[Stretch]:
    done = 0
    for part in sorted(parts, key=attrgetter("start")):
        before = html[done : part.start]
        if isinstance(part, Shown):
            yield Stretch(before, picture=part.picture)
        else:
            yield Stretch(before, _explained(part, html, before, language, at))
        done = part.end
    yield Stretch(html[done:])


def _explained(use: Use, html: str, before: str, language: str, at: Standpoint) -> Explained:
    term = cast("Term", at.record("term", use.term))
    name, _ = term.term.best(language, at.languages[0])
    meaning, spoken = term.short.best(language, at.languages[0])
    return Explained(
        word=unescape(html[use.start : use.end]),
        anchor=term_anchor(use.term),
        name=name,
        meaning=Phrase(at.plain(meaning, spoken), "" if spoken == language else spoken),
        more=Anchor(at.href("term", use.term), Phrase(at.say("term_more", term=name))),
        is_joined=not before[-1:].isspace() and not before.endswith(">"),
        is_continued=not html[use.end : use.end + 1].isspace(),
    )
