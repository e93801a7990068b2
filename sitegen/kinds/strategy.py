"""The strategy, its directions and its key tasks: a tree."""

from typing import Annotated, Literal

from msgspec import Meta

from sitegen.kinds.common import Facts, Words
from sitegen.values import Count, NonEmpty, Period, SourceRef, StrategyRef, Verbatim

Level = Literal["strategy", "direction", "foundation", "key_task"]
Naming = Literal["official", "press", "translation"]


class StrategyFacts(Facts, frozen=True, kw_only=True):
    """Facts of a strategy, a direction or a key task."""

    level: Annotated[Level, Meta(description="its place in the tree")]
    order: Annotated[Count, Meta(description="its position among its siblings")]
    adopted_on: Annotated[Period, Meta(description="when it was adopted")]
    parent: Annotated[StrategyRef | None, Meta(description="what it is part of; none for a strategy")] = None
    document: Annotated[SourceRef | None, Meta(description="the document it stands in")] = None
    naming: Annotated[
        dict[str, Naming],
        Meta(description="by language: is the title official, taken from the press, or our translation"),
    ]


class StrategyWords(Words, frozen=True, kw_only=True):
    """Words of a strategy, a direction or a key task."""

    meaning: Annotated[NonEmpty, Meta(description="what the strategy changes for me")]
    why: Annotated[str, Meta(description="why it matters, in two plain sentences")] = ""
    official_title: Annotated[Verbatim, Meta(description="the title as the source has it, if it differs")] = ""
