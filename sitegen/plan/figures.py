"""Figures as readers see them: the number in their language, rounded only where a text asks for it, with its unit."""

from sitegen.claims import Shown
from sitegen.kinds.records import Figure
from sitegen.plan.wording import Wording
from sitegen.quantities import rounded, with_unit, written
from sitegen.values import Text


def amount(figure: Figure, claim: Shown, wording: Wording, default: str) -> str:
    """Return a figure in a language, as a text wants it shown; `default` is the language of units without words in it.

    What is rounded says so, and so does what is provisional, unless only the number is wanted.
    """
    value = rounded(figure.value, claim.digits)
    text = written(value, wording.locale)
    if not claim.with_unit:
        return text
    text = with_unit(text, _unit(figure.unit, wording, default), wording.locale)
    if value != figure.value:
        text = wording.say("amount_about", amount=text)
    return wording.say("amount_provisional", amount=text) if figure.provisional else text


def _unit(unit: Text, wording: Wording, default: str) -> str:
    words, _ = unit.best(wording.language, default)
    return words
