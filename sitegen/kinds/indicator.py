"""Indicators: a dataset, what it means and where it comes from."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.kinds.common import Facts, Words
from sitegen.values import Label, NonEmpty, Period, SourceRef

CSV_NAME = r"^[a-z0-9-]+\.csv$"


class Column(Struct, frozen=True, kw_only=True):
    """A column of the dataset."""

    name: Annotated[NonEmpty, Meta(description="its name in the file's first line")]
    label: Annotated[Label, Meta(description="its name for readers")]
    unit: Annotated[str, Meta(description="the unit of this column")] = ""


class IndicatorFacts(Facts, frozen=True, kw_only=True):
    """Facts of an indicator."""

    file: Annotated[NonEmpty, Meta(pattern=CSV_NAME, description="the CSV file beside this one")]
    columns: Annotated[
        tuple[Column, ...], Meta(min_length=2, description="the columns shown; the first names the rows")
    ]
    unit: Annotated[NonEmpty, Meta(description="the unit of the values")]
    as_of: Annotated[Period, Meta(description="when the data was taken")]
    origins: Annotated[tuple[SourceRef, ...], Meta(min_length=1, description="where the data comes from")]
    processing: Annotated[Literal["none", "minor", "major"], Meta(description="what was done to it")]
    provisional_from: Annotated[Period | None, Meta(description="values from then on are provisional")] = None


class IndicatorWords(Words, frozen=True, kw_only=True):
    """Words of an indicator."""

    meaning: Annotated[NonEmpty, Meta(description="what it says and what it does not")]
    processing_note: Annotated[str, Meta(description="how the data was processed")] = ""
