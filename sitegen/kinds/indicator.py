"""Indicators: a dataset, what it means and where it comes from."""

import re
from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.kinds.common import Facts, Words
from sitegen.kinds.records import Basis
from sitegen.values import Label, NonEmpty, Period, SourceRef, StrategyRef, parse_period

CSV_NAME = r"^[a-z0-9-]+\.csv$"

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,12})?")
"""A number as data files have it: digits, with a point before decimals, and without commas between thousands."""


class Column(Struct, frozen=True, kw_only=True):
    """A column of the dataset."""

    name: Annotated[NonEmpty, Meta(description="its name in the file's first line")]
    label: Annotated[Label, Meta(description="its name for readers")]
    unit: Annotated[Label | None, Meta(description="the unit of this column, where it is not that of all")] = None
    holds: Annotated[
        Literal["numbers", "targets", "words", "sources"],
        Meta(description="what stands in it; targets are never provisional, and the ids of sources become links"),
    ] = "numbers"
    basis: Annotated[Basis | None, Meta(description="the accounting it follows, where it is not that of all")] = None

    @property
    def is_numeric(self) -> bool:
        """Whether numbers stand in it: what was counted, or what is to be reached."""
        return self.holds in {"numbers", "targets"}


class RowName(Struct, frozen=True, kw_only=True):
    """What readers are shown for a word in the first column."""

    name: Annotated[NonEmpty, Meta(description="the word as it stands in the file")]
    label: Annotated[Label, Meta(description="what it is called for readers")]


class IndicatorFacts(Facts, frozen=True, kw_only=True):
    """Facts of an indicator."""

    file: Annotated[NonEmpty, Meta(pattern=CSV_NAME, description="the CSV file beside this one")]
    columns: Annotated[
        tuple[Column, ...], Meta(min_length=2, description="the columns shown; the first names the rows")
    ]
    rows: Annotated[tuple[RowName, ...], Meta(description="what words in the first column are called")] = ()
    unit: Annotated[Label, Meta(description="the unit of the values")]
    basis: Annotated[
        Basis | None, Meta(description="the accounting that the data follows, where there are several")
    ] = None
    as_of: Annotated[Period, Meta(description="when the data was taken")]
    origins: Annotated[tuple[SourceRef, ...], Meta(min_length=1, description="where the data comes from")]
    processing: Annotated[Literal["none", "minor", "major"], Meta(description="what was done to it")]
    provisional_from: Annotated[Period | None, Meta(description="values from then on are provisional")] = None
    strategies: Annotated[tuple[StrategyRef, ...], Meta(description="the parts of the strategy that it tells of")] = ()


class IndicatorWords(Words, frozen=True, kw_only=True):
    """Words of an indicator."""

    why: Annotated[NonEmpty, Meta(description="why it matters, in two plain sentences")]
    benefit: Annotated[NonEmpty, Meta(description="what it has to do with me")]
    meaning: Annotated[NonEmpty, Meta(description="what it says and what it does not")]
    processing_note: Annotated[str, Meta(description="how the data was processed")] = ""


def is_provisional(cell: str, since: Period | None) -> bool:
    """Whether a row is not final yet, by the time in its first cell."""
    try:
        return since is not None and parse_period(cell).first >= since.first
    except ValueError:  # it names no time
        return False
