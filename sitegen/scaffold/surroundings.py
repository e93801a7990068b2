"""What a new thing comes into: the site as it is, drafts included."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from sitegen.kinds import RECORD_KINDS
from sitegen.kinds.page import PageFacts
from sitegen.kinds.strategy import StrategyFacts
from sitegen.kinds.task import TaskFacts, Update, status_of
from sitegen.model import AnyItem, Site
from sitegen.urls import SECTIONS


class Surroundings(Struct, frozen=True):
    """The site, and what is said of it to whoever makes something new."""

    site: Site

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages, the default one first."""
        return self.site.languages

    @property
    def today(self) -> date:
        """Today, in the site's time zone."""
        return self.site.today

    @property
    def quarter(self) -> str:
        """The quarter that today is in, as in 2026-Q2."""
        return f"{self.today.year}-Q{(self.today.month + 2) // 3}"

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of a kind: records as they are listed, things with pages sorted, drafts last."""
        if kind in RECORD_KINDS:
            records = self.site.records[kind]
            return tuple(sorted(records, key=lambda identifier: records[identifier].is_draft))
        items = self.site.items[kind]
        return tuple(sorted(items, key=lambda identifier: (items[identifier].is_draft, identifier)))

    def is_taken(self, kind: str, identifier: str) -> bool:
        """Whether there is a record of that id, published or not."""
        return identifier in self.site.records[kind] or identifier in self.site.withheld_records[kind]

    def strategies(self, level: str) -> int:
        """Return how many parts the strategy has on a level."""
        facts = (item.facts for item in self.site.items["strategy"].values())
        return sum(isinstance(each, StrategyFacts) and each.level == level for each in facts)

    def needs_list(self, kind: str) -> bool:
        """Whether no page heads the list of a kind that needs one."""
        heads = (page.facts for page in self.site.items["page"].values())
        return kind in SECTIONS and not any(isinstance(each, PageFacts) and each.lists == kind for each in heads)

    def tasks(self) -> Mapping[str, AnyItem]:
        """Return every task by its id."""
        return {**self.site.withheld["task"], **self.site.items["task"]}

    def lead_agency(self, task: str) -> str:
        """Return who leads a task."""
        facts = self.tasks()[task].facts
        return facts.lead_agency if isinstance(facts, TaskFacts) else ""

    def updates(self, task: str) -> tuple[Update, ...]:
        """Return the updates of a task, oldest first."""
        log = self.site.updates.get(task)
        return log.updates if log else ()

    def status(self, task: str) -> str:
        """Return how a task stands."""
        facts = self.tasks()[task].facts
        return (isinstance(facts, TaskFacts) and status_of(facts, self.updates(task))) or "in_progress"
