"""Kits: sheets to print for a lesson or a meeting."""

from sitegen.kinds.page import Kit
from sitegen.plan.actions import all_actions
from sitegen.plan.frame import menu_entry
from sitegen.plan.home import way
from sitegen.plan.records import quiz
from sitegen.plan.savings import ActionItem, saving
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import PLEDGE, SECTIONS
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Phrase


def kit(known: Kit, at: Standpoint) -> views.Kit:
    """Return the sheets of a kit."""
    questions = quiz(at).questions
    return views.Kit(
        steps=tuple(
            views.KitStep(
                _minutes("kit_minutes", step.minutes, at), at.told_best(step.text, f"kit.steps.{number}.text")
            )
            for number, step in enumerate(known.steps)
        ),
        total=_minutes("kit_total", sum(step.minutes for step in known.steps), at),
        actions=tuple(_action(action, at) for action in all_actions(at) if known.audience in action.facts.audience),
        questions=questions,
        answers=tuple(_answer(question, at) for question in questions),
        line=_line(at),
        timeline=menu_entry(SECTIONS["milestone"], at),
        pledge=_pledge(at),
    )


def _line(at: Standpoint) -> tuple[views.KitPoint, ...]:
    """Return the steps to zero on a falling line, evenly spaced: it is there to be coloured in, and shows no data."""
    steps = way(at)
    last = max(len(steps) - 1, 1)
    return tuple(views.KitPoint(step, round(100 * number / last, 2)) for number, step in enumerate(steps))


def _minutes(name: str, minutes: int, at: Standpoint) -> str:
    return at.say(name, count=at.wording.number(minutes))


def _action(action: ActionItem, at: Standpoint) -> views.KitAction:
    words, spoken = at.words(action), at.spoken(action)
    return views.KitAction(
        pledge=Phrase(at.plain(words.pledge, spoken), at.lang(spoken)),
        action=Anchor(at.href("action", action.id), at.title(action)),
        steps=tuple(Phrase(at.plain(step, spoken), at.lang(spoken)) for step in words.steps),
        saving=saving(action, at),
    )


def _answer(question: views.QuizQuestion, at: Standpoint) -> views.KitAnswer:
    """Return the answer to a question; the choices are numbered from 1."""
    right = next((number for number, choice in enumerate(question.choices, 1) if choice.is_right), 0)
    return views.KitAnswer(at.say("kit_answer", number=at.wording.number(right)), question)


def _pledge(at: Standpoint) -> Anchor | None:
    if at.item("page", PLEDGE) is None:
        return None
    return Anchor(at.href("page", PLEDGE), Phrase(at.say("kit_pledge")))
