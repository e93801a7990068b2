"""The pledge: actions to choose from, and what may be said of those that are chosen together."""

from collections.abc import Iterator, Sequence

from sitegen.plan.actions import AUDIENCES, all_actions, effort
from sitegen.plan.calendar import event_link
from sitegen.plan.catalogue import parted
from sitegen.plan.rows import event_row
from sitegen.plan.savings import ActionItem, Addend, Count, addend, counts, saving
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.times import events_in_order, next_day
from sitegen.quantities import with_unit
from sitegen.urls import choice_anchor
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Phrase

COUNT, AMOUNT = "{count}", "{amount}"
"""What a script writes numbers in place of."""


def pledge(at: Standpoint) -> views.Pledge:
    """Return the page of the pledge."""
    actions = all_actions(at)
    addends = {action.id: addend(action, at) for action in actions}
    ways = counts(addends.values())
    parts = parted(actions, "audience", AUDIENCES, lambda action: action.facts.audience[0])
    return views.Pledge(
        groups=tuple(
            views.ChoiceGroup(
                part.id,
                at.say(f"heading_{part.id.replace('-', '_')}"),
                tuple(_choice(action, addends[action.id], ways, at) for action in part.things),
            )
            for part in parts
            if part.things
        ),
        sums=tuple(_sum(way, at) for way in ways),
        dates=tuple(_dates(actions, at)),
        address=at.linker.full(at.here),
    )


def _choice(action: ActionItem, added: Addend | None, ways: Sequence[Count], at: Standpoint) -> views.Choice:
    return views.Choice(
        id=action.id,
        anchor=choice_anchor(action.id),
        pledge=Phrase(at.plain(at.words(action).pledge, at.spoken(action)), at.lang(at.spoken(action))),
        action=Anchor(at.href("action", action.id), at.title(action)),
        effort=effort(action, at),
        saving=saving(action, at),
        value=str(added.value) if added else "",
        way=str(ways.index(added.count)) if added else "",
    )


def _sum(way: Count, at: Standpoint) -> views.Sum:
    """Return what a script says of the sum of numbers of one count; the unit follows the number as it does anywhere."""
    unit, _ = way.unit.best(at.language, at.languages[0])
    amount = AMOUNT + with_unit("0", unit, at.wording.locale)[1:]
    as_of = at.wording.period(way.as_of).text
    return views.Sum(
        one=at.say("pledge_sum_one", amount=amount, as_of=as_of),
        many=at.say("pledge_sum", count=COUNT, amount=amount, as_of=as_of),
    )


def _dates(actions: Sequence[ActionItem], at: Standpoint) -> Iterator[views.PledgeDate]:
    """Yield the dates ahead of events that actions belong to, with the actions that do."""
    for event in events_in_order(at):
        belonging = tuple(a.id for a in actions if event.id in a.facts.events or a.id in event.facts.actions)
        if belonging and next_day(event, at.today):
            yield views.PledgeDate(event_row(event, at), belonging, event_link(event, at))
