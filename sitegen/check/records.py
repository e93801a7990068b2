"""Rules of short records: a quiz has one right answer, and a picture is described for those who do not see it."""

from collections.abc import Iterator

from sitegen.check.subjects import records
from sitegen.diagnostics import Diagnostic, error
from sitegen.kinds.records import Image, QuizItem
from sitegen.model import Record, Site


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with quiz questions and pictures."""
    for record in records(site):
        if isinstance(record.value, QuizItem):
            yield from _one_right(record, record.value)
        elif isinstance(record.value, Image):
            yield from _described(record, record.value)


def _one_right(record: Record, question: QuizItem) -> Iterator[Diagnostic]:
    right = sum(choice.right for choice in question.choices)
    if right != 1:
        yield error(
            "quiz-answers",
            record.origin.place("choices"),
            "a quiz question has one right answer, and this has {right}"
            if right
            else "a quiz question has one right answer, and this has none",
            "write right: true after exactly one of the choices",
            right=right,
        )


def _described(record: Record, image: Image) -> Iterator[Diagnostic]:
    if image.alt is None and not image.decorative:
        yield error(
            "image-undescribed",
            record.origin.place("id"),
            "nothing says what this picture shows",
            "add alt: with words for those who do not see it, or decorative: true if it adds nothing to the text",
        )
    elif image.alt is not None and image.decorative:
        yield error(
            "image-undescribed",
            record.origin.place("decorative"),
            "this picture is described, and called decorative",
            "keep one of the two",
        )
