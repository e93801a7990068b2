"""Central administrative agencies, under the names they had at a given time."""

from typing import Annotated, Literal

from msgspec import Meta

from sitegen.kinds.common import RecordFacts
from sitegen.values import AgencyRef, Id, Label, Period, SourceRef, Text, WebAddress

AgencyType = Literal["office", "ministry", "ministry_level_office", "administration", "commission"]
NameBasis = Literal["official", "unofficial"]


class Agency(RecordFacts, frozen=True, kw_only=True):
    """An agency; a language in which its name is not known is left out of `name`."""

    id: Annotated[Id, Meta(description="its id and address")]
    name: Annotated[Label, Meta(description="its name at that time, in each language in which it is known")]
    type: Annotated[AgencyType, Meta(description="what sort of agency it was")]
    name_basis: Annotated[dict[str, NameBasis], Meta(description="by language: was the name seen in an official text")]
    as_of: Annotated[Period, Meta(description="when it bore this name")]
    valid_from: Annotated[Period | None, Meta(description="since when it exists under this name")] = None
    valid_to: Annotated[Period | None, Meta(description="until when it existed under this name")] = None
    predecessors: Annotated[tuple[AgencyRef, ...], Meta(description="agencies it came from")] = ()
    successors: Annotated[tuple[AgencyRef, ...], Meta(description="agencies that came of it")] = ()
    note: Annotated[Text | None, Meta(description="what readers should know about the name")] = None
    address: Annotated[WebAddress | None, Meta(description="its site")] = None
    sources: Annotated[tuple[SourceRef, ...], Meta(description="where its names were seen")] = ()
