"""Errors in texts that are kept as they were: shown, not mended."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from sitegen.values import NonEmpty, Text


class Erratum(Struct, frozen=True, kw_only=True):
    """An error in a text that is kept as it was: shown, not mended."""

    found_on: Annotated[date, Meta(description="when the note was added")]
    original: Annotated[NonEmpty, Meta(description="the text as it stands")]
    corrected: Annotated[NonEmpty, Meta(description="what it should say")]
    note: Annotated[Text, Meta(description="how we know")]
