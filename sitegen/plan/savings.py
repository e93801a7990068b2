"""What actions save: each as its source says it, and together only what may be added up."""

from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from msgspec import Struct

from sitegen.claims import Shown
from sitegen.kinds.action import ActionFacts, ActionWords
from sitegen.kinds.records import Figure
from sitegen.model import Item
from sitegen.plan.figures import amount
from sitegen.plan.rows import SourceItem
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import passage_anchor
from sitegen.values import Period, Text
from sitegen.views.parts import Anchor, Phrase, Saving

ActionItem = Item[ActionFacts, ActionWords]


class Count(Struct, frozen=True):
    """How something was counted: who says it, of when it is, in which unit. Only what is of one count is added up."""

    source: str
    as_of: Period
    unit: Text


class Addend(Struct, frozen=True):
    """A number that may be added to others of the same count."""

    count: Count
    value: Decimal


def saving(action: ActionItem, at: Standpoint) -> Saving:
    """Return what an action saves, as its source says; where none does, that."""
    effect, figure = action.facts.effect, _figure(action, at)
    if effect is None or figure is None:
        return Saving("", Phrase(at.say("saving_unknown")))
    shown = at.say("saving_in_a_year", amount=amount(figure, Shown(figure.id), at.wording, at.languages[0]))
    return Saving(shown, at.phrase(effect.assumption), _source(figure, at))


def addend(action: ActionItem, at: Standpoint) -> Addend | None:
    """Return the number of an action that may be added to others; None if there is none, or it may not."""
    effect, figure = action.facts.effect, _figure(action, at)
    if effect is None or figure is None or not effect.adds_up:
        return None
    return Addend(Count(figure.source, figure.as_of, figure.unit), figure.value)


def counts(addends: Iterable[Addend | None]) -> tuple[Count, ...]:
    """Return every way of counting among addends once, in the order in which they come."""
    found: list[Count] = []
    for each in addends:
        if each is not None and each.count not in found:
            found.append(each.count)
    return tuple(found)


def _figure(action: ActionItem, at: Standpoint) -> Figure | None:
    effect = action.facts.effect
    return cast("Figure | None", at.record("figure", effect.figure)) if effect else None


def _source(figure: Figure, at: Standpoint) -> Anchor | None:
    """Return the way to the passage that says it; it is called by who published that."""
    source = cast("SourceItem | None", at.item("source", figure.source))
    if source is None:
        return None
    publisher, spoken = at.words(source).publisher, at.spoken(source)
    words = at.say("saving_source", publisher=publisher, as_of=at.wording.period(figure.as_of).text)
    return Anchor(f"{at.href('source', source.id)}#{passage_anchor(figure.passage)}", Phrase(words, at.lang(spoken)))
