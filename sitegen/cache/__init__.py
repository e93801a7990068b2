"""cache: what earlier builds found out, so that it need not be found out again; lost, it is only slower."""

from sitegen.cache.ledger import (
    Branch,
    Growth,
    Leaf,
    Ledger,
    Made,
    Seen,
    Summary,
    Table,
    condensed,
    encoded,
    ledger_path,
    note,
    recall,
)
from sitegen.cache.program import program, rules_of
from sitegen.cache.stamps import is_settled

__all__ = [
    "Branch",
    "Growth",
    "Leaf",
    "Ledger",
    "Made",
    "Seen",
    "Summary",
    "Table",
    "condensed",
    "encoded",
    "is_settled",
    "ledger_path",
    "note",
    "program",
    "recall",
    "rules_of",
]
