"""What citizens can do."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.kinds.common import Facts, Words
from sitegen.values import EventRef, FigureRef, Label, NonEmpty, TaskRef, Text, WebAddress

Audience = Literal["home", "school", "business"]
Field = Literal["energy", "consumption", "transport", "recycling", "sinks"]


class Effect(Struct, frozen=True, kw_only=True):
    """What an action saves, as one edition of a source estimates it."""

    figure: Annotated[FigureRef, Meta(description="how much it saves in a year, with its source and edition")]
    assumption: Annotated[Text, Meta(description="whom the number is for and what it assumes")]
    adds_up: Annotated[
        bool,
        Meta(
            description="true if it may be added to others of the same source, time and unit: counted for the same"
            " home, and saving nothing that they save"
        ),
    ] = False


class Link(Struct, frozen=True, kw_only=True):
    """A place to go on."""

    address: Annotated[WebAddress, Meta(description="its address")]
    label: Annotated[Label, Meta(description="where it leads")]


class ActionFacts(Facts, frozen=True, kw_only=True):
    """Facts of an action."""

    audience: Annotated[
        tuple[Audience, ...], Meta(min_length=1, description="who can do it, first of all those it is written for")
    ]
    field: Annotated[Field, Meta(description="what the action is about")]
    stage: Annotated[int, Meta(ge=1, le=3, description="1 easy and cheap, 3 takes effort or money")]
    effect: Annotated[Effect | None, Meta(description="what it saves, where a source says so")] = None
    events: Annotated[tuple[EventRef, ...], Meta(description="events it belongs to")] = ()
    tasks: Annotated[tuple[TaskRef, ...], Meta(description="tasks that support it")] = ()
    links: Annotated[tuple[Link, ...], Meta(description="where to go on")] = ()


class ActionWords(Words, frozen=True, kw_only=True):
    """Words of an action."""

    steps: Annotated[tuple[NonEmpty, ...], Meta(min_length=1, description="what to do, in order")]
    pledge: Annotated[NonEmpty, Meta(description="the promise, in the first person")]
    cost: Annotated[str, Meta(description="what it costs")] = ""
    effort: Annotated[str, Meta(description="what it takes")] = ""
