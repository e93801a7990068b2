"""Action pages and their list."""

from collections.abc import Callable, Sequence
from typing import cast, get_args

from msgspec import structs

from sitegen.kinds.action import ActionFacts, ActionWords, Audience, Effect, Field
from sitegen.kinds.records import Figure
from sitegen.plan.catalogue import Catalogue, Filter, in_order, parted
from sitegen.plan.rows import simple_row
from sitegen.plan.savings import ActionItem, saving
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.urls import PLEDGE, choice_anchor
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Fact, Phrase, Row, Value

AUDIENCES = get_args(Audience)
FIELDS = get_args(Field)
STAGES = ("1", "2", "3")


def all_actions(at: Standpoint) -> tuple[ActionItem, ...]:
    """Return the published actions, the easiest first."""
    return tuple(
        sorted(at.items("action", ActionFacts, ActionWords), key=lambda action: (action.facts.stage, action.id))
    )


def catalogue(at: Standpoint) -> Catalogue[ActionItem]:
    """Return the actions by how easy they are; they can be filtered by that, by who can do them, and by their field."""
    actions = all_actions(at)
    filters = (
        _filter("for", AUDIENCES, lambda action: action.facts.audience, "audience", at),
        _filter("field", FIELDS, lambda action: (action.facts.field,), "action_field", at),
        _filter("stage", STAGES, lambda action: (_stage(action),), "stage", at),
    )
    return Catalogue(_count(actions, at), parted(actions, "stage", STAGES, _stage), action_row, filters=filters)


def action_row(action: ActionItem, at: Standpoint) -> Row:
    """Return an action as a row: what it saves, what it takes, and who can do it."""
    return structs.replace(
        simple_row(action, at), saving=saving(action, at), meta=(effort(action, at), *_audience(action, at))
    )


def effort(action: ActionItem, at: Standpoint) -> Value:
    """Return what an action takes; where nobody says so, how easy it is."""
    words, spoken = at.words(action).effort, at.spoken(action)
    if not words:
        return Value(Phrase(at.say(f"stage_{action.facts.stage}")))
    return Value(Phrase(at.plain(words, spoken), at.lang(spoken)))


def _audience(action: ActionItem, at: Standpoint) -> tuple[Value, ...]:
    who = ", ".join(at.say(f"audience_{audience}") for audience in action.facts.audience)
    return (Value(Phrase(who)), *at.only_in(action))


def _stage(action: ActionItem) -> str:
    return str(action.facts.stage)


def _count(actions: Sequence[ActionItem], at: Standpoint) -> str:
    return at.wording.count("answer_actions", len(actions))


def _filter(
    name: str, options: tuple[str, ...], of: Callable[[ActionItem], Sequence[str]], prefix: str, at: Standpoint
) -> Filter[ActionItem]:
    return Filter(
        name,
        of,
        label=lambda option: Phrase(at.say(f"{prefix}_{option}")),
        order=in_order(options),
        title=lambda choice: at.say(f"actions_{name}_{choice.id}"),
        answer=lambda choice, _: _count(choice.things, at),
        is_open=True,
    )


def detail(action: ActionItem, at: Standpoint) -> views.Action:
    """Return an action's page."""
    words, effect = at.words(action), action.facts.effect
    return views.Action(
        steps=at.told_all(words.steps, "steps"),
        pledge=at.told(words.pledge, "pledge"),
        pledging=_pledging(action, at),
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
        at.fact("audience", *(at.say(f"audience_{audience}") for audience in known.audience)),
        at.fact("field", at.say(f"action_field_{known.field}")),
        at.fact("stage", at.say(f"stage_{known.stage}")),
        at.fact("cost", Value(at.told(words.cost, "cost")) if words.cost else None),
        at.fact("effort", Value(at.told(words.effort, "effort")) if words.effort else None),
    )


def _edition(effect: Effect, at: Standpoint) -> str:
    """Return of when the estimate is; nothing if there is no such figure, which is an error."""
    figure = cast("Figure | None", at.record("figure", effect.figure))
    return at.say("effect_edition", as_of=at.wording.period(figure.as_of).text) if figure else ""


def _pledging(action: ActionItem, at: Standpoint) -> Anchor | None:
    """Return the way to the pledge, where a script chooses the action at once; None if there is no such page."""
    if at.item("page", PLEDGE) is None:
        return None
    return Anchor(f"{at.href('page', PLEDGE)}#{choice_anchor(action.id)}", Phrase(at.say("pledge_add")))
