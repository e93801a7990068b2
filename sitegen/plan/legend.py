"""What the words for how a task stands mean, on a page below the list of tasks."""

from collections.abc import Iterable, Mapping
from typing import get_args

from sitegen.kinds.standing import Remark
from sitegen.plan.standings import remark_in_words, status_in_words
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.task_filters import STATUSES
from sitegen.views.choices import Meaning, Standings
from sitegen.views.pages import Legend
from sitegen.views.parts import Anchor

ASSESSED = ("self", "coordinating_office", "external")
LEVELS = ("self_declared", "published", "in_law", "externally_validated")


def legend(tasks: Mapping[str, Anchor], whole: Anchor, at: Standpoint) -> Legend:
    """Return the page; `tasks` leads to those of each status that has a page of them, and says how many they are."""
    remarks = (remark_in_words(code, at) for code in get_args(Remark))
    return Legend(
        statuses=tuple(Standings(status_in_words(code, at), tasks.get(code)) for code in STATUSES),
        remarks=tuple(Meaning(remark.code, remark.label, remark.meaning) for remark in remarks),
        assessed=_meanings("assessed", ASSESSED, at),
        evidence=_meanings("evidence", LEVELS, at),
        whole=whole,
    )


def _meanings(prefix: str, words: Iterable[str], at: Standpoint) -> tuple[Meaning, ...]:
    names = (f"{prefix}_{word}" for word in words)
    return tuple(Meaning(name, at.say(name), at.say(f"{name}_meaning")) for name in names)
