"""The kinds that share one page each: figures, questions, milestones, the quiz."""

from collections.abc import Sequence

from sitegen.claims import Shown
from sitegen.kinds.records import Figure, Milestone, Question, QuizItem
from sitegen.plan.figures import amount
from sitegen.plan.linked_data import Described
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.statements import questions_data
from sitegen.urls import passage_anchor
from sitegen.values import STAND_IN
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Phrase


def figures(at: Standpoint) -> views.Entries:
    """Return the figures with their units."""
    return _entries("figures", [_figure(figure, at) for figure in at.records("figure", Figure)], at)


def questions(at: Standpoint) -> views.Entries:
    """Return the questions with their answers."""
    entries = [
        views.Entry(item.id, at.phrase(item.question), None, at.told_best(item.answer, f"{item.id}.answer"), None,
                    at.anchors("source", item.sources), at.anchors("page", item.related),
                    at.wording.day(item.reviewed_on))
        for item in at.records("question", Question)
    ]  # fmt: skip
    return _entries("questions", entries, at, questions_data(at))


def milestones(at: Standpoint) -> views.Entries:
    """Return the timeline, oldest first."""
    steps = sorted(at.records("milestone", Milestone), key=lambda step: (step.on.first, step.id))
    entries = [
        views.Entry(step.id, at.phrase(step.title), at.wording.period(step.on),
                    at.told_best(step.text, f"{step.id}.text") if step.text else None, None,
                    at.anchors("source", step.sources), is_ahead=step.on.first > at.today)
        for step in steps
    ]  # fmt: skip
    return _entries("milestones", entries, at)


def quiz(at: Standpoint) -> views.Quiz:
    """Return the quiz."""
    items = at.records("quiz", QuizItem)
    return views.Quiz(
        answer=at.wording.count("answer_quiz", len(items)),
        questions=tuple(
            views.QuizQuestion(
                item.id,
                at.phrase(item.question),
                tuple(views.QuizChoice(at.phrase(choice.text), choice.right) for choice in item.choices),
                at.told_best(item.explanation, f"{item.id}.explanation"),
                at.anchors("source", item.sources),
            )
            for item in items
        ),
    )


def _figure(figure: Figure, at: Standpoint) -> views.Entry:
    """Return a figure with the words of its source that hold it."""
    shown = amount(figure, Shown(figure.id), at.wording, at.languages[0])
    basis = Phrase(at.say(f"basis_{figure.basis.replace('-', '_')}")) if figure.basis else None
    source = at.anchor("source", figure.source)
    place = "" if figure.quote.startswith(STAND_IN) else f"#{passage_anchor(figure.passage)}"
    passage = (Anchor(f"{source.href}{place}", source.label),) if source else ()
    return views.Entry(
        figure.id, at.phrase(figure.label), at.wording.period(figure.as_of), Phrase(shown), basis, passage
    )


def _entries(
    kind: str, entries: Sequence[views.Entry], at: Standpoint, linked_data: Described | None = None
) -> views.Entries:
    return views.Entries(kind, at.wording.count(f"answer_{kind}", len(entries)), tuple(entries), linked_data)
