"""How a task stands, as its page tells it first."""

from msgspec import Struct

from sitegen.views.parts import Fact, Phrase, Status, When


class Remark(Struct, frozen=True):
    """What follows from dates alone, such as that a task is overdue: its word, its meaning, the way to the legend."""

    code: str
    label: str
    meaning: str
    legend: str


class Standing(Struct, frozen=True):
    """A task's status with the way to the legend, what is to be said of it today, and since when, who, who says so."""

    status: Status
    legend: str
    remarks: tuple[Remark, ...]
    facts: tuple[Fact, ...]


class Due(Struct, frozen=True):
    """A due date, and which one it is; the reason why the one before it no longer holds, None for the first."""

    when: When
    label: str
    reason: Phrase | None
