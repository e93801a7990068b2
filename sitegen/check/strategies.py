"""Rules of the strategy's tree."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sitegen.check.subjects import of_kind
from sitegen.diagnostics import Diagnostic, error
from sitegen.kinds.strategy import StrategyFacts, StrategyWords
from sitegen.model import Item, Site

StrategyItem = Item[StrategyFacts, StrategyWords]
LEVEL_ABOVE: Mapping[str, str | None] = MappingProxyType(
    {"strategy": None, "direction": "strategy", "foundation": "strategy", "key_task": "direction"}
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with the tree: parents of the level above, and a naming for each language."""
    items = {item.id: item for item in of_kind(site, "strategy", StrategyFacts, StrategyWords)}
    for item in items.values():
        yield from _parent(item, items)
        yield from _naming(item)


def _parent(item: StrategyItem, items: Mapping[str, StrategyItem]) -> Iterator[Diagnostic]:
    wanted = LEVEL_ABOVE[item.facts.level]
    parent = items.get(item.facts.parent or "")
    if wanted is None and item.facts.parent:
        yield error(
            "strategy-parent", item.facts_origin.place("parent"), "a strategy is not part of anything",
            "remove the line parent: …",
        )  # fmt: skip
    elif wanted and (not item.facts.parent or (parent is not None and parent.facts.level != wanted)):
        yield error(
            "strategy-parent",
            item.facts_origin.place("parent"),
            "a {level} must be part of a {wanted}",
            "write parent: and the id of a {wanted}",
            level=item.facts.level,
            wanted=wanted,
        )


def _naming(item: StrategyItem) -> Iterator[Diagnostic]:
    for language in item.words:
        if language not in item.facts.naming:
            yield error(
                "strategy-naming",
                item.facts_origin.place("naming"),
                "say for {language} too whether the title is official, from the press or a translation",
                "add {language}: official, press or translation",
                language=language,
            )
