"""Strategy pages, and the tree of the strategy."""

from sitegen.kinds.strategy import StrategyFacts, StrategyWords
from sitegen.model import Item
from sitegen.plan.progress import in_words, progress
from sitegen.plan.rows import newest_tasks, simple_row, tasks_naming
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.views import pages as views
from sitegen.views.parts import Fact, Phrase, Row

StrategyItem = Item[StrategyFacts, StrategyWords]


def all_strategies(at: Standpoint) -> tuple[StrategyItem, ...]:
    """Return the published parts of the tree in their order."""
    return tuple(sorted(at.items("strategy", StrategyFacts, StrategyWords), key=lambda s: (s.facts.order, s.id)))


def children(parent: str | None, at: Standpoint) -> tuple[StrategyItem, ...]:
    """Return what a part of the tree is made of; the roots for None."""
    return tuple(item for item in all_strategies(at) if item.facts.parent == parent)


def directions(at: Standpoint) -> tuple[Row, ...]:
    """Return the directions of all strategies, and what they stand on, as rows."""
    return tuple(simple_row(item, at) for item in all_strategies(at) if item.facts.level in {"direction", "foundation"})


def listing(at: Standpoint) -> views.StrategyListing:
    """Return the strategies as trees."""
    parts = all_strategies(at)
    return views.StrategyListing(
        answer=at.say(
            "answer_strategy",
            directions=sum(item.facts.level == "direction" for item in parts),
            foundations=sum(item.facts.level == "foundation" for item in parts),
            tasks=sum(item.facts.level == "key_task" for item in parts),
        ),
        strategies=tuple(_node(item, at) for item in children(None, at)),
    )


def _node(item: StrategyItem, at: Standpoint) -> views.StrategyNode:
    below = tuple(_node(child, at) for child in children(item.id, at))
    return views.StrategyNode(simple_row(item, at), _naming(item, at), below)


def detail(item: StrategyItem, at: Standpoint) -> views.Strategy:
    """Return the page of a strategy, a direction or a key task."""
    words = at.words(item)
    return views.Strategy(
        level=at.say(f"level_{item.facts.level}"),
        glance=views.Glance(
            at.told(words.summary, "summary"), at.told(words.why, "why"), at.told(words.meaning, "meaning")
        )
        if words.why
        else None,
        meaning=at.told(words.meaning, "meaning"),
        naming=_naming(item, at),
        official_title=Phrase(words.official_title) if words.official_title else None,
        children=at.group(f"parts-of-{item.facts.level}", (simple_row(child, at) for child in children(item.id, at))),
        tasks=newest_tasks(
            "strategy-tasks",
            tasks_naming("strategy", item.id, "strategy", at),
            at,
            in_words("progress_strategy", progress("strategy", item.id, "strategy", at), at),
        ),
        indicators=at.group(
            "measured-by", (simple_row(each, at) for each in at.naming("strategy", item.id, "indicator", "strategies"))
        ),
    )


def strategy_facts(item: StrategyItem, at: Standpoint) -> tuple[Fact, ...]:
    """Return its place in the tree, when it was adopted, where it stands."""
    known = item.facts
    return facts(
        at.fact("level", at.say(f"level_{known.level}")),
        at.fact("part_of", at.value("strategy", known.parent)),
        at.dated("adopted_on", known.adopted_on),
        at.fact("document", at.value("source", known.document)),
        at.fact("naming", _naming(item, at)),
    )


def _naming(item: StrategyItem, at: Standpoint) -> str:
    naming = item.facts.naming.get(at.spoken(item))
    return at.say(f"naming_{naming}") if naming else ""
