"""Pages: home, not found, the list of each kind, and plain text."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.kinds.action import Audience
from sitegen.kinds.common import Facts, Words
from sitegen.values import Count, IndicatorRef, PageRef, TaskRef, Text

Listed = Literal[
    "strategy", "task", "meeting", "news", "event", "action", "indicator", "source",
    "agency", "term", "figure", "question", "quiz", "milestone",
]  # fmt: skip


class Invitation(Struct, frozen=True, kw_only=True):
    """Something to do now, and the page that leads to it."""

    page: Annotated[PageRef, Meta(description="the page it leads to")]
    text: Annotated[Text, Meta(description="what to do, as an invitation")]


class KitStep(Struct, frozen=True, kw_only=True):
    """A step of a lesson or a meeting."""

    minutes: Annotated[Count, Meta(description="how long it takes, in minutes")]
    text: Annotated[Text, Meta(description="what to do")]


class Kit(Struct, frozen=True, kw_only=True):
    """Sheets to print for a lesson or a meeting."""

    audience: Annotated[Audience, Meta(description="whose actions are on the sheets")]
    steps: Annotated[tuple[KitStep, ...], Meta(min_length=1, description="how it goes, step by step")]


class PageFacts(Facts, frozen=True, kw_only=True):
    """Facts of a page."""

    lists: Annotated[Listed | None, Meta(description="the kind whose list this page heads")] = None
    indexed: Annotated[bool, Meta(description="false: search engines are asked not to list it")] = True
    kit: Annotated[
        Kit | None, Meta(description="makes the page sheets to print: steps, actions, the quiz, the line to zero")
    ] = None
    invitations: Annotated[tuple[Invitation, ...], Meta(description="home page: things to do now, three at best")] = ()
    featured_tasks: Annotated[tuple[TaskRef, ...], Meta(description="home page: tasks to begin with")] = ()
    featured_indicator: Annotated[
        IndicatorRef | None, Meta(description="home page: the indicator whose chart shows where we stand")
    ] = None


class PageWords(Words, frozen=True, kw_only=True):
    """Words of a page."""

    label: Annotated[
        str, Meta(max_length=20, extra={"told": False}, description="its short name in menus; the title if empty")
    ] = ""
