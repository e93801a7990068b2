"""Action pages and their list."""

from typing import cast

from sitegen.kinds.action import ActionFacts, ActionWords, Effect
from sitegen.kinds.records import Figure
from sitegen.model import Item
from sitegen.plan.catalogue import Catalogue, parted
from sitegen.plan.rows import simple_row
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Fact, Value

ActionItem = Item[ActionFacts, ActionWords]
AUDIENCES = ("home", "school", "business")


def all_actions(at: Standpoint) -> tuple[ActionItem, ...]:
    """Return the published actions, the easiest first."""
    return tuple(
        sorted(at.items("action", ActionFacts, ActionWords), key=lambda action: (action.facts.stage, action.id))
    )


def catalogue(at: Standpoint) -> Catalogue[ActionItem]:
    """Return the actions by who can do them."""
    actions = all_actions(at)
    parts = parted(actions, "audience", AUDIENCES, lambda action: action.facts.audience)
    return Catalogue(at.wording.count("answer_actions", len(actions)), parts, simple_row)


def detail(action: ActionItem, at: Standpoint) -> views.Action:
    """Return an action's page."""
    words, effect = at.words(action), action.facts.effect
    return views.Action(
        steps=at.told_all(words.steps, "steps"),
        pledge=at.told(words.pledge, "pledge"),
        effect=at.figure(effect.figure, "effect.figure") if effect else None,
        effect_note=_edition(effect, at) if effect else "",
        assumption=at.told_best(effect.assumption, "effect.assumption") if effect else None,
        events=at.group("events", (simple_row(e, at) for e in at.naming("action", action.id, "event", "actions"))),
        tasks=at.group("event-tasks", (simple_row(t, at) for t in at.chosen("task", action.facts.tasks))),
        links=tuple(Anchor(link.address, at.phrase(link.label)) for link in action.facts.links),
    )  # fmt: skip


def action_facts(action: ActionItem, at: Standpoint) -> tuple[Fact, ...]:
    """Return for whom it is, what it is about, what it costs and takes."""
    known, words = action.facts, at.words(action)
    return facts(
        at.fact("audience", at.say(f"audience_{known.audience}")),
        at.fact("field", at.say(f"action_field_{known.field}")),
        at.fact("stage", at.say(f"stage_{known.stage}")),
        at.fact("cost", Value(at.told(words.cost, "cost")) if words.cost else None),
        at.fact("effort", Value(at.told(words.effort, "effort")) if words.effort else None),
    )


def _edition(effect: Effect, at: Standpoint) -> str:
    """Return of when the estimate is; nothing if there is no such figure, which is an error."""
    figure = cast("Figure | None", at.record("figure", effect.figure))
    return at.say("effect_edition", as_of=at.wording.period(figure.as_of).text) if figure else ""
