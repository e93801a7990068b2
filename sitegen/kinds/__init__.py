"""The kinds of content: for each, where it lives and what it may say."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from sitegen.kinds.action import ActionFacts, ActionWords
from sitegen.kinds.agency import Agency
from sitegen.kinds.common import Facts, RecordFacts, Words
from sitegen.kinds.event import EventFacts, EventWords
from sitegen.kinds.indicator import IndicatorFacts, IndicatorWords
from sitegen.kinds.meeting import MeetingFacts, MeetingWords
from sitegen.kinds.news import NewsFacts, NewsWords
from sitegen.kinds.page import PageFacts, PageWords
from sitegen.kinds.records import Figure, Image, Milestone, Question, QuizItem, Term
from sitegen.kinds.source import SourceFacts, SourceWords
from sitegen.kinds.strategy import StrategyFacts, StrategyWords
from sitegen.kinds.task import TaskFacts, TaskWords


class PageKind(Struct, frozen=True):
    """A kind whose things have a file per language and a page each, in a folder of content/."""

    name: str
    folder: str
    facts: type[Facts]
    words: type[Words]

    @property
    def fields(self) -> frozenset[str]:
        """The names of all fields."""
        return frozenset((*self.facts.__struct_fields__, *self.words.__struct_fields__))


class RecordKind(Struct, frozen=True):
    """A kind whose things are short records in one YAML list of content/."""

    name: str
    file: str
    record: type[RecordFacts]
    name_field: str
    """The field that holds what people call it."""


PAGE_KINDS: Mapping[str, PageKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            PageKind("strategy", "strategy", StrategyFacts, StrategyWords),
            PageKind("task", "tasks", TaskFacts, TaskWords),
            PageKind("meeting", "meetings", MeetingFacts, MeetingWords),
            PageKind("news", "news", NewsFacts, NewsWords),
            PageKind("event", "events", EventFacts, EventWords),
            PageKind("action", "actions", ActionFacts, ActionWords),
            PageKind("indicator", "indicators", IndicatorFacts, IndicatorWords),
            PageKind("source", "sources", SourceFacts, SourceWords),
            PageKind("page", "pages", PageFacts, PageWords),
        )
    }
)

RECORD_KINDS: Mapping[str, RecordKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            RecordKind("agency", "agencies.yaml", Agency, "name"),
            RecordKind("term", "glossary.yaml", Term, "term"),
            RecordKind("figure", "figures.yaml", Figure, "label"),
            RecordKind("question", "questions.yaml", Question, "question"),
            RecordKind("quiz", "quiz.yaml", QuizItem, "question"),
            RecordKind("milestone", "milestones.yaml", Milestone, "title"),
            RecordKind("image", "images.yaml", Image, "alt"),
        )
    }
)
