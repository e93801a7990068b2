"""Charts: how the data of an indicator is drawn, in the words of Vega-Lite.

It is a part of that language, with its names: marks, encodings, layers, filters. What could load something, run a
program, or depend on the clock, on the machine or on its fonts is no part of it.
https://vega.github.io/vega-lite/docs/spec.html
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sitegen.values import FigureRef, Label, NonEmpty

FIELD = "^[A-Za-z가-힣_][0-9A-Za-z가-힣_-]*$"
NUMBER_FORMAT = r"^,?([.][0-9])?[dfg]$"

Field = Annotated[str, Meta(pattern=FIELD)]
NumberFormat = Annotated[str, Meta(pattern=NUMBER_FORMAT)]
Colour = Literal["ink", "soft", "rule", "ground", "line", "link", "hatch", "none"]
Null = Literal["null"]
Share = Annotated[float, Meta(ge=0, le=1)]
Size = Annotated[float, Meta(ge=0, le=5000)]
Height = Annotated[float, Meta(ge=60, le=800)]
Shift = Annotated[float, Meta(ge=-500, le=500)]


class Padding(Struct, frozen=True, kw_only=True):
    """The room around the plot, in pixels of a chart that is 640 or, on narrow screens, 320 wide."""

    left: Annotated[float, Meta(ge=0, le=200, description="room for the labels of the vertical axis")] = 44
    right: Annotated[float, Meta(ge=0, le=200, description="room for labels after the last value")] = 16
    top: Annotated[float, Meta(ge=0, le=200, description="room above the plot")] = 16
    bottom: Annotated[float, Meta(ge=0, le=200, description="room for the labels of the horizontal axis")] = 36


class Data(Struct, frozen=True, kw_only=True):
    """Which data is drawn, where it is not simply the rows of the file."""

    series: Annotated[
        tuple[NonEmpty, ...],
        Meta(description="columns that become series: rows then have the fields series, column and value"),
    ] = ()
    figures: Annotated[
        tuple[FigureRef, ...],
        Meta(description="figures, by id: rows then have the fields figure, year and value"),
    ] = ()


class Filter(Struct, frozen=True, kw_only=True):
    """Which rows are kept: those whose field has a certain value, one of several, one within bounds, or any."""

    field: Annotated[Field, Meta(description="the field that decides")]
    equal: Annotated[NonEmpty | None, Meta(description="the value it has")] = None
    oneOf: Annotated[tuple[NonEmpty, ...], Meta(description="the values it may have")] = ()  # noqa: N815  # Vega-Lite's
    gte: Annotated[float | None, Meta(description="the least value it may have")] = None
    lte: Annotated[float | None, Meta(description="the greatest value it may have")] = None
    valid: Annotated[bool, Meta(description="true: it has a value at all")] = False


class Transform(Struct, frozen=True, kw_only=True):
    """A choice of rows."""

    filter: Annotated[Filter, Meta(description="what rows must be like to be kept")]


class Mark(Struct, frozen=True, kw_only=True):
    """What is drawn for each row, or along the rows."""

    type: Annotated[
        Literal["line", "area", "bar", "point", "rule", "tick", "text"], Meta(description="the form that is drawn")
    ]
    color: Annotated[Colour | None, Meta(description="its colour, by a name of the site's")] = None
    fill: Annotated[Colour | None, Meta(description="the colour inside, by a name of the site's")] = None
    stroke: Annotated[Colour | None, Meta(description="the colour of the outline, by a name of the site's")] = None
    filled: Annotated[bool | None, Meta(description="false: a point is hollow")] = None
    size: Annotated[Size | None, Meta(description="the area of a point, or the thickness of a bar, in pixels")] = None
    thickness: Annotated[Size | None, Meta(description="the thickness of a tick in pixels")] = None
    shape: Annotated[
        Literal["circle", "square", "diamond", "triangle-up", "triangle-down", "cross"] | None,
        Meta(description="the form of a point"),
    ] = None
    strokeWidth: Annotated[Size | None, Meta(description="the width of a line in pixels")] = None  # noqa: N815  # as above
    strokeDash: Annotated[  # noqa: N815  # as above
        tuple[Size, ...], Meta(description="a broken line: the length of its strokes and gaps in pixels")
    ] = ()
    align: Annotated[Literal["left", "center", "right"] | None, Meta(description="which side of a text is held")] = None
    baseline: Annotated[
        Literal["top", "middle", "bottom", "alphabetic"] | None, Meta(description="which height of a text is held")
    ] = None
    dx: Annotated[Shift | None, Meta(description="how far a text is moved to the right, in pixels")] = None
    dy: Annotated[Shift | None, Meta(description="how far a text is moved down, in pixels")] = None
    fontWeight: Annotated[Literal["normal", "bold"] | None, Meta(description="how heavy a text is")] = None  # noqa: N815  # as above
    text: Annotated[Label | None, Meta(description="the words of a text that is the same for every row")] = None


class Axis(Struct, frozen=True, kw_only=True):
    """A scale that readers see."""

    values: Annotated[tuple[float, ...], Meta(description="the values that have a label")] = ()
    tickCount: Annotated[Size | None, Meta(description="about how many labels there are")] = None  # noqa: N815  # as above
    format: Annotated[
        NumberFormat | None, Meta(description="how numbers are written: d for years, ,.0f with commas")
    ] = None
    grid: Annotated[bool | None, Meta(description="whether lines cross the plot")] = None
    domain: Annotated[bool | None, Meta(description="whether the axis has a line")] = None
    labels: Annotated[bool | None, Meta(description="whether the axis has labels")] = None


class Scale(Struct, frozen=True, kw_only=True):
    """How values become places."""

    domain: Annotated[tuple[float, ...], Meta(description="the first and the last value")] = ()
    zero: Annotated[bool | None, Meta(description="whether the scale begins at zero")] = None
    nice: Annotated[bool | None, Meta(description="whether the scale ends on a round value")] = None
    paddingInner: Annotated[Share | None, Meta(description="how much of each place is free between bars")] = None  # noqa: N815  # as above
    reverse: Annotated[bool | None, Meta(description="whether the scale runs the other way")] = None


class Channel(Struct, frozen=True, kw_only=True):
    """What decides where, or how, something is drawn: a field of the data, or one value."""

    field: Annotated[Field | None, Meta(description="the column, or another field of the rows")] = None
    type: Annotated[
        Literal["quantitative", "ordinal", "nominal"] | None, Meta(description="numbers, an order, or names")
    ] = None
    datum: Annotated[float | None, Meta(description="one value of the data, the same for every row")] = None
    value: Annotated[
        float | Literal["width", "height"] | None,
        Meta(description="one place in pixels, the same for every row; width and height are the far ends"),
    ] = None
    axis: Annotated[Axis | Null | None, Meta(description="what readers see of the scale; null for nothing")] = None
    scale: Annotated[Scale | None, Meta(description="how values become places")] = None
    sort: Annotated[
        Literal["ascending", "descending", "x", "-x", "y", "-y", "null"] | None,
        Meta(description="the order; null for that of the file"),
    ] = None
    stack: Annotated[
        Literal["zero", "null"] | None, Meta(description="whether values stand on each other; null: they do not")
    ] = None
    format: Annotated[NumberFormat | None, Meta(description="how a number is written in a text")] = None


class Encoding(Struct, frozen=True, kw_only=True):
    """What decides each side of how something is drawn."""

    x: Annotated[Channel | None, Meta(description="how far right")] = None
    y: Annotated[Channel | None, Meta(description="how high")] = None
    x2: Annotated[Channel | None, Meta(description="how far right it ends")] = None
    y2: Annotated[Channel | None, Meta(description="how high it ends")] = None
    yOffset: Annotated[Channel | None, Meta(description="the place beside others of one row")] = None  # noqa: N815  # as above
    color: Annotated[Channel | None, Meta(description="the colour; words or form must say it too")] = None
    strokeDash: Annotated[Channel | None, Meta(description="how a line is broken")] = None  # noqa: N815  # as above
    shape: Annotated[Channel | None, Meta(description="the form of points")] = None
    detail: Annotated[Channel | None, Meta(description="what lines are kept apart by")] = None
    text: Annotated[Channel | None, Meta(description="what a text says")] = None


class View(Struct, frozen=True, kw_only=True):
    """A layer: data, and how it is drawn."""

    data: Annotated[Data, Meta(description="which data, where it is not simply the rows of the file")] = Data()
    transform: Annotated[tuple[Transform, ...], Meta(description="which rows are kept")] = ()
    mark: Annotated[Mark | None, Meta(description="what is drawn")] = None
    encoding: Annotated[Encoding, Meta(description="what decides where and how")] = Encoding()


class Chart(View, frozen=True, kw_only=True):
    """A chart: one view, or several layers, which have from it what they do not say themselves."""

    description: Annotated[Label, Meta(description="what the chart shows, for those who do not see it")]
    note: Annotated[Label | None, Meta(description="how to read it, in a sentence below the chart")] = None
    height: Annotated[Height, Meta(description="its height in pixels, without the room around it")] = 240
    narrow_height: Annotated[Height | None, Meta(description="its height where the screen is narrow")] = None
    padding: Annotated[Padding, Meta(description="the room around the plot")] = Padding()
    layer: Annotated[tuple[View, ...], Meta(description="views on top of each other")] = ()
