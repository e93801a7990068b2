"""Short records, kept in one YAML list a kind, with the words of every language side by side."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.kinds.common import RecordFacts
from sitegen.values import FigureRef, Id, Label, NonEmpty, PageRef, Period, SourceRef, TermRef, Text

Basis = Literal["ipcc-1996", "ipcc-2006", "owid-gcp", "cait", "scenario"]
"""Ways of accounting for emissions, whose numbers must not be compared."""


class Term(RecordFacts, frozen=True, kw_only=True):
    """A glossary term."""

    id: Annotated[Id, Meta(description="its id and anchor")]
    term: Annotated[Label, Meta(description="the term")]
    short: Annotated[Text, Meta(description="what it means, in a sentence")]
    long: Annotated[Text | None, Meta(description="more about it")] = None
    hanja: Annotated[str, Meta(description="the term in Chinese characters")] = ""
    see: Annotated[tuple[TermRef, ...], Meta(description="related terms")] = ()
    sources: Annotated[tuple[SourceRef, ...], Meta(description="where that is said")] = ()


class Figure(RecordFacts, frozen=True, kw_only=True):
    """A number, with everything needed to believe it."""

    id: Annotated[Id, Meta(description="its id and anchor")]
    label: Annotated[Label, Meta(description="what is counted")]
    value: Annotated[Decimal, Meta(description="the number in the plain unit, with every digit that the source gives")]
    unit: Annotated[Label, Meta(description="its unit")]
    as_of: Annotated[Period, Meta(description="when it was so")]
    source: Annotated[SourceRef, Meta(description="where it comes from")]
    passage: Annotated[Id, Meta(description="the id of the passage that says it")]
    quote: Annotated[NonEmpty, Meta(description="the words of the passage that hold the number")]
    scale: Annotated[Decimal, Meta(description="what one stands for in these words, as in 1000000 for millions")] = (
        Decimal(1)
    )
    basis: Annotated[Basis | None, Meta(description="the accounting it follows, where there are several")] = None
    provisional: Annotated[bool, Meta(description="true while it may still change")] = False
    sum_of: Annotated[tuple[FigureRef, ...], Meta(description="the figures that make it up, if it is a sum")] = ()


class Question(RecordFacts, frozen=True, kw_only=True):
    """A question people ask, and its answer."""

    id: Annotated[Id, Meta(description="its id and anchor")]
    question: Annotated[Label, Meta(description="the question")]
    answer: Annotated[Text, Meta(description="the answer, in plain sentences")]
    group: Annotated[str, Meta(description="what it is about")] = ""
    reviewed_on: Annotated[date, Meta(description="when the answer was last checked")]
    related: Annotated[tuple[PageRef, ...], Meta(description="pages to read on")] = ()
    sources: Annotated[tuple[SourceRef, ...], Meta(description="what the answer rests on")] = ()


class Choice(Struct, frozen=True, kw_only=True):
    """A possible answer in a quiz."""

    text: Annotated[Label, Meta(description="the answer")]
    right: Annotated[bool, Meta(description="true for the right one")] = False


class QuizItem(RecordFacts, frozen=True, kw_only=True):
    """A quiz question with its choices and an explanation."""

    id: Annotated[Id, Meta(description="its id and anchor")]
    question: Annotated[Label, Meta(description="what the quiz asks")]
    choices: Annotated[tuple[Choice, ...], Meta(min_length=2, description="the choices; one is right")]
    explanation: Annotated[Text, Meta(description="why")]
    sources: Annotated[tuple[SourceRef, ...], Meta(description="what it rests on")] = ()


class Milestone(RecordFacts, frozen=True, kw_only=True):
    """A step on the way, for the timeline."""

    id: Annotated[Id, Meta(description="its id and anchor")]
    on: Annotated[Period, Meta(description="when it happened or is to happen")]
    title: Annotated[Label, Meta(description="what happened")]
    text: Annotated[Text | None, Meta(description="more about it")] = None
    on_home: Annotated[bool, Meta(description="true: also a point on the line of the home page")] = False
    sources: Annotated[tuple[SourceRef, ...], Meta(min_length=1, description="where that is said")]


class Image(RecordFacts, frozen=True, kw_only=True):
    """A picture, with the words for those who do not see it."""

    id: Annotated[Id, Meta(description="its id")]
    file: Annotated[NonEmpty, Meta(description="its file in content/images/")]
    alt: Annotated[Label | None, Meta(description="what it shows; left out only if it is decorative")] = None
    decorative: Annotated[Literal[True] | None, Meta(description="true if it adds nothing to the words")] = None
    credit: Annotated[Label, Meta(description="who made it")]
    licence: Annotated[NonEmpty, Meta(description="its terms of use")]
    caption: Annotated[Text | None, Meta(description="the line under it")] = None
